import fc from 'fast-check';
import { compare, subtract, sum } from '@selvedge/kernel/money.ts';
import { planReservation, type FreeLot, type LineWish, type WholeRoll } from './plan-reservation.ts';

const lot = (id: string, quality: string, free: string): FreeLot => ({ id, quality, free });
const roll = (id: string, ofLot: string, quality: string, meters: string): WholeRoll => ({ id, lot: ofLot, quality, meters });
const wish = (id: string, quality: string, qty: string, uom: LineWish['uom'] = 'meter'): LineWish => ({ id, quality, uom, qty });

describe('a reservation', () => {
  test('takes meters from lots in the given order', () => {
    const plan = planReservation([wish('1', 'A', '150')], [lot('a1', 'A', '100'), lot('b1', 'B', '500'), lot('a2', 'A', '100')], []);
    expect(plan.holds).toEqual([
      { line: '1', lot: 'a1', meters: '100' },
      { line: '1', lot: 'a2', meters: '50' },
    ]);
    expect(plan.lines).toEqual([{ id: '1', reserved: '150', short: '0' }]);
  });

  test('takes exactly what is there, and the rest is short', () => {
    const plan = planReservation([wish('1', 'A', '100.001')], [lot('a1', 'A', '100')], []);
    expect(plan.lines).toEqual([{ id: '1', reserved: '100', short: '0.001' }]);
  });

  test('leaves to the second line what the first did not take', () => {
    const plan = planReservation([wish('1', 'A', '70'), wish('2', 'A', '70')], [lot('a1', 'A', '100')], []);
    expect(plan.lines.map((line) => [line.reserved, line.short])).toEqual([
      ['70', '0'],
      ['30', '40'],
    ]);
  });

  test('[J81] takes whole rolls for a line sold by the roll, and holds their meters', () => {
    const rolls = [roll('r1', 'a1', 'A', '40'), roll('r2', 'a1', 'A', '55.5'), roll('r3', 'a1', 'A', '60')];
    const plan = planReservation([wish('1', 'A', '2', 'roll')], [lot('a1', 'A', '155.5')], rolls);
    expect(plan.rolls).toEqual([
      { roll: 'r1', line: '1' },
      { roll: 'r2', line: '1' },
    ]);
    expect(plan.holds).toEqual([{ line: '1', lot: 'a1', meters: '95.5' }]);
    expect(plan.lines).toEqual([{ id: '1', reserved: '2', short: '0' }]);
  });

  test('passes over a roll whose meters are promised to others, and takes a smaller one', () => {
    const rolls = [roll('r1', 'a1', 'A', '60'), roll('r2', 'a1', 'A', '30')];
    const plan = planReservation([wish('1', 'A', '1', 'roll')], [lot('a1', 'A', '50')], rolls);
    expect(plan.rolls).toEqual([{ roll: 'r2', line: '1' }]);
  });

  test('never gives a roll twice', () => {
    const plan = planReservation([wish('1', 'A', '1', 'roll'), wish('2', 'A', '1', 'piece')], [lot('a1', 'A', '80')], [roll('r1', 'a1', 'A', '40')]);
    expect(plan.lines.map((line) => line.short)).toEqual(['0', '1']);
  });

  test.each([
    ['without stock', [], []],
    ['with a lot of another quality', [lot('b1', 'B', '100')], []],
    ['with a lot that is promised beyond what it has', [lot('a1', 'A', '-5')], []],
    ['with an empty lot', [lot('a1', 'A', '0.000')], []],
  ])('is all short %s', (_, lots, rolls) => {
    expect(planReservation([wish('1', 'A', '10')], lots, rolls)).toEqual({ lines: [{ id: '1', reserved: '0', short: '10' }], holds: [], rolls: [] });
  });
});

const quality = fc.constantFrom('A', 'B', 'C');
const meters = (max: number) => fc.integer({ min: 1, max: max * 1_000 }).map((thousandths) => (thousandths / 1_000).toFixed(3));
const stock = fc
  .array(fc.record({ quality, free: fc.oneof(meters(300), fc.constantFrom('0', '-10')), rolls: fc.array(meters(80), { maxLength: 5 }) }), { maxLength: 8 })
  .map((lots) => ({
    lots: lots.map((one, i) => lot(`lot-${i}`, one.quality, one.free)),
    rolls: lots.flatMap((one, i) => one.rolls.map((length, n) => roll(`roll-${i}-${n}`, `lot-${i}`, one.quality, length))),
  }));
