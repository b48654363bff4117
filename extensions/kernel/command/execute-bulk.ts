import { inTransaction } from '../database/transaction.ts';
import { answerError } from '../http/answer.ts';
import type { Runtime } from '../http/context.ts';
import type { BulkItem, Command } from './define-command.ts';
import { parseInput } from '../input-problems.ts';
import { executeCommand, type Execution } from './execute.ts';

/** `item` names what it was about: the place in the list, or the id of what was found. */
export type BulkResult = { readonly index: number; readonly item: string } & (
  { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly error: unknown }
);

/** The bodies as they were sent: each command reads its own. */
async function itemsOf(runtime: Runtime, command: Command, { body, caller }: Execution): Promise<readonly BulkItem[]> {
  const input = parseInput(command.input, body);
  const { items } = command;
  if (!items) throw new Error(`${command.name} is no bulk command.`);
  return inTransaction(runtime.pool, { kind: 'user', userId: caller.userId }, (tx) => items(tx, input), 'read');
}

/** Runs a bulk command item by item. A retry with the same key repeats no item that succeeded. */
export async function executeBulk(
  runtime: Runtime,
  command: Command,
  execution: Execution,
): Promise<{ results: BulkResult[]; succeeded: number; failed: number }> {
  const each = command.each as Command;
  const results: BulkResult[] = [];
  for (const [index, { name, body }] of (await itemsOf(runtime, command, execution)).entries()) {
    try {
      const data = await executeCommand(runtime, each, { ...execution, body, idempotencyKey: `${execution.idempotencyKey}#${name}` });
      results.push({ index, item: name, ok: true, data });
    } catch (error) {
      const { body: answer } = answerError(error, execution.requestId, runtime.log);
      results.push({ index, item: name, ok: false, error: (answer as { error: unknown }).error });
    }
  }
  const succeeded = results.filter((result) => result.ok).length;
  return { results, succeeded, failed: results.length - succeeded };
}
