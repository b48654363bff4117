import { allocationUpdated } from '@selvedge/contract/events/allocation-updated.ts';
import { reservationUpdated } from '@selvedge/contract/events/reservation-updated.ts';
import { shortageDetected } from '@selvedge/contract/events/shortage-detected.ts';
import { allOrFirstError } from '@selvedge/kernel/database/transaction.ts';
import { consume, WaitsFor } from '@selvedge/kernel/inbox/consumer.ts';
import { isZero } from '@selvedge/kernel/money.ts';
import { foreignOwners, noteGroupStock, rollsForPeople } from '../group/note-group-stock.ts';
import { refreshStagesOfDeal } from '../orders/refresh-po-stage.ts';
import { appendTimeline } from '../timeline/append.ts';

interface LineRow extends Record<string, unknown> {
  id: string;
  purchase_order: string | null;
  position: number;
}

/** What the warehouse reserved per line; other lines keep what they have. */
export const onReservationUpdated = consume(reservationUpdated, async ({ tx, now, org, changed }, { data }) => {
  if (!org || !(await tx.maybe('select 1 from crm_deal where id = $1 for update', [data.deal_id]))) return new WaitsFor('deal', data.deal_id);
  // One after another in one flight: the stages are derived from what the first three wrote.
  await allOrFirstError([
    tx.query(
      `insert into crm_reservation_mirror as m (org, deal, deal_line, state, reserved_qty, shortage_qty, updated_at)
       select $1, $2, r.deal_line_id, r.state, r.reserved_qty, r.shortage_qty, $4
       from unnest($3::uuid[], $5::text[], $6::numeric[], $7::numeric[]) as r(deal_line_id, state, reserved_qty, shortage_qty)
       on conflict (deal_line) do update set state = excluded.state, reserved_qty = excluded.reserved_qty, shortage_qty = excluded.shortage_qty, updated_at = excluded.updated_at,
         allocated_meters = case when excluded.state = 'released' then 0 else m.allocated_meters end`,
      [
        org.id,
        data.deal_id,
        data.lines.map((line) => line.deal_line_id),
        now,
        data.lines.map((line) => line.state),
        data.lines.map((line) => line.reserved_qty),
        data.lines.map((line) => line.shortage_qty),
      ],
    ),
    tx.query('update crm_deal set reservation_state = $2 where id = $1', [data.deal_id, data.status]),
    // A line that is short no longer has nothing left to decide.
    tx.query(
      `update crm_shortage s set state = 'resolved' from crm_reservation_mirror m where s.deal = $1 and s.state = 'open' and m.deal_line = s.deal_line and m.shortage_qty = 0`,
      [data.deal_id],
    ),
    refreshStagesOfDeal(tx, data.deal_id, now),
  ]);
  appendTimeline(tx, [
    {
      org: org.id,
      deal: data.deal_id,
      source: 'wms',
      kind: 'reservation.updated',
      details: { status: data.status, short: data.lines.filter((line) => !isZero(line.shortage_qty)).length },
      at: now,
    },
  ]);
  changed('crm_deal', data.deal_id, { after: { reservation_state: data.status } });
  return undefined;
});

/** A line was planned, got its rolls, or was confirmed by the warehouse. */
export const onAllocationUpdated = consume(allocationUpdated, async ({ tx, now, org, changed }, { data }) => {
  const line = await tx.maybe<LineRow>('select id, purchase_order, position from crm_deal_line where id = $1', [data.deal_line_id]);
  if (!org || !line) return new WaitsFor('deal', data.deal_id);
  const owners = await foreignOwners(tx, org.code, data.rolls);
  const stranger = owners.find((owner) => owner.id === null);
  if (stranger) return new WaitsFor('org', stranger.code);
  await tx.query(`update crm_reservation_mirror set state = $2, allocated_meters = $3, rolls = $4::json, updated_at = $5 where deal_line = $1`, [
    data.deal_line_id,
    data.state,
    data.allocated_meters,
    JSON.stringify(rollsForPeople(org.code, data.rolls)),
    now,
  ]);
  await noteGroupStock(tx, org.id, line.id, owners);
  await refreshStagesOfDeal(tx, data.deal_id, now);
  appendTimeline(tx, [
    {
      org: org.id,
      deal: data.deal_id,
      purchaseOrder: line.purchase_order,
      source: 'wms',
      kind: 'allocation.updated',
      details: { position: line.position, state: data.state, meters: data.allocated_meters },
      at: now,
    },
  ]);
  changed('crm_reservation_mirror', data.deal_line_id, { after: { state: data.state } });
  return undefined;
});

/** A line the warehouse cannot fill: a decision for a manager, and no hindrance for other lines. */
export const onShortageDetected = consume(shortageDetected, async ({ tx, now, org, changed }, { data }) => {
  const line = await tx.maybe<LineRow>('select id, purchase_order, position from crm_deal_line where id = $1', [data.deal_line_id]);
  if (!org || !line) return new WaitsFor('deal', data.deal_id);
  await tx.query(
    `insert into crm_shortage (org, deal, deal_line, shortage_qty) values ($1, $2, $3, $4)
     on conflict (deal_line) where state = 'open' do update set shortage_qty = excluded.shortage_qty`,
    [org.id, data.deal_id, data.deal_line_id, data.shortage_qty],
  );
  await refreshStagesOfDeal(tx, data.deal_id, now);
  appendTimeline(tx, [
    {
      org: org.id,
      deal: data.deal_id,
      purchaseOrder: line.purchase_order,
      source: 'wms',
      kind: 'shortage.detected',
      details: { position: line.position, shortageQty: data.shortage_qty, uom: data.uom },
      at: now,
    },
  ]);
  changed('crm_shortage', data.deal_line_id, { after: { shortage_qty: data.shortage_qty } });
  return undefined;
});
