import { poCancelled } from '@selvedge/contract/events/po-cancelled.ts';
import type { CommandContext } from '@selvedge/kernel/command/define-command.ts';
import { conflict } from '@selvedge/kernel/errors.ts';

interface Row extends Record<string, unknown> {
  code: string;
  status: string;
  order_status: string | null;
}

const GONE = ['shipped', 'delivered', 'invoiced', 'closed'];

/**
 * Cancels one PO until it ships. Its receivable is voided; what was paid stays in the ledger and
 * becomes credit again, because its allocations end.
 * @throws Refusal PO_ALREADY_SHIPPED, PO_NOT_CANCELLABLE
 */
export async function cancelPurchaseOrder(
  { tx, now, emit, changed }: Pick<CommandContext<unknown>, 'tx' | 'now' | 'emit' | 'changed'>,
  purchaseOrderId: string,
  reason: string,
): Promise<void> {
  const po = await tx.one<Row>(
    `select po.code, po.status, m.status as order_status from crm_purchase_order po left join crm_order_mirror m on m.purchase_order = po.id where po.id = $1`,
    [purchaseOrderId],
  );
  if (po.order_status && GONE.includes(po.order_status))
    throw conflict(
      'PO_ALREADY_SHIPPED',
      {
        en: `${po.code} is ${po.order_status} already; what left the warehouse is not cancelled.`,
        tr: `${po.code} depodan çıktı; depodan çıkan iptal edilmez.`,
      },
      { status: po.order_status },
    );
  if (po.status !== 'draft' && po.status !== 'released')
    throw conflict('PO_NOT_CANCELLABLE', { en: `${po.code} is ${po.status}.`, tr: `${po.code} artık iptal edilemez.` }, { status: po.status });
  if (po.status === 'released') emit(poCancelled, purchaseOrderId, { purchase_order_id: purchaseOrderId, reason });
  await tx.query(`update crm_purchase_order set status = 'cancelled', stage = 'cancelled', stage_since = $2, cancel_reason = $3 where id = $1`, [
    purchaseOrderId,
    now,
    reason,
  ]);
  await tx.query('update crm_receivable set voided_at = $2 where purchase_order = $1 and voided_at is null', [purchaseOrderId, now]);
  await tx.query('delete from crm_payment_allocation where purchase_order = $1', [purchaseOrderId]);
  changed('crm_purchase_order', purchaseOrderId, { before: { status: po.status }, after: { status: 'cancelled' } });
}
