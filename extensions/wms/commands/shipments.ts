import { z } from 'zod';
import { shipmentDelivered } from '@selvedge/contract/events/shipment-delivered.ts';
import { shipmentPosted } from '@selvedge/contract/events/shipment-posted.ts';
import { commandOn } from '@selvedge/kernel/command/define-command.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict, invalidInput } from '@selvedge/kernel/errors.ts';
import { ship } from '../gates/ship.ts';
import { code, id, override } from '../input.ts';
import { appendHistory } from '../orders/append-history.ts';
import { requireStatus } from '../orders/transitions.ts';
import { issueStock } from '../stock/issue-stock.ts';

/**
 * The goods leave: carrier, waybill, stock issued. A blocked line stays, whatever is overridden.
 * @source WHS-6, WHS-9, J20
 */
export const postShipment = commandOn({
  name: 'shipment.post',
  system: 'wms',
  title: { en: 'Post shipment', tr: 'Sevk et' },
  permission: 'stock:work',
  gates: ['ship'],
  input: z.strictObject({
    order: id,
    carrier: z.string().trim().max(250),
    trackingId: z.string().trim().max(250).optional(),
    irsaliyeNumber: code,
    override: override.optional(),
  }),
  subject: { table: 'wms_order', id: (body) => body.order },
  reason: (body) => body.override && `${body.override.reasonCode}: ${body.override.note}`,
  run: async ({ tx, subject, org, identity, now, pass, emit, changed }, body) => {
    if (await tx.maybe('select 1 from wms_shipment where "order" = $1', [subject.id]))
      throw conflict('ORDER_ALREADY_SHIPPED', { en: `${subject.po_code} was shipped already.`, tr: `${subject.po_code} zaten sevk edilmiş.` });
    const decision = await pass(ship, { ...subject, entered: { carrier: body.carrier, trackingId: body.trackingId ?? '' } }, body.override);
    const shipment = await tx.insert('wms_shipment', {
      org: org.id,
      order: subject.id,
      carrier: (await listedName(tx, org.id, body.carrier)) || '–',
      tracking_id: body.trackingId || null,
      irsaliye_number: body.irsaliyeNumber,
      shipped_at: now,
      shipped_by: identity.userId,
    });
    await issueStock(tx, subject.id);
    await tx.update('wms_order', subject.id, { status: 'shipped', status_since: now });
    const overridden = decision.requirements.filter((requirement) => requirement.overridden).map((requirement) => requirement.code);
    appendHistory(tx, {
      org: org.id,
      order: subject.id,
      kind: 'shipment_posted',
      actor: identity.userId,
      details: { carrier: shipment.carrier, irsaliyeNumber: body.irsaliyeNumber, overridden, ...(overridden.length > 0 && { override: body.override }) },
      at: now,
    });
    emit(shipmentPosted, subject.crm_purchase_order_id, {
      purchase_order_id: subject.crm_purchase_order_id,
      order_id: subject.id,
      carrier: shipment.carrier,
      tracking_id: shipment.tracking_id,
      irsaliye_number: shipment.irsaliye_number,
      shipped_at: now.toISOString(),
    });
    changed('wms_order', subject.id, { before: { status: subject.status }, after: { status: 'shipped', carrier: shipment.carrier, overridden } });
    return { orderId: subject.id, shipmentId: shipment.id, status: 'shipped' as const, overridden };
  },
});

/** The carrier as the org writes it, so that one carrier has one name in every list; as entered where it lists none such. */
const listedName = async (tx: Tx, org: string, entered: string): Promise<string> =>
  (await tx.maybe<{ name: string }>('select name from wms_carrier where org = $1 and app.carrier_key(name) = app.carrier_key($2)', [org, entered]))?.name ??
  entered;

/** Delivered, with the proof of it. */
export const deliverShipment = commandOn({
  name: 'shipment.deliver',
  system: 'wms',
  title: { en: 'Record delivery', tr: 'Teslimi kaydet' },
  permission: 'stock:work',
  input: z.strictObject({ order: id, podReference: code, podReceivedBy: z.string().trim().min(2).max(250), deliveredAt: z.iso.datetime().optional() }),
  subject: { table: 'wms_order', id: (body) => body.order },
  run: async ({ tx, subject, org, identity, now, emit, changed }, body) => {
    requireStatus('shipment.deliver', subject);
    const shipment = await tx.one<{ id: string; shipped_at: Date }>('select id, shipped_at from wms_shipment where "order" = $1 for update', [subject.id]);
    const deliveredAt = body.deliveredAt ? new Date(body.deliveredAt) : now;
    if (deliveredAt > now || deliveredAt < shipment.shipped_at) {
      throw invalidInput([
        {
          path: 'deliveredAt',
          message: `${deliveredAt.toISOString()} is not between the shipment (${shipment.shipped_at.toISOString()}) and now.`,
          messageTr: `${deliveredAt.toISOString()}, sevk (${shipment.shipped_at.toISOString()}) ile şimdi arasında değil.`,
        },
      ]);
    }
    await tx.update('wms_shipment', shipment.id, { delivered_at: deliveredAt, pod_reference: body.podReference, pod_received_by: body.podReceivedBy });
    // An invoice may come before the delivery; then the order has both now.
    const status = subject.invoice_status === 'issued' ? ('invoiced' as const) : ('delivered' as const);
    await tx.update('wms_order', subject.id, { status, status_since: now });
    appendHistory(tx, {
      org: org.id,
      order: subject.id,
      kind: 'shipment_delivered',
      actor: identity.userId,
      details: { podReference: body.podReference, receivedBy: body.podReceivedBy },
      at: now,
    });
    emit(shipmentDelivered, subject.crm_purchase_order_id, {
      purchase_order_id: subject.crm_purchase_order_id,
      order_id: subject.id,
      delivered_at: deliveredAt.toISOString(),
      pod_reference: body.podReference,
      pod_received_by: body.podReceivedBy,
    });
    changed('wms_order', subject.id, { before: { status: subject.status }, after: { status, podReference: body.podReference } });
    return { orderId: subject.id, status };
  },
});
