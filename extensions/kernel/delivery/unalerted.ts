import type { Row, Tx } from '../database/transaction.ts';

/** An event that needs a person: given up here (`dead`), or received and not applicable (`parked`). */
export interface StuckEvent extends Row {
  readonly kind: 'dead' | 'parked';
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly type: string;
  /** Null, `*` or unknown here: everybody's concern. */
  readonly org_code: string | null;
  readonly entity: string | null;
  readonly entity_id: string | null;
  readonly why: string | null;
}

/** Events one alert tells of; the next one takes the rest. */
const BATCH = 100;

const columns = 'id, source, target, type, org_code, entity, entity_id';

/** Stuck events that nobody was told of, locked until the transaction ends. Another process skips them meanwhile. */
export async function takeUnalerted(tx: Tx): Promise<StuckEvent[]> {
  const dead = await tx.query<StuckEvent>(
    `select 'dead' as kind, ${columns}, last_error as why from kernel.outbox where status = 'dead' and alerted_at is null order by position limit ${BATCH} for update skip locked`,
  );
  const parked = await tx.query<StuckEvent>(
    `select 'parked' as kind, ${columns}, reason as why from kernel.inbox where status = 'parked' and alerted_at is null order by position limit ${BATCH} for update skip locked`,
  );
  return [...dead, ...parked];
}

/** Notes that people know: an event is told of once. */
export async function noteAlerted(tx: Tx, events: readonly StuckEvent[], now: Date): Promise<void> {
  const ids = (kind: StuckEvent['kind']) => events.filter((event) => event.kind === kind).map((event) => event.id);
  await tx.query('update kernel.outbox set alerted_at = $2 where id = any ($1::uuid[])', [ids('dead'), now]);
  await tx.query(`update kernel.inbox set alerted_at = $2 where id = any ($1::uuid[]) and status = 'parked'`, [ids('parked'), now]);
}
