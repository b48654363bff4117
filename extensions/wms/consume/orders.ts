import { orderCancelled } from '@selvedge/contract/events/order-cancelled.ts';
import { poCancelled } from '@selvedge/contract/events/po-cancelled.ts';
import { poCreated } from '@selvedge/contract/events/po-created.ts';
import { consume, WaitsFor } from '@selvedge/kernel/inbox/consumer.ts';
import { appendHistory } from '../orders/append-history.ts';

/** An approved PO arrives: the order to pick. Unique per PO, so a repeat cannot make a second (J72). */
export const onPoCreated = consume(poCreated, async ({ tx, now, org, changed }, { data }) => {
  const lines = await tx.query<{ crm_deal_line_id: string; quality: string }>(
    'select crm_deal_line_id, quality from wms_reservation_line where crm_deal_line_id = any ($1::uuid[])',
    [data.lines.map((line) => line.deal_line_id)],
  );
  const qualityOf = new Map(lines.map((line) => [line.crm_deal_line_id, line.quality]));
  if (!org || qualityOf.size < data.lines.length) return new WaitsFor('deal', data.deal_id);
  const order = await tx.insert('wms_order', {
    org: org.id,
    crm_purchase_order_id: data.purchase_order_id,
    po_code: data.po_code,
    deal_code: data.deal_code,
    customer_name: data.customer_name,
    shipping_address: data.shipping_address,
    ship_date: data.ship_date,
    status_since: now,
  });
  await tx.insertMany(
    'wms_order_line',
    data.lines.map((line) => ({
      org: org.id,
      order: order.id,
      crm_deal_line_id: line.deal_line_id,
      position: line.position,
      quality: qualityOf.get(line.deal_line_id) as string,
      uom: line.uom,
      qty: line.qty,
    })),
  );
  appendHistory(tx, { org: org.id, order: order.id, kind: 'po.created', details: { lines: data.lines.length, carrierWish: data.carrier_wish }, at: now });
  changed('wms_order', order.id, { after: { po_code: data.po_code, status: 'released' } });
  return undefined;
});

/** CRM cancelled a PO. It may, until the goods left; what left stays as it is and is told so. */
export const onPoCancelled = consume(poCancelled, async ({ tx, now, org, emit, changed }, { data }) => {
  const order = await tx.maybe<{ id: string; status: string }>('select id, status from wms_order where crm_purchase_order_id = $1 for update', [
    data.purchase_order_id,
  ]);
  if (!org || !order) return new WaitsFor('purchase_order', data.purchase_order_id);
  if (!['released', 'picking', 'picked'].includes(order.status)) {
    appendHistory(tx, { org: org.id, order: order.id, kind: 'po.cancelled-too-late', details: { reason: data.reason, status: order.status }, at: now });
    changed('wms_order', order.id, { after: { cancellationRefused: order.status } });
    return undefined;
  }
  await tx.query(`update wms_order set status = 'cancelled', status_since = $2 where id = $1`, [order.id, now]);
  appendHistory(tx, { org: org.id, order: order.id, kind: 'po.cancelled', details: { reason: data.reason }, at: now });
  emit(orderCancelled, data.purchase_order_id, { purchase_order_id: data.purchase_order_id, order_id: order.id, cancelled_at: now.toISOString() });
  changed('wms_order', order.id, { before: { status: order.status }, after: { status: 'cancelled' } });
  return undefined;
});
