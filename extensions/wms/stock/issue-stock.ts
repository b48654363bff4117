import type { Tx } from '@selvedge/kernel/database/transaction.ts';

/**
 * Takes what was allocated to the shipped lines of an order out of stock: rolls, lots and holds in
 * one go. Blocked lines keep theirs.
 */
export async function issueStock(tx: Tx, orderId: string): Promise<void> {
  const leaving = `select a.id, a.roll, a.lot, a.meters, a.reservation_line from wms_allocation a
    join wms_order_line l on l.crm_deal_line_id = a.crm_deal_line_id where l."order" = $1 and not l.blocked`;
  await tx.query(`select t.id from wms_lot t where t.id in (select lot from (${leaving}) x) order by t.id for update`, [orderId]);
  // Counters of a lot move together: on hand and reserved in one statement, or the check between them would fire.
  await tx.query(
    `update wms_lot t set on_hand_meters = t.on_hand_meters - x.meters, reserved_meters = t.reserved_meters - x.meters
     from (select lot, sum(meters) as meters from (${leaving}) a group by lot) x where t.id = x.lot`,
    [orderId],
  );
  await tx.query(
    `update wms_roll r set on_hand_meters = r.on_hand_meters - x.meters, allocated_meters = r.allocated_meters - x.meters,
       status = case when r.on_hand_meters - x.meters <= 0 then 'shipped' when r.allocated_meters - x.meters <= 0 then 'in_stock' else r.status end, reserved_line = null
     from (select roll, sum(meters) as meters from (${leaving}) a group by roll) x where r.id = x.roll`,
    [orderId],
  );
  await tx.query(`delete from wms_reservation_hold h using (${leaving}) x where h.reservation_line = x.reservation_line and h.lot = x.lot`, [orderId]);
}
