/** Once a dialog stands, its first field waits for typing. */
export function focusFirst(formId: string): void {
  document.getElementById(formId)?.querySelector<HTMLElement>('input, textarea')?.focus();
}
