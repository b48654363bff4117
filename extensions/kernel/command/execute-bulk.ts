import { answerError } from '../http/answer.ts';
import type { Runtime } from '../http/context.ts';
import type { Command } from './define-command.ts';
import { parseInput } from '../input-problems.ts';
import { executeCommand, type Execution } from './execute.ts';

export type BulkResult =
  { readonly index: number; readonly ok: true; readonly data: unknown } | { readonly index: number; readonly ok: false; readonly error: unknown };

/** Runs a bulk command item by item. A retry with the same key repeats no item that succeeded. */
export async function executeBulk(
  runtime: Runtime,
  command: Command,
  execution: Execution,
): Promise<{ results: BulkResult[]; succeeded: number; failed: number }> {
  const each = command.each as Command;
  parseInput(command.input, execution.body);
  const { items } = execution.body as { items: unknown[] };
  const results: BulkResult[] = [];
  for (const [index, body] of items.entries()) {
    try {
      const data = await executeCommand(runtime, each, { ...execution, body, idempotencyKey: `${execution.idempotencyKey}#${index}` });
      results.push({ index, ok: true, data });
    } catch (error) {
      const { body: answer } = answerError(error, execution.requestId, runtime.log);
      results.push({ index, ok: false, error: (answer as { error: unknown }).error });
    }
  }
  const succeeded = results.filter((result) => result.ok).length;
  return { results, succeeded, failed: results.length - succeeded };
}
