import { actionOf } from '../../actions/actions.ts';
import { runCommand } from '../../api/commands.ts';
import { request } from '../../api/http.ts';
import { errorIn, serverErrorFrom, type ServerError } from '../../api/server-error.ts';
import type { BulkAnswer, Decision } from '../../api/types/shared.ts';
import { baseOf, type HostedSystem } from '../../session/nodes.ts';
import type { BulkAction } from './bulk-action.ts';

export type BulkOutcome<Row> = { row: Row; error: ServerError | null };

const CHUNK = 20;

interface BulkOptions {
  dryRun: boolean;
  coreNode: HostedSystem | null;
  /** For commands that ask one; a dry run keeps it nowhere. */
  reason?: string;
  onProgress?: (done: number) => void;
}

/** Runs rows in order, in chunks where the server takes many; one bad row never stops the rest. */
export async function runBulk<Row>(
  bulk: BulkAction<Row>,
  rows: readonly Row[],
  { dryRun, coreNode, reason = 'dry run', onProgress }: BulkOptions,
): Promise<BulkOutcome<Row>[]> {
  const { send } = bulk;
  const { system, command } = actionOf(bulk.action);
  // That command and body belong together was checked where the bulk action was declared.
  const run = (name: string, body: object): Promise<unknown> => runCommand(system, name as never, body as never, { dryRun, coreNode });
  const outcomes: BulkOutcome<Row>[] = [];
  const size = send.by === 'row' ? 1 : CHUNK;
  for (let start = 0; start < rows.length; start += size) {
    const chunk = rows.slice(start, start + size);
    if (send.by === 'ids') outcomes.push(...(await atOnce(chunk, () => run(command, { [send.name]: chunk.map(send.id), reason }))));
    else if (send.by === 'items')
      outcomes.push(...(await atOnce(chunk, () => run(send.command, { items: chunk.map((row) => send.item(row, reason)) }))));
    else outcomes.push(...(await oneByOne(chunk, (row) => run(command, send.item(row)))));
    onProgress?.(outcomes.length);
  }
  return outcomes;
}

/** Rows that one preflight takes. */
const JUDGED_AT_ONCE = 200;

interface Judged {
  subject: string;
  decision: Decision | null;
}

/**
 * Whether the act can be done on each row: first what its gate says of all of them in one question,
 * then a dry run of those that it lets pass.
 */
export async function checkBulk<Row>(
  bulk: BulkAction<Row>,
  rows: readonly Row[],
  options: Omit<BulkOptions, 'dryRun'>,
): Promise<BulkOutcome<Row>[]> {
  const blocked = await blockedByGate(bulk, rows);
  const { onProgress } = options;
  const tried = await runBulk(
    bulk,
    rows.filter((row) => !blocked.has(row)),
    { ...options, dryRun: true, onProgress: (done) => onProgress?.(blocked.size + done) },
  );
  const outcomeOf = new Map(tried.map((outcome) => [outcome.row, outcome]));
  return rows.flatMap((row) => {
    const error = blocked.get(row);
    const outcome = error ? { row, error } : outcomeOf.get(row);
    return outcome ? [outcome] : [];
  });
}

/** Rows whose gate refuses, with what it says. Where it cannot be asked, the dry run tells. */
async function blockedByGate<Row>({ action, gate }: BulkAction<Row>, rows: readonly Row[]): Promise<Map<Row, ServerError>> {
  const blocked = new Map<Row, ServerError>();
  if (!gate) return blocked;
  const { system } = actionOf(action);
  for (let start = 0; start < rows.length; start += JUDGED_AT_ONCE) {
    const chunk = rows.slice(start, start + JUDGED_AT_ONCE);
    const answer = await request<{ data: Judged[] }>(`${baseOf(system)}/${system}/gates/${gate.name}/preflight`, {
      method: 'POST',
      body: { subjects: chunk.map(gate.subject) },
    }).catch(() => ({ data: [] }));
    for (const { subject, decision } of answer.data) {
      const row = chunk.find((one) => gate.subject(one) === subject);
      if (row !== undefined && decision?.allowed === false)
        blocked.set(row, serverErrorFrom(422, { error: { code: 'GATE_BLOCKED', details: { decision } } }));
    }
  }
  return blocked;
}

async function atOnce<Row>(rows: readonly Row[], run: () => Promise<unknown>): Promise<BulkOutcome<Row>[]> {
  try {
    const answer = (await run()) as BulkAnswer;
    return rows.map((row, index) => {
      const result = answer.results.find((candidate) => candidate.index === index);
      return { row, error: result === undefined || result.ok ? null : serverErrorFrom(409, { error: result.error }) };
    });
  } catch (thrown) {
    const error = errorIn(thrown);
    return rows.map((row) => ({ row, error }));
  }
}

async function oneByOne<Row>(rows: readonly Row[], run: (row: Row) => Promise<unknown>): Promise<BulkOutcome<Row>[]> {
  return Promise.all(
    rows.map(async (row): Promise<BulkOutcome<Row>> => {
      try {
        await run(row);
        return { row, error: null };
      } catch (thrown) {
        return { row, error: errorIn(thrown) };
      }
    }),
  );
}
