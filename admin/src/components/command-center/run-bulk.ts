import { actionOf } from '../../actions/actions.ts';
import { runCommand } from '../../api/commands.ts';
import { errorIn, serverErrorFrom, type ServerError } from '../../api/server-error.ts';
import type { BulkAnswer } from '../../api/types/shared.ts';
import type { BulkAction } from './bulk-action.ts';

export type BulkOutcome<Row> = { row: Row; error: ServerError | null };

const CHUNK = 20;

interface BulkOptions {
  dryRun: boolean;
  /** For commands that ask one; a dry run keeps it nowhere. */
  reason?: string;
  onProgress?: (done: number) => void;
}

/** Runs rows in order, in chunks where the server takes many; one bad row never stops the rest. */
export async function runBulk<Row>(
  bulk: BulkAction<Row>,
  rows: readonly Row[],
  { dryRun, reason = 'dry run', onProgress }: BulkOptions,
): Promise<BulkOutcome<Row>[]> {
  const outcomes: BulkOutcome<Row>[] = [];
  const size = bulk.many || bulk.list ? CHUNK : 1;
  for (let start = 0; start < rows.length; start += size) {
    const chunk = rows.slice(start, start + size);
    if (bulk.list)
      outcomes.push(
        ...(await runAtOnce(actionOf(bulk.action).command, bulk, chunk, dryRun, { [bulk.list.name]: chunk.map(bulk.list.id), reason })),
      );
    else if (bulk.many) outcomes.push(...(await runAtOnce(bulk.many.command, bulk, chunk, dryRun, { items: chunk.map(bulk.item) })));
    else outcomes.push(...(await runEach(bulk, chunk, dryRun)));
    onProgress?.(outcomes.length);
  }
  return outcomes;
}

async function runAtOnce<Row>(
  command: string,
  bulk: BulkAction<Row>,
  rows: readonly Row[],
  dryRun: boolean,
  body: Record<string, unknown>,
): Promise<BulkOutcome<Row>[]> {
  const { system } = actionOf(bulk.action);
  try {
    const answer = await runCommand<BulkAnswer>(system, command, body, { dryRun });
    return rows.map((row, index) => {
      const result = answer.results.find((candidate) => candidate.index === index);
      return { row, error: result === undefined || result.ok ? null : serverErrorFrom(409, { error: result.error }) };
    });
  } catch (thrown) {
    const error = errorIn(thrown);
    return rows.map((row) => ({ row, error }));
  }
}

async function runEach<Row>(bulk: BulkAction<Row>, rows: readonly Row[], dryRun: boolean): Promise<BulkOutcome<Row>[]> {
  const { system, command } = actionOf(bulk.action);
  return Promise.all(
    rows.map(async (row): Promise<BulkOutcome<Row>> => {
      try {
        await runCommand(system, command, bulk.item(row), { dryRun });
        return { row, error: null };
      } catch (thrown) {
        return { row, error: errorIn(thrown) };
      }
    }),
  );
}
