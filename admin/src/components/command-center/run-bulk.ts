import { actionOf } from '../../actions/actions.ts';
import { runCommand } from '../../api/commands.ts';
import { errorIn, serverErrorFrom, type ServerError } from '../../api/server-error.ts';
import type { BulkAnswer } from '../../api/types/shared.ts';
import type { BulkAction } from './bulk-action.ts';

export type BulkOutcome<Row> = { row: Row; error: ServerError | null };

const CHUNK = 20;

interface BulkOptions {
  dryRun: boolean;
  onProgress?: (done: number) => void;
}

/** Runs rows in order, in chunks where the server takes many; one bad row never stops the rest. */
export async function runBulk<Row>(
  bulk: BulkAction<Row>,
  rows: readonly Row[],
  { dryRun, onProgress }: BulkOptions,
): Promise<BulkOutcome<Row>[]> {
  const outcomes: BulkOutcome<Row>[] = [];
  const size = bulk.many ? CHUNK : 1;
  for (let start = 0; start < rows.length; start += size) {
    const chunk = rows.slice(start, start + size);
    outcomes.push(...(bulk.many ? await runMany(bulk, bulk.many.command, chunk, dryRun) : await runEach(bulk, chunk, dryRun)));
    onProgress?.(outcomes.length);
  }
  return outcomes;
}

async function runMany<Row>(bulk: BulkAction<Row>, command: string, rows: readonly Row[], dryRun: boolean): Promise<BulkOutcome<Row>[]> {
  const { system } = actionOf(bulk.action);
  try {
    const answer = await runCommand<BulkAnswer>(system, command, { items: rows.map(bulk.item) }, { dryRun });
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
