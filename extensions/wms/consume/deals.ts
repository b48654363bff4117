import { randomUUID } from 'node:crypto';
import { dealWon } from '@selvedge/contract/events/deal-won.ts';
import { reservationReleaseRequested } from '@selvedge/contract/events/reservation-release-requested.ts';
import { reservationUpdated } from '@selvedge/contract/events/reservation-updated.ts';
import { shortageDecided } from '@selvedge/contract/events/shortage-decided.ts';
import { shortageDetected } from '@selvedge/contract/events/shortage-detected.ts';
import { consume, WaitsFor, type ConsumerContext } from '@selvedge/kernel/inbox/consumer.ts';
import { compare } from '@selvedge/kernel/money.ts';
import { allOrFirstError } from '@selvedge/kernel/database/transaction.ts';
import { lineStates, statusOf } from '../stock/reservation-state.ts';
import { holdStock, planLines, releaseLines } from '../stock/reserve-lines.ts';

/** Tells CRM where every line of a deal stands after some of them changed. */
async function tell({ tx, emit }: ConsumerContext, reservationId: string, dealId: string): Promise<void> {
  const lines = await lineStates(tx, reservationId);
  const status = statusOf(lines);
  if (status === 'released') await tx.query(`update wms_reservation set status = 'released' where id = $1`, [reservationId]);
  emit(reservationUpdated, dealId, { deal_id: dealId, status, lines });
}

/**
 * A deal was won: each line gets what is free, and what is missing is told as a shortage of that
 * line alone.
 * @source SAL-10, WHS-10
 */
export const onDealWon = consume(dealWon, async (context, { data }) => {
  const { tx, org, emit, changed } = context;
  const codes = [...new Set(data.lines.map((line) => line.item_code))];
  const qualities = new Map(
    (await tx.query<{ id: string; code: string }>('select id, code from wms_quality where code = any ($1)', [codes])).map((row) => [row.code, row.id]),
  );
  const unknown = codes.find((code) => !qualities.has(code));
  if (!org || unknown !== undefined) return new WaitsFor('quality', unknown ?? '');

  const wishes = data.lines.map((line) => ({
    id: randomUUID(),
    quality: qualities.get(line.item_code) as string,
    uom: line.uom,
    qty: line.qty,
  }));
  const reservationId = randomUUID();
  const [, plan] = await allOrFirstError([
    tx.insert('wms_reservation', {
      id: reservationId,
      org: org.id,
      crm_deal_id: data.deal_id,
      deal_code: data.deal_code,
      customer_name: data.customer_name,
    }),
    planLines(tx, org.id, wishes),
  ]);
  const rows = data.lines.map((line, i) => {
    const { id, reserved, short } = plan.lines[i] as (typeof plan.lines)[0];
    const { quality } = wishes[i] as (typeof wishes)[0];
    return {
      id,
      org: org.id,
      reservation: reservationId,
      crm_deal_line_id: line.deal_line_id,
      position: line.position,
      quality,
      uom: line.uom,
      qty: line.qty,
      reserved_qty: reserved,
      shortage_qty: short,
      status: compare(short, '0') > 0 ? ('short' as const) : ('reserved' as const),
    };
  });
  await allOrFirstError([tx.insertMany('wms_reservation_line', rows), holdStock(tx, org.id, plan)]);
  const lines = rows.map((row) => ({ deal_line_id: row.crm_deal_line_id, state: row.status, reserved_qty: row.reserved_qty, shortage_qty: row.shortage_qty }));
  emit(reservationUpdated, data.deal_id, { deal_id: data.deal_id, status: statusOf(lines), lines });
  for (const { crm_deal_line_id, uom, shortage_qty } of rows.filter((row) => row.status === 'short')) {
    emit(shortageDetected, data.deal_id, { deal_id: data.deal_id, deal_line_id: crm_deal_line_id, uom, shortage_qty });
  }
  changed('wms_reservation', reservationId, { after: { deal_code: data.deal_code, lines: data.lines.length } });
  return undefined;
});

/** Lines were cancelled: their stock is free again. */
export const onReservationReleaseRequested = consume(reservationReleaseRequested, async (context, { data }) => {
  const { tx, changed } = context;
  const reservation = await tx.maybe<{ id: string }>('select id from wms_reservation where crm_deal_id = $1 for update', [data.deal_id]);
  if (!reservation) return new WaitsFor('deal', data.deal_id);
  const lines = await tx.query<{ id: string }>(
    `select id from wms_reservation_line where reservation = $1 and crm_deal_line_id = any ($2::uuid[]) and status <> 'released' for update`,
    [reservation.id, data.deal_line_ids],
  );
  await releaseLines(
    tx,
    lines.map((line) => line.id),
  );
  await tx.query(`update wms_reservation_line set status = 'released', reserved_qty = 0, shortage_qty = 0 where id = any ($1::uuid[])`, [
    lines.map((line) => line.id),
  ]);
  await tell(context, reservation.id, data.deal_id);
  changed('wms_reservation', reservation.id, { after: { released: lines.length, reason: data.reason } });
  return undefined;
});

/** A manager decided a shortage: shipping partly makes what is reserved the whole line. */
export const onShortageDecided = consume(shortageDecided, async (context, { data }) => {
  const { tx, changed } = context;
  const line = await tx.maybe<{ id: string; reservation: string; status: string }>(
    'select id, reservation, status from wms_reservation_line where crm_deal_line_id = $1 for update',
    [data.deal_line_id],
  );
  if (!line) return new WaitsFor('deal', data.deal_id);
  if (data.decision === 'ship_partly') {
    await tx.query(
      `update wms_reservation_line set qty = $2, shortage_qty = 0, status = case when status = 'short' then 'reserved' else status end where id = $1`,
      [line.id, data.qty],
    );
    await tell(context, line.reservation, data.deal_id);
  }
  changed('wms_reservation_line', line.id, { after: { decision: data.decision } });
  return undefined;
});
