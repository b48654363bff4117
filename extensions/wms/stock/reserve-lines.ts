import { allOrFirstError, type Tx } from '@selvedge/kernel/database/transaction.ts';
import { add } from '@selvedge/kernel/money.ts';
import { planReservation, type FreeLot, type LineWish, type ReservationPlan, type WholeRoll } from './plan-reservation.ts';

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
 * Locks what may serve these lines and decides which stock each gets, oldest lot first. Lots are
 * locked in one order, so two deals never wait for each other in a circle.
 */
export async function planLines(tx: Tx, orgId: string, lines: readonly LineWish[]): Promise<ReservationPlan> {
  const qualities = [...new Set(lines.map((line) => line.quality))];
  const whole = [...new Set(lines.filter((line) => line.uom !== 'meter').map((line) => line.quality))];
  const lots = freeLots(tx, orgId, qualities);
  const rolls = whole.length > 0 ? wholeRolls(tx, orgId, whole) : Promise.resolve([]);
  return planReservation(lines, ...(await allOrFirstError([lots, rolls])));
}

/** Writes a plan down: holds per line and lot, lot counters, rolls that are promised whole. The lines must exist. */
export async function holdStock(tx: Tx, orgId: string, { holds, rolls }: ReservationPlan): Promise<void> {
  if (holds.length === 0) return;
  const perLot = new Map<string, string>();
  for (const { lot, meters } of holds) perLot.set(lot, add(perLot.get(lot) ?? '0', meters));
  await allOrFirstError([
    tx.query('insert into wms_reservation_hold (org, reservation_line, lot, meters) select $1, * from unnest($2::uuid[], $3::uuid[], $4::numeric[])', [
      orgId,
      holds.map((hold) => hold.line),
      holds.map((hold) => hold.lot),
      holds.map((hold) => hold.meters),
    ]),
    tx.query(
      'update wms_lot l set reserved_meters = l.reserved_meters + p.meters from unnest($1::uuid[], $2::numeric[]) as p(lot, meters) where l.id = p.lot',
      [[...perLot.keys()], [...perLot.values()]],
    ),
    tx.query('update wms_roll r set reserved_line = p.line from unnest($1::uuid[], $2::uuid[]) as p(roll, line) where r.id = p.roll', [
      rolls.map((roll) => roll.roll),
      rolls.map((roll) => roll.line),
    ]),
  ]);
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
    `update wms_roll r set allocated_meters = r.allocated_meters - a.meters,
       status = case when r.allocated_meters - a.meters <= 0 then 'in_stock' else r.status end
     from (select roll, sum(meters) as meters from wms_allocation where reservation_line = any ($1::uuid[]) group by roll) a where r.id = a.roll`,
    [lineIds],
  );
  await tx.query('delete from wms_allocation where reservation_line = any ($1::uuid[])', [lineIds]);
  await tx.query('update wms_roll set reserved_line = null where reserved_line = any ($1::uuid[])', [lineIds]);
}
