import { useSyncExternalStore } from 'react';
import type { System } from '../api/types/shared.ts';

/** `stale`: what is shown may be old, because the stream is down. */
export type LiveState = 'off' | 'connecting' | 'live' | 'stale';

const states = new Map<System, LiveState>();
const listeners = new Set<() => void>();

export function setLiveState(system: System, state: LiveState): void {
  if (states.get(system) === state) return;
  states.set(system, state);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const worst = (): LiveState => {
  const all = [...states.values()].filter((state) => state !== 'off');
  return all.find((state) => state === 'stale') ?? all.find((state) => state === 'connecting') ?? (all.length > 0 ? 'live' : 'off');
};

/** The state of everything that this page listens to. */
export const useLiveState = (): LiveState => useSyncExternalStore(subscribe, worst);
