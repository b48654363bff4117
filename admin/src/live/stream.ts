import { baseOf } from '../session/nodes.ts';
import type { System } from '../api/types/shared.ts';
import type { LiveState } from './live-state.ts';
import { watchSilence } from './silence.ts';

export interface Change {
  collection: string;
  id: string;
  org: string;
  type: string;
}

/** `missed`: the stream was down, so anything may have changed. */
export type StreamMessage = { kind: 'change'; change: Change } | { kind: 'missed' };

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** Shorter gaps are mended before anybody reads something old. */
const STALE_AFTER_MS = 10_000;

/**
 * Holds one event stream open, with growing waits between tries.
 * @returns closes it
 */
export function openStream(system: System, onMessage: (message: StreamMessage) => void, onState: (state: LiveState) => void): () => void {
  let source: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let staleness: ReturnType<typeof setTimeout> | undefined;
  let waitMs = FIRST_WAIT_MS;
  let wasDown = false;
  let closed = false;
  const tell = (kind: LiveState['kind']) => onState({ kind, since: silence.lastHeard() });

  const connect = () => {
    if (closed) return;
    clearTimeout(retry);
    source?.close();
    source = new EventSource(`${baseOf(system)}/${system}/stream`, { withCredentials: true });
    source.addEventListener('hello', () => {
      waitMs = FIRST_WAIT_MS;
      clearTimeout(staleness);
      staleness = undefined;
      alive();
      if (wasDown) onMessage({ kind: 'missed' });
      wasDown = false;
    });
    source.addEventListener('ping', alive);
    source.addEventListener('change', (event) => {
      alive();
      const change = readChange(event.data);
      if (change) onMessage({ kind: 'change', change });
    });
    source.onerror = lost;
  };
  const alive = () => {
    silence.heard();
    tell('live');
  };
  const lost = () => {
    source?.close();
    silence.stop();
    clearTimeout(retry);
    wasDown = true;
    if (staleness === undefined) {
      tell('reconnecting');
      staleness = setTimeout(() => tell('stale'), STALE_AFTER_MS);
    }
    retry = setTimeout(connect, waitMs * (0.75 + Math.random() / 2));
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  };
  const silence = watchSilence(lost);
  const connectNow = () => {
    if (wasDown) connect();
  };

  // The browser knows of a dead network sooner than silence tells.
  window.addEventListener('offline', lost);
  window.addEventListener('online', connectNow);
  tell('connecting');
  connect();
  return () => {
    closed = true;
    clearTimeout(retry);
    clearTimeout(staleness);
    silence.stop();
    window.removeEventListener('offline', lost);
    window.removeEventListener('online', connectNow);
    source?.close();
  };
}

function readChange(data: unknown): Change | null {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data) as Change;
  } catch {
    return null;
  }
}
