import type { Commands } from './commands.gen.ts';
import { request } from './http.ts';
import { intentEnded, keyFor } from './idempotency.ts';
import { errorIn } from './server-error.ts';
import type { System } from './types/shared.ts';
import { baseOf, type HostedSystem } from '../session/nodes.ts';

export type CommandName<S extends System> = keyof Commands[S];
/** The body that a command of a system takes. */
export type InputOf<S extends System, Name extends CommandName<S>> = Commands[S][Name] extends { input: infer Input } ? Input : never;
/** The `data` that a command of a system answers. */
export type ReplyOf<S extends System, Name extends CommandName<S>> = Commands[S][Name] extends { reply: infer Reply } ? Reply : never;

export interface CommandOptions {
  dryRun?: boolean;
  /** A key that was kept from an earlier try, e.g. by the queue in the browser. */
  idempotencyKey?: string;
  /** The node that a command of `core` is for; left out, the one that served the app. */
  coreNode?: HostedSystem | null;
}

/**
 * Runs a command and returns its `data`.
 * @throws RequestFailed  the key of the click is kept only when no answer or a 5xx came, so that a retry is the same click
 */
export async function runCommand<S extends System, Name extends CommandName<S> & string>(
  system: S,
  name: Name,
  body: InputOf<S, Name>,
  options: CommandOptions = {},
): Promise<ReplyOf<S, Name>> {
  const { dryRun = false, coreNode = null } = options;
  const key = options.idempotencyKey ?? keyFor(`${name}${dryRun ? '?' : ''}`, body);
  const url = `${baseOf(system, coreNode)}/${system}/commands/${name}${dryRun ? '?dry_run=true' : ''}`;
  try {
    const answer = await request<{ data: ReplyOf<S, Name> }>(url, { method: 'POST', body, headers: { 'idempotency-key': key } });
    intentEnded(`${name}${dryRun ? '?' : ''}`, body);
    return answer.data;
  } catch (thrown) {
    const { status } = errorIn(thrown);
    if (status >= 400 && status < 500) intentEnded(`${name}${dryRun ? '?' : ''}`, body);
    throw thrown;
  }
}
