import { useSyncExternalStore } from 'react';
import { runCommand, type CommandName, type InputOf } from '../api/commands.ts';
import { newKey } from '../api/idempotency.ts';
import { errorIn, type ServerError } from '../api/server-error.ts';
import { homeMe } from '../session/me.ts';
import { keepOwn, readOwn } from '../session/own-storage.ts';

type ScanCommand = Extract<CommandName<'wms'>, 'order.pick-line' | 'order.unpick-line' | 'allocation.enter' | 'allocation.remove'>;
/** A command of the warehouse with its body. */
export type Scan = { [Name in ScanCommand]: { command: Name; body: InputOf<'wms', Name> } }[ScanCommand];

/** A scan that waits for the network, with the key that makes its repetition harmless. */
export type QueuedScan = Scan & {
  id: string;
  /** What a person calls it: "Roll R-1042, line 3". */
  label: string;
};

export type ScanOutcome = { kind: 'done'; data: unknown } | { kind: 'queued' } | { kind: 'refused'; error: ServerError };

const STORED_AS = 'scans';
const RETRY_MS = 5_000;
const listeners = new Set<() => void>();
const refusalListeners = new Set<(scan: QueuedScan, error: ServerError) => void>();
const doneListeners = new Set<() => void>();
let queue: readonly QueuedScan[] = [];
let owner: string | undefined;
let isSending = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The scans of whoever is signed in: nobody's work is sent in another's name. */
function mine(): readonly QueuedScan[] {
  const me = homeMe()?.user.id;
  if (me !== owner) {
    owner = me;
    queue = readOwn<QueuedScan[]>(STORED_AS) ?? [];
  }
  return queue;
}

function set(next: readonly QueuedScan[]): void {
  queue = next;
  keepOwn(STORED_AS, next);
  for (const listener of listeners) listener();
}

const isUnsent = (error: ServerError) => error.status === 0 || error.status >= 502;

/** Sends a scan now; keeps it in this browser when the network is down. Order is kept: behind waiting scans it waits too. */
export async function sendScan(made: Scan, label: string): Promise<ScanOutcome> {
  const scan: QueuedScan = { ...made, id: newKey(), label };
  if (mine().length > 0) {
    set([...mine(), scan]);
    void sendWaiting();
    return { kind: 'queued' };
  }
  try {
    return { kind: 'done', data: await runCommand('wms', scan.command, scan.body, { idempotencyKey: scan.id }) };
  } catch (thrown) {
    const error = errorIn(thrown);
    if (!isUnsent(error)) return { kind: 'refused', error };
    set([...mine(), scan]);
    retryLater();
    return { kind: 'queued' };
  }
}

/** Sends what waits, oldest first. A refusal is told and taken out; it must not hold up the rest. */
export async function sendWaiting(): Promise<void> {
  if (isSending) return;
  isSending = true;
  try {
    for (let next = mine()[0]; next; next = mine()[0]) {
      const scan = next;
      try {
        await runCommand('wms', scan.command, scan.body, { idempotencyKey: scan.id });
      } catch (thrown) {
        const error = errorIn(thrown);
        if (isUnsent(error) || error.status === 401) {
          retryLater();
          return;
        }
        for (const listener of refusalListeners) listener(scan, error);
      }
      set(mine().filter((candidate) => candidate.id !== scan.id));
    }
    for (const listener of doneListeners) listener();
  } finally {
    isSending = false;
  }
}

/** Takes back a scan that was not sent yet. */
export function withdrawScan(id: string): void {
  set(mine().filter((scan) => scan.id !== id));
}

function retryLater(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void sendWaiting(), RETRY_MS);
}

/** Called once: sends what an earlier visit left behind, and again whenever the network returns. */
export function startOfflineQueue(handlers: { onRefused: (scan: QueuedScan, error: ServerError) => void; onSent: () => void }): () => void {
  refusalListeners.add(handlers.onRefused);
  doneListeners.add(handlers.onSent);
  const send = () => void sendWaiting();
  window.addEventListener('online', send);
  if (mine().length > 0) send();
  return () => {
    refusalListeners.delete(handlers.onRefused);
    doneListeners.delete(handlers.onSent);
    window.removeEventListener('online', send);
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useWaitingScans = (): readonly QueuedScan[] => useSyncExternalStore(subscribe, mine);
