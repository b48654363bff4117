import { invoiceControlFailed } from '@selvedge/contract/events/invoice-control-failed.ts';
import { invoiceControlPassed } from '@selvedge/contract/events/invoice-control-passed.ts';
import { orderCancelled } from '@selvedge/contract/events/order-cancelled.ts';
import { orderClosed } from '@selvedge/contract/events/order-closed.ts';
import { orderInvoiced } from '@selvedge/contract/events/order-invoiced.ts';
import { pickingCompleted } from '@selvedge/contract/events/picking-completed.ts';
import { pickingStarted } from '@selvedge/contract/events/picking-started.ts';
import { shipmentDelivered } from '@selvedge/contract/events/shipment-delivered.ts';
import { shipmentPosted } from '@selvedge/contract/events/shipment-posted.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import type { OwnedMirror } from '@selvedge/kernel/mirror/mirror.ts';
import type { SystemContext } from '@selvedge/kernel/system-transaction.ts';

type Order = RowFor<'wms_order'> & Record<string, unknown> & { org_code: string };

/** The steps whose event tells where an order stands; what came before them CRM keeps as it has it. */
async function tellOrder({ tx, now, emit }: SystemContext, order: Order): Promise<void> {
  const { crm_purchase_order_id: po, status_since: since } = order;
  const org = { id: order.org, code: order.org_code };
  const about = { purchase_order_id: po, order_id: order.id };
  const shipment = await tx.maybe<RowFor<'wms_shipment'> & Record<string, unknown>>('select * from wms_shipment where "order" = $1', [order.id]);
  switch (order.status) {
    case 'picking': {
      emit(pickingStarted, org, po, { ...about, started_at: since.toISOString() });
      return;
    }
    case 'picked': {
      const leftOut = await tx.query<{ crm_deal_line_id: string }>('select crm_deal_line_id from wms_order_line where "order" = $1 and blocked', [order.id]);
      emit(pickingCompleted, org, po, {
        ...about,
        completed_at: since.toISOString(),
        lines_left_out: leftOut.map((line) => line.crm_deal_line_id),
      });
      return;
    }
    case 'shipped': {
      emit(shipmentPosted, org, po, {
        ...about,
        carrier: shipment?.carrier ?? '–',
        tracking_id: shipment?.tracking_id ?? null,
        irsaliye_number: shipment?.irsaliye_number ?? '–',
        shipped_at: (shipment?.shipped_at ?? since).toISOString(),
      });
      break;
    }
    case 'cancelled': {
      emit(orderCancelled, org, po, { ...about, cancelled_at: since.toISOString() });
      return;
    }
    default: {
      emit(shipmentDelivered, org, po, {
        ...about,
        delivered_at: (shipment?.delivered_at ?? since).toISOString(),
        pod_reference: shipment?.pod_reference ?? '–',
        pod_received_by: shipment?.pod_received_by ?? '–',
      });
    }
  }
  // An invoice may come before the delivery.
  if (order.invoice_status !== 'issued') return;
  emit(orderInvoiced, org, po, { ...about, invoice_number: order.invoice_number ?? '–', invoiced_on: order.invoiced_on ?? now.toISOString().slice(0, 10) });
  const decided = { ...about, note: order.invoice_control_note, decided_at: now.toISOString() };
  if (order.invoice_control_status === 'passed') emit(invoiceControlPassed, org, po, decided);
  if (order.invoice_control_status === 'failed') emit(invoiceControlFailed, org, po, decided);
  if (order.status === 'closed') emit(orderClosed, org, po, { ...about, closed_at: (order.closed_at ?? since).toISOString() });
}

/** Where each released PO stands. CRM knows by itself that one was released. */
export const orderMirror: OwnedMirror = {
  name: 'orders',
  owner: 'wms',
  keeper: 'crm',
  entity: 'purchase_order',
  digests: `select o.crm_purchase_order_id::text as entity_id, c.code as org_code, md5(concat_ws('|', o.status, coalesce(o.invoice_number, '-'), coalesce(o.invoice_control_status, '-'))) as digest
    from wms_order o join core_org c on c.id = o.org where o.status <> 'released'`,
  tell: async (context, entityIds) => {
    const orders = await context.tx.query<Order>(
      `select o.*, c.code as org_code from wms_order o join core_org c on c.id = o.org
       where o.crm_purchase_order_id::text = any ($1) and o.status <> 'released' for update of o`,
      [entityIds],
    );
    for (const order of orders) {
      await tellOrder(context, order);
      context.changed('wms', 'wms_order', order.id, order.org, { after: { toldAgain: order.status } });
    }
  },
};
