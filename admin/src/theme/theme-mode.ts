import { useSyncExternalStore } from 'react';
import { cssVariablesOf, type ThemeMode } from './theme.ts';

export type ThemeChoice = ThemeMode | 'system';

const STORED_AS = 'selvedge.theme';
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

let choice: ThemeChoice = readChoice();
let mode: ThemeMode = modeOf(choice);

function readChoice(): ThemeChoice {
  const stored = localStorage.getItem(STORED_AS);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function modeOf(of: ThemeChoice): ThemeMode {
  return of === 'system' ? (prefersDark.matches ? 'dark' : 'light') : of;
}

/** Two frames: the first draws the new theme, in the second it stands. */
function afterDrawing(done: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(done));
}

function apply(): void {
  mode = modeOf(choice);
  const root = document.documentElement;
  // At once: colours that fade on their way from parent to child would pass through unreadable ones.
  root.dataset['switching'] = '';
  afterDrawing(() => delete root.dataset['switching']);
  root.dataset['theme'] = mode;
  root.style.colorScheme = mode;
  for (const [name, value] of Object.entries(cssVariablesOf(mode))) root.style.setProperty(name, value);
  for (const listener of listeners) listener();
}

export function chooseTheme(next: ThemeChoice): void {
  choice = next;
  if (next === 'system') localStorage.removeItem(STORED_AS);
  else localStorage.setItem(STORED_AS, next);
  apply();
}

/** Called once before the first paint, so that a dark reader never sees a white flash. */
export function startTheme(): void {
  prefersDark.addEventListener('change', apply);
  apply();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useThemeMode = (): ThemeMode => useSyncExternalStore(subscribe, () => mode);
export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(subscribe, () => choice);
