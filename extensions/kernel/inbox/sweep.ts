import { inTransaction, type Row } from '../database/transaction.ts';
import type pg from 'pg';
import type { CommittedEffects } from '../http/context.ts';
import { applyFrom, emptyEffects, orgOf, type InboxSettings } from './apply.ts';
import { envelopeSchema } from './envelope.ts';

const BATCH = 200;

interface ReadyRow extends Row {
  id: string;
  body: string;
}

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
    const effects = await inTransaction(pool, { kind: 'system' }, async (tx) => {
      const caused = emptyEffects();
      const envelope = envelopeSchema.parse(JSON.parse(row.body));
      const cursor = await tx.maybe<{ applied_sequence: number }>(
        'select applied_sequence from kernel.inbox_cursor where target = $1 and source = $2 and entity = $3 and entity_id = $4 for update',
        [settings.target, envelope.source, envelope.entity, envelope.entity_id],
      );
      if (cursor?.applied_sequence === envelope.sequence - 1) await applyFrom(tx, settings, envelope, await orgOf(tx, envelope.org), caused);
      return caused;
    });
    all.outboxIds.push(...effects.outboxIds);
    all.changes.push(...effects.changes);
  }
  return all;
}
