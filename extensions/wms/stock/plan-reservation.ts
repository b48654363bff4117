import { compare, subtract, add, sum } from '@selvedge/kernel/money.ts';

export interface LineWish {
  readonly id: string;
  readonly quality: string;
  readonly uom: 'meter' | 'piece' | 'roll';
  readonly qty: string;
}

export interface FreeLot {
  readonly id: string;
  readonly quality: string;
  readonly free: string;
}

export interface WholeRoll {
  readonly id: string;
  readonly lot: string;
  readonly quality: string;
  readonly meters: string;
}

export interface ReservationPlan {
  readonly lines: { id: string; reserved: string; short: string }[];
  readonly holds: { line: string; lot: string; meters: string }[];
  readonly rolls: { roll: string; line: string }[];
}

const smaller = (a: string, b: string) => (compare(a, b) <= 0 ? a : b);

/**
 * Decides which lot serves which line. Lines by the meter take meters from lots in the given order;
 * lines by the piece or roll take whole rolls, whose meters their lot then holds (J81). What is
 * missing is a shortage of that line alone.
 * @param lots free meters per lot, first come first
 */
export function planReservation(lines: readonly LineWish[], lots: readonly FreeLot[], rolls: readonly WholeRoll[]): ReservationPlan {
  const free = new Map(lots.map((lot) => [lot.id, lot.free]));
  const plan: ReservationPlan = { lines: [], holds: [], rolls: [] };
  const taken = new Set<string>();
  const take = (line: string, lot: string, meters: string) => {
    free.set(lot, subtract(free.get(lot) ?? '0', meters));
    const held = plan.holds.find((hold) => hold.line === line && hold.lot === lot);
    if (held) held.meters = add(held.meters, meters);
    else plan.holds.push({ line, lot, meters });
  };
  for (const line of lines) {
    const reserved = line.uom === 'meter' ? takeMeters(line, lots, free, take) : takeRolls(line, rolls, free, taken, take, plan);
    plan.lines.push({ id: line.id, reserved, short: subtract(line.qty, reserved) });
  }
  return plan;
}

type Take = (line: string, lot: string, meters: string) => void;

function takeMeters(line: LineWish, lots: readonly FreeLot[], free: ReadonlyMap<string, string>, take: Take): string {
  let missing = line.qty;
  for (const lot of lots) {
    const available = free.get(lot.id) ?? '0';
    if (lot.quality !== line.quality || compare(missing, '0') <= 0 || compare(available, '0') <= 0) continue;
    const meters = smaller(missing, available);
    take(line.id, lot.id, meters);
    missing = subtract(missing, meters);
  }
  return subtract(line.qty, missing);
}

function takeRolls(
  line: LineWish,
  rolls: readonly WholeRoll[],
  free: ReadonlyMap<string, string>,
  taken: Set<string>,
  take: Take,
  plan: ReservationPlan,
): string {
  const chosen: string[] = [];
  for (const roll of rolls) {
    if (compare(sum(chosen.map(() => '1')), line.qty) >= 0) break;
    if (roll.quality !== line.quality || taken.has(roll.id) || compare(free.get(roll.lot) ?? '0', roll.meters) < 0) continue;
    taken.add(roll.id);
    chosen.push(roll.id);
    take(line.id, roll.lot, roll.meters);
    plan.rolls.push({ roll: roll.id, line: line.id });
  }
  return String(chosen.length);
}
