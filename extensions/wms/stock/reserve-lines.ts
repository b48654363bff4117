import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { planReservation, type FreeLot, type LineWish, type WholeRoll } from './plan-reservation.ts';

const freeLots = (tx: Tx, orgId: string, qualityIds: readonly string[]) =>
  tx.query<FreeLot & Record<string, unknown>>(
    `select id, quality, on_hand_meters - reserved_meters as free from wms_lot
     where org = $1 and quality = any ($2::uuid[]) and on_hand_meters > reserved_meters order by id for update`,
    [orgId, qualityIds],
  );

const wholeRolls = (tx: Tx, orgId: string, qualityIds: readonly string[]) =>
  tx.query<WholeRoll & Record<string, unknown>>(
    `select id, lot, quality, on_hand_meters as meters from wms_roll
     where org = $1 and quality = any ($2::uuid[]) and status = 'in_stock' and allocated_meters = 0 and reserved_line is null and on_hand_meters > 0 order by code for update`,
    [orgId, qualityIds],
  );

/**
 * Sets stock of this org aside for lines, oldest lot first, and says what each line got. Lots are
 * locked in one order, so two deals never wait for each other in a circle.
 */
export async function reserveLines(tx: Tx, orgId: string, lines: readonly LineWish[]): Promise<{ id: string; reserved: string; short: string }[]> {
  const qualities = [...new Set(lines.map((line) => line.quality))];
  const lots = await freeLots(tx, orgId, qualities);
  const needsRolls = lines.filter((line) => line.uom !== 'meter').map((line) => line.quality);
  const rolls = needsRolls.length > 0 ? await wholeRolls(tx, orgId, [...new Set(needsRolls)]) : [];
  const plan = planReservation(lines, lots, rolls);
  if (plan.holds.length > 0) {
    await tx.query(
      `with wanted as (select * from jsonb_to_recordset($2::jsonb) as r(line uuid, lot uuid, meters numeric)),
            held as (insert into wms_reservation_hold (org, reservation_line, lot, meters) select $1, line, lot, meters from wanted),
            per_lot as (select lot, sum(meters) as meters from wanted group by lot)
       update wms_lot l set reserved_meters = l.reserved_meters + p.meters from per_lot p where l.id = p.lot`,
      [orgId, JSON.stringify(plan.holds)],
    );
  }
  for (const { roll, line } of plan.rolls) await tx.query('update wms_roll set reserved_line = $2 where id = $1', [roll, line]);
  return plan.lines;
}

/** Frees what lines hold: lot counters, whole rolls and allocations. */
export async function releaseLines(tx: Tx, lineIds: readonly string[]): Promise<void> {
  await tx.query(
    'select l.id from wms_lot l where l.id in (select lot from wms_reservation_hold where reservation_line = any ($1::uuid[])) order by l.id for update',
    [lineIds],
  );
  await tx.query(
    `update wms_lot l set reserved_meters = l.reserved_meters - h.meters
     from (select lot, sum(meters) as meters from wms_reservation_hold where reservation_line = any ($1::uuid[]) group by lot) h where l.id = h.lot`,
    [lineIds],
  );
  await tx.query('delete from wms_reservation_hold where reservation_line = any ($1::uuid[])', [lineIds]);
  await tx.query(
    `update wms_roll r set allocated_meters = r.allocated_meters - a.meters, status = 'in_stock'
     from (select roll, sum(meters) as meters from wms_allocation where reservation_line = any ($1::uuid[]) group by roll) a where r.id = a.roll`,
    [lineIds],
  );
  await tx.query('delete from wms_allocation where reservation_line = any ($1::uuid[])', [lineIds]);
  await tx.query('update wms_roll set reserved_line = null where reserved_line = any ($1::uuid[])', [lineIds]);
}
