/** Once a dialog stands, its first field waits for typing; who is at work in it already is left where they are. */
export function focusFirst(formId: string): void {
  const form = document.getElementById(formId);
  const active = document.activeElement;
  const isAtWork =
    active?.matches('input, textarea, select, button') === true && active.closest('[role="dialog"]')?.contains(form) === true;
  if (!isAtWork) form?.querySelector<HTMLElement>('input, textarea')?.focus();
}
