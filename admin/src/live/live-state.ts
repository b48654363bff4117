import { useSyncExternalStore } from 'react';
import type { System } from '../api/types/shared.ts';

/**
 * What is known of the stream of changes.
 * `reconnecting`: it was lost a moment ago. `stale`: it stays lost, so what is shown may be older than `since`.
 */
export interface LiveState {
  kind: 'connecting' | 'live' | 'reconnecting' | 'stale';
  /** Milliseconds since 1970 of the last sign of life; null before the first. */
  since: number | null;
}

/** Worst first. */
const KINDS: readonly LiveState['kind'][] = ['stale', 'reconnecting', 'connecting', 'live'];

const states = new Map<System, LiveState>();
const listeners = new Set<() => void>();

/** @param state  null when the page does not listen to that system any more */
export function setLiveState(system: System, state: LiveState | null): void {
  if (state) states.set(system, state);
  else states.delete(system);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function worst(): LiveState | null {
  const all = [...states.values()];
  const kind = KINDS.find((candidate) => all.some((state) => state.kind === candidate));
  return all.find((state) => state.kind === kind) ?? null;
}

/** The state of everything that this page listens to; null while it listens to nothing. */
export const useLiveState = (): LiveState | null => useSyncExternalStore(subscribe, worst);