const wishes = fc
  .array(
    fc.oneof(
      fc.record({ quality, uom: fc.constant('meter' as const), qty: meters(400) }),
      fc.record({ quality, uom: fc.constantFrom('piece' as const, 'roll' as const), qty: fc.integer({ min: 1, max: 8 }).map(String) }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((lines) => lines.map((line, i) => ({ id: `line-${i}`, ...line })));

describe('any reservation of any stock', () => {
  const check = (property: (lines: LineWish[], lots: FreeLot[], rolls: WholeRoll[]) => void) =>
    fc.assert(fc.property(wishes, stock, (lines, { lots, rolls }) => property(lines, lots, rolls)));

  test('holds no more of a lot than is free on it, and only of the quality of its line', () => {
    check((lines, lots, rolls) => {
      const plan = planReservation(lines, lots, rolls);
      for (const { id, free, quality: ofLot } of lots) {
        const holds = plan.holds.filter((hold) => hold.lot === id);
        expect(holds.length === 0 || compare(sum(holds.map((hold) => hold.meters)), free) <= 0).toBe(true);
        for (const hold of holds) {
          expect(compare(hold.meters, '0')).toBe(1);
          expect(lines.find((line) => line.id === hold.line)?.quality).toBe(ofLot);
        }
      }
    });
  });

  test('reserved and short make up what was asked, and neither is negative', () => {
    check((lines, lots, rolls) => {
      const plan = planReservation(lines, lots, rolls);
      expect(plan.lines.map((line) => line.id)).toEqual(lines.map((line) => line.id));
      for (const [i, { reserved, short }] of plan.lines.entries()) {
        expect(compare(sum([reserved, short]), lines[i]!.qty)).toBe(0);
        expect(compare(reserved, '0')).toBeGreaterThanOrEqual(0);
        expect(compare(short, '0')).toBeGreaterThanOrEqual(0);
      }
    });
  });

  test('what a line holds is what it reserved: its meters, or the full meters of its whole rolls', () => {
    check((lines, lots, rolls) => {
      const plan = planReservation(lines, lots, rolls);
      expect(new Set(plan.rolls.map((one) => one.roll)).size).toBe(plan.rolls.length);
      for (const [i, line] of lines.entries()) {
        const held = sum(plan.holds.filter((hold) => hold.line === line.id).map((hold) => hold.meters));
        const own = plan.rolls.filter((one) => one.line === line.id).map((one) => rolls.find((candidate) => candidate.id === one.roll)!);
        if (line.uom === 'meter') {
          expect([own.length, compare(held, plan.lines[i]!.reserved)]).toEqual([0, 0]);
        } else {
          expect(plan.lines[i]!.reserved).toBe(String(own.length));
          expect(compare(held, sum(own.map((one) => one.meters)))).toBe(0);
          expect(own.every((one) => one.quality === line.quality)).toBe(true);
        }
      }
    });
  });

  test('a line by the meter is short only when its quality has nothing left', () => {
    check((lines, lots) => {
      const byMeter = lines.filter((line) => line.uom === 'meter');
      const plan = planReservation(byMeter, lots, []);
      for (const [i, { short }] of plan.lines.entries()) {
        if (compare(short, '0') === 0) continue;
        for (const one of lots.filter((candidate) => candidate.quality === byMeter[i]!.quality && compare(candidate.free, '0') > 0)) {
          const held = sum(plan.holds.filter((hold) => hold.lot === one.id).map((hold) => hold.meters));
          expect(compare(subtract(one.free, held), '0')).toBe(0);
        }
      }
    });
  });

  test('[WHS-10] what is short for one quality changes nothing for lines of another', () => {
    check((lines, lots, rolls) => {
      const others = lines.filter((line) => line.quality !== 'A');
      const all = planReservation(lines, lots, rolls);
      const alone = planReservation(others, lots, rolls);
      const ids = new Set(others.map((line) => line.id));
      expect(all.lines.filter((line) => ids.has(line.id))).toEqual(alone.lines);
      expect(all.holds.filter((hold) => ids.has(hold.line))).toEqual(alone.holds);
      expect(all.rolls.filter((one) => ids.has(one.line))).toEqual(alone.rolls);
    });
  });

  test('leaves what it was given as it was', () => {
    check((lines, lots, rolls) => {
      const before = JSON.stringify([lines, lots, rolls]);
      planReservation(lines, lots, rolls);
      expect(JSON.stringify([lines, lots, rolls])).toBe(before);
    });
  });
});
