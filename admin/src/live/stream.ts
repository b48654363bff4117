import { baseOf } from '../session/nodes.ts';
import type { System } from '../api/types/shared.ts';
import type { LiveState } from './live-state.ts';

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

/**
 * Holds one event stream open, with growing waits between tries.
 * @returns closes it
 */
export function openStream(system: System, onMessage: (message: StreamMessage) => void, onState: (state: LiveState) => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = FIRST_WAIT_MS;
  let wasDown = false;
  let closed = false;

  const connect = () => {
    if (closed) return;
    clearTimeout(timer);
    onState(wasDown ? 'stale' : 'connecting');
    source = new EventSource(`${baseOf(system)}/${system}/stream`, { withCredentials: true });
    source.addEventListener('hello', () => {
      waitMs = FIRST_WAIT_MS;
      onState('live');
      if (wasDown) onMessage({ kind: 'missed' });
      wasDown = false;
    });
    source.addEventListener('change', (event) => {
      const change = readChange(event.data);
      if (change) onMessage({ kind: 'change', change });
    });
    source.onerror = lost;
  };
  const lost = () => {
    source?.close();
    clearTimeout(timer);
    wasDown = true;
    onState('stale');
    timer = setTimeout(connect, waitMs * (0.75 + Math.random() / 2));
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  };
  const connectNow = () => {
    if (wasDown) connect();
  };

  // A dead network does not always end the stream; the browser knows sooner.
  window.addEventListener('offline', lost);
  window.addEventListener('online', connectNow);
  connect();
  return () => {
    closed = true;
    clearTimeout(timer);
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
