import { inTransaction, type Row } from '../database/transaction.ts';
import type pg from 'pg';
import type { CommittedEffects } from '../http/context.ts';
import { applyFrom, emptyEffects, orgOf, type ApplyEffects, type InboxSettings } from './apply.ts';
import { envelopeSchema } from './envelope.ts';

const BATCH = 200;

interface ReadyRow extends Row {
  id: string;
  body: string;
}

/** Each in a transaction of its own: what one event needs never holds up another. */
const applyReady = (pool: pg.Pool, settings: InboxSettings, row: ReadyRow): Promise<ApplyEffects> =>
  inTransaction(pool, { kind: 'system' }, async (tx) => {
    const caused = emptyEffects();
    const envelope = envelopeSchema.parse(JSON.parse(row.body));
    const cursor = await tx.maybe<{ applied_sequence: number }>(
      'select applied_sequence from kernel.inbox_cursor where target = $1 and source = $2 and entity = $3 and entity_id = $4 for update',
      [settings.target, envelope.source, envelope.entity, envelope.entity_id],
    );
    if (cursor?.applied_sequence === envelope.sequence - 1) await applyFrom(tx, settings, envelope, await orgOf(tx, envelope.org), caused);
    return caused;
  });

/** An event that cannot be applied for a fault of ours says so, and steps aside for the others. */
const postpone = (pool: pg.Pool, target: string, id: string, error: Error) =>
  inTransaction(pool, { kind: 'system' }, (tx) =>
    tx.query(
      `update kernel.inbox set reason = $3, next_attempt_at = now() + least(interval '5 minutes', interval '1 second' + (now() - received_at) / 2)
       where target = $1 and id = $2 and status = 'waiting'`,
      [target, id, `failed: ${error.message}`.slice(0, 500)],
    ),
  );

/**
 * Applies waiting events that are next in line: those whose release was missed because two
 * transactions passed each other. Harmless to run at any time.
 * @returns what changed, to be told after each commit
 */
export async function sweepInbox(pool: pg.Pool, settings: InboxSettings): Promise<CommittedEffects> {
  const ready = await inTransaction(
    pool,
    { kind: 'system' },
    (tx) =>
      tx.query<ReadyRow>(
        `select i.id, i.body from kernel.inbox i
         join kernel.inbox_cursor c on c.target = i.target and c.source = i.source and c.entity = i.entity and c.entity_id = i.entity_id
         where i.target = $1 and i.status = 'waiting' and i.sequence = c.applied_sequence + 1 and i.next_attempt_at <= now() order by i.next_attempt_at limit ${BATCH}`,
        [settings.target],
      ),
    'read',
  );
  const all = emptyEffects();
  for (const row of ready) {
    try {
      const effects = await applyReady(pool, settings, row);
      all.outboxIds.push(...effects.outboxIds);
      all.changes.push(...effects.changes);
    } catch (error) {
      await postpone(pool, settings.target, row.id, error as Error);
    }
  }
  return all;
}
