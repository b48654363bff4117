import { useSyncExternalStore } from 'react';

export interface Notice {
  id: number;
  tone: 'done' | 'blocked' | 'waiting';
  title: string;
  text?: string | undefined;
  requestId?: string | null;
}

const DONE_MS = 4_000;
const BLOCKED_MS = 12_000;
const SHOWN_AT_ONCE = 4;

let notices: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

export function dismissNotice(id: number): void {
  set(notices.filter((notice) => notice.id !== id));
}

/** Tells the result of an act; read out by screen readers as well. */
export function notify(notice: Omit<Notice, 'id'>): void {
  const id = ++lastId;
  set([...notices, { ...notice, id }].slice(-SHOWN_AT_ONCE));
  setTimeout(() => dismissNotice(id), notice.tone === 'done' ? DONE_MS : BLOCKED_MS);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useNotices = (): readonly Notice[] => useSyncExternalStore(subscribe, () => notices);
