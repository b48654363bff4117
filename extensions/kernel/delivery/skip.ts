import type { Tx } from '../database/transaction.ts';
import { conflict, notFound } from '../errors.ts';

/**
 * Gives up on a dead letter: it leaves what waits for a person, stays with the reason, and can be sent
 * again later. The other side misses it: what comes after it of the same entity waits there.
 * @throws Refusal NOT_FOUND; DELIVERY_NOT_DEAD while it is still tried, or once it arrived
 */
export async function skipDelivery(tx: Tx, id: string, reason: string): Promise<void> {
  const row = await tx.maybe<{ status: string }>('select status from kernel.outbox where id = $1 for update', [id]);
  if (!row) throw notFound();
  if (row.status !== 'dead')
    throw conflict(
      'DELIVERY_NOT_DEAD',
      {
        en: `Event ${id} is ${row.status}; only a dead letter is skipped.`,
        tr: `${id} olayı teslim edilemeyenlerden değil; yalnız teslim edilemeyen olay atlanır.`,
      },
      { status: row.status },
    );
  await tx.query(`update kernel.outbox set status = 'skipped', skip_reason = $2 where id = $1`, [id, reason]);
}
