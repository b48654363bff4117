import type pg from 'pg';
import { inTransaction, type Row } from '../database/transaction.ts';

/** Rows one sweep puts back into the queue; the next sweep takes the rest. */
const BATCH = 1_000;

interface DueRow extends Row {
  id: string;
  source: string;
  target: string;
}

/**
 * Finds what is due and not delivered: events whose queue entry was lost, and retries whose time
 * has come. Oldest first.
 * @param graceMs rows younger than this are left to the queue entry made at commit
 */
export async function dueDeliveries(pool: pg.Pool, now: Date, graceMs: number): Promise<DueRow[]> {
  return inTransaction(
    pool,
    { kind: 'system' },
    (tx) =>
      tx.query<DueRow>(`select id, source, target from kernel.outbox where status = 'pending' and next_attempt_at <= $1 order by position limit ${BATCH}`, [
        new Date(now.getTime() - graceMs),
      ]),
    'read',
  );
}

/** Targets that were not there for some events, which are not due yet. What a target answered keeps its schedule. */
export async function waitingTargets(pool: pg.Pool, now: Date): Promise<string[]> {
  const rows = await inTransaction(
    pool,
    { kind: 'system' },
    (tx) => tx.query<{ target: string }>(`select distinct target from kernel.outbox where status = 'pending' and unreachable and next_attempt_at > $1`, [now]),
    'read',
  );
  return rows.map((row) => row.target);
}

/** A target that is there again gets what it missed now instead of after the remaining wait. */
export async function pullForward(pool: pg.Pool, target: string, now: Date): Promise<void> {
  await inTransaction(pool, { kind: 'system' }, (tx) =>
    tx.query(`update kernel.outbox set next_attempt_at = $2 where status = 'pending' and unreachable and target = $1 and next_attempt_at > $2`, [target, now]),
  );
}
