import type { ContractEvent } from '@selvedge/contract/define-event.ts';
import { invoiceControlFailed } from '@selvedge/contract/events/invoice-control-failed.ts';
import { invoiceControlPassed } from '@selvedge/contract/events/invoice-control-passed.ts';
import { invoiceControlReopened } from '@selvedge/contract/events/invoice-control-reopened.ts';
import { orderCancelled } from '@selvedge/contract/events/order-cancelled.ts';
import { orderClosed } from '@selvedge/contract/events/order-closed.ts';
import { orderInvoiced } from '@selvedge/contract/events/order-invoiced.ts';
import { pickingCompleted } from '@selvedge/contract/events/picking-completed.ts';
import { pickingStarted } from '@selvedge/contract/events/picking-started.ts';
import { shipmentDelivered } from '@selvedge/contract/events/shipment-delivered.ts';
import { shipmentPosted } from '@selvedge/contract/events/shipment-posted.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import { consume, WaitsFor, type Consumer, type ConsumerContext } from '@selvedge/kernel/inbox/consumer.ts';
import { refreshPoStage } from '../orders/refresh-po-stage.ts';
import { appendTimeline } from '../timeline/append.ts';

type Mirror = RowFor<'crm_order_mirror'>;
interface OrderEvent {
  readonly purchase_order_id: string;
  readonly order_id: string;
}

interface Step<D> {
  /** What the mirror takes from the event, and what follows from what it had. */
  readonly mirror: (data: D, before: Pick<Mirror, 'status' | 'delivered_at' | 'invoice_number'>) => Partial<Mirror>;
  readonly details?: (data: D) => Record<string, unknown>;
  /** What else CRM does then. */
  readonly also?: (context: ConsumerContext, data: D) => Promise<unknown>;
}

/** One step of a released PO in the warehouse: the mirror takes it, the stage follows, the timeline tells. */
function mirrorsStep<D extends OrderEvent>(event: ContractEvent<D>, step: Step<D>): Consumer {
  return consume(event, async (context, { type, data, occurredAt }) => {
    const { tx, now, org, changed } = context;
    const po = await tx.maybe<{ deal: string; mirror: string | null } & Pick<Mirror, 'status' | 'delivered_at' | 'invoice_number'>>(
      'select po.deal, m.id as mirror, m.status, m.delivered_at, m.invoice_number from crm_purchase_order po left join crm_order_mirror m on m.purchase_order = po.id where po.id = $1 for update of po',
      [data.purchase_order_id],
    );
    if (!org || !po?.mirror) return new WaitsFor('purchase_order', data.purchase_order_id);
    await tx.update('crm_order_mirror', po.mirror, { ...step.mirror(data, po), wms_order_id: data.order_id, updated_at: now });
    await step.also?.(context, data);
    await refreshPoStage(tx, data.purchase_order_id, now);
    appendTimeline(tx, [
      { org: org.id, deal: po.deal, purchaseOrder: data.purchase_order_id, source: 'wms', kind: type, details: step.details?.(data) ?? {}, at: occurredAt },
    ]);
    changed('crm_purchase_order', data.purchase_order_id, { after: { event: type } });
    return undefined;
  });
}

/** Credit terms run from the invoice; a cash receivable was due at approval already. */
const startTerms = ({ tx }: ConsumerContext, data: OrderEvent & { invoiced_on: string }) =>
  tx.query(
    `update crm_receivable r set due_date = $2::date + p.terms_days from crm_customer_profile p where r.purchase_order = $1 and p.id = r.profile and r.due_date is null`,
    [data.purchase_order_id, data.invoiced_on],
  );

export const orderConsumers: readonly Consumer[] = [
  mirrorsStep(pickingStarted, { mirror: () => ({ status: 'picking' }) }),
  mirrorsStep(pickingCompleted, { mirror: () => ({ status: 'picked' }), details: (data) => ({ leftOut: data.lines_left_out.length }) }),
  mirrorsStep(shipmentPosted, {
    mirror: (data) => ({
      status: 'shipped',
      carrier: data.carrier,
      tracking_id: data.tracking_id,
      shipped_at: new Date(data.shipped_at),
      delivered_at: null,
      pod_reference: null,
    }),
    details: (data) => ({ carrier: data.carrier, trackingId: data.tracking_id, irsaliyeNumber: data.irsaliye_number }),
  }),
  mirrorsStep(shipmentDelivered, {
    mirror: (data, { invoice_number }) => ({
      status: invoice_number === null ? 'delivered' : 'invoiced',
      delivered_at: new Date(data.delivered_at),
      pod_reference: data.pod_reference,
    }),
    details: (data) => ({ podReference: data.pod_reference, receivedBy: data.pod_received_by }),
  }),
  mirrorsStep(orderInvoiced, {
    // An invoice may come before the delivery: the order is still on its way then.
    mirror: (data, { status, delivered_at }) => ({
      status: delivered_at === null ? status : 'invoiced',
      invoice_number: data.invoice_number,
      invoiced_on: data.invoiced_on,
      invoice_control_status: 'pending_control',
    }),
    details: (data) => ({ invoiceNumber: data.invoice_number }),
    also: startTerms,
  }),
  mirrorsStep(invoiceControlPassed, { mirror: (data) => ({ invoice_control_status: 'passed', invoice_control_note: data.note }) }),
  mirrorsStep(invoiceControlFailed, {
    mirror: (data) => ({ invoice_control_status: 'failed', invoice_control_note: data.note }),
    details: (data) => ({ note: data.note }),
  }),
  mirrorsStep(invoiceControlReopened, {
    mirror: (data) => ({ invoice_control_status: 'pending_control', invoice_control_note: data.note }),
    details: (data) => ({ note: data.note }),
  }),
  mirrorsStep(orderClosed, {
    mirror: (data) => ({ status: 'closed', closed_at: new Date(data.closed_at) }),
    also: ({ tx }, data) => tx.query(`update crm_purchase_order set status = 'closed' where id = $1 and status = 'released'`, [data.purchase_order_id]),
  }),
  mirrorsStep(orderCancelled, { mirror: () => ({ status: 'cancelled' }) }),
];
