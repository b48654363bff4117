import { request } from './http.ts';
import { intentEnded, keyFor } from './idempotency.ts';
import { errorIn } from './server-error.ts';
import type { System } from './types/shared.ts';
import { baseOf } from '../session/nodes.ts';

interface CommandOptions {
  dryRun?: boolean;
  /** A key that was kept from an earlier try, e.g. by the queue in the browser. */
  idempotencyKey?: string;
}

/**
 * Runs a command and returns its `data`.
 * @throws RequestFailed  the key of the click is kept only when no answer or a 5xx came, so that a retry is the same click
 */
export async function runCommand<Data = unknown>(system: System, name: string, body: unknown, options: CommandOptions = {}): Promise<Data> {
  const { dryRun = false } = options;
  const key = options.idempotencyKey ?? keyFor(`${name}${dryRun ? '?' : ''}`, body);
  const url = `${baseOf(system)}/${system}/commands/${name}${dryRun ? '?dry_run=true' : ''}`;
  try {
    const answer = await request<{ data: Data }>(url, { method: 'POST', body, headers: { 'idempotency-key': key } });
    intentEnded(`${name}${dryRun ? '?' : ''}`, body);
    return answer.data;
  } catch (thrown) {
    const { status } = errorIn(thrown);
    if (status >= 400 && status < 500) intentEnded(`${name}${dryRun ? '?' : ''}`, body);
    throw thrown;
  }
}
