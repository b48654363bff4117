/**
 * One key per intent: the same click, retried after a lost answer, carries the same key,
 * so that the server does the thing once. A definite answer ends the intent.
 */
const openIntents = new Map<string, string>();

const intentOf = (command: string, body: unknown) => `${command} ${JSON.stringify(body)}`;

export function keyFor(command: string, body: unknown): string {
  const intent = intentOf(command, body);
  const known = openIntents.get(intent);
  if (known) return known;
  const key = newKey();
  openIntents.set(intent, key);
  return key;
}

export function intentEnded(command: string, body: unknown): void {
  openIntents.delete(intentOf(command, body));
}

/** `crypto.randomUUID` exists on secure origins only; a warehouse tablet may open the app over plain http. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
