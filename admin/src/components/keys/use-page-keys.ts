import { useEffect, useRef } from 'react';
import type { TextKey } from '../../i18n/text-key.ts';

export interface PageKey {
  /** As `KeyboardEvent.key` names it. */
  key: string;
  help: TextKey;
  run: (event: KeyboardEvent) => void;
}

const registered = new Set<{ current: readonly PageKey[] }>();

/** What `?` lists: the keys of what is on the screen now. */
export const pageKeys = (): PageKey[] => [...registered].flatMap((entry) => entry.current);

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) && !(target instanceof HTMLInputElement && target.type === 'checkbox')));

const dialogIsOpen = () =>
  document.querySelector('.ant-modal-wrap:not([style*="display: none"]), .ant-select-dropdown:not(.ant-select-dropdown-hidden)') !== null;

/** Single keys, heard while nobody types and no dialog is open. */
export function usePageKeys(keys: readonly PageKey[]): void {
  const entry = useRef(keys);
  useEffect(() => {
    entry.current = keys;
  });
  useEffect(() => {
    registered.add(entry);
    return () => void registered.delete(entry);
  }, []);
}

/** One listener for the whole app; the last registered key wins, as the innermost part of the page. */
export function listenToKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || dialogIsOpen()) return;
    const match = pageKeys().findLast((candidate) => candidate.key === event.key);
    if (!match) return;
    // Enter and Space on a focused button press that button.
    if (event.key === 'Enter' && event.target instanceof HTMLElement && ['BUTTON', 'A'].includes(event.target.tagName)) return;
    event.preventDefault();
    match.run(event);
  };
  // Before the page hears it: the Escape that closes a dialog must not close what lies behind it as well.
  window.addEventListener('keydown', onKeyDown, true);
  return () => window.removeEventListener('keydown', onKeyDown, true);
}
