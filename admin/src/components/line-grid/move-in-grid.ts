import type { KeyboardEvent } from 'react';

/** Enter and the arrows move between lines in the same column. */
export function moveInGrid(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const { row, column } = event.currentTarget.dataset;
  const target = event.currentTarget
    .closest('table')
    ?.querySelector<HTMLElement>(`[data-row="${Number(row) + step}"][data-column="${column}"]`);
  target?.focus();
}
