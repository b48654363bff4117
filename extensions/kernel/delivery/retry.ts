import type { Tx } from '../database/transaction.ts';
import { conflict, notFound } from '../errors.ts';

interface Retried {
  readonly before: { readonly status: string; readonly attempts: number };
  readonly target: string;
}

/**
 * Makes an event that did not arrive due now. A dead letter, skipped or not, starts its schedule anew, and is told of
 * again should it die again; one that waits for its next attempt keeps the failures it has.
 * @throws Refusal NOT_FOUND; DELIVERY_DONE when the other side has it
 */
export async function retryDelivery(tx: Tx, id: string, now: Date): Promise<Retried> {
  const row = await tx.maybe<{ status: string; attempts: number; target: string }>(
    'select status, attempts, target from kernel.outbox where id = $1 for update',
    [id],
  );
  if (!row) throw notFound();
  if (row.status === 'delivered')
    throw conflict('DELIVERY_DONE', {
      en: `Event ${id} was delivered; there is nothing to send again.`,
      tr: `${id} olayı ulaştı; yeniden gönderilecek bir şey yok.`,
    });
  await tx.query(
    `update kernel.outbox set next_attempt_at = $2, attempts = case when status = 'pending' then attempts else 0 end, alerted_at = null, skip_reason = null, status = 'pending' where id = $1`,
    [id, now],
  );
  return { before: { status: row.status, attempts: row.attempts }, target: row.target };
}
