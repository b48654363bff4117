import type { RowFor } from '@selvedge/directus/model/index.ts';
import { bindGate, rowOf, type RowName } from '@selvedge/kernel/gate/binding.ts';
import { add, compare, subtract, sum } from '@selvedge/kernel/money.ts';
import { gates } from '@selvedge/rules/index.ts';

/** A roll as it was scanned, with what is entered for it. */
export interface EnteredRoll {
  readonly code: string;
  readonly quality: string;
  readonly free: string;
  readonly meters: string;
}

/** A quantity without the zeros its column adds. */
const plain = (quantity: string) => add(quantity, '0');

interface Row extends Record<string, unknown> {
  id: string;
  allowed_uoms: string[];
  meters: string;
  rolls: number;
}

type Line = RowFor<'wms_reservation_line'> & { entered?: readonly EnteredRoll[] };

/** allocation-on-hand, judged for a reservation line with the rolls entered for it. */
export const allocationOnHand = bindGate({
  gate: gates['allocation-on-hand'].gate,
  table: 'wms_reservation_line',
  described: {
    label: `(select r.deal_code from wms_reservation r where r.id = t.reservation) || ' · ' || t.position || ' ' || (select q.code from wms_quality q where q.id = t.quality)`,
  },
  loadFacts: async (tx, lines: readonly RowName[]) => {
    const rows = await tx.query<Row>(
      `select l.id, q.allowed_uoms, coalesce(sum(a.meters), 0) as meters, count(a.id) as rolls
       from wms_reservation_line l join wms_quality q on q.id = l.quality left join wms_allocation a on a.reservation_line = l.id
       where l.id = any ($1::uuid[]) group by l.id, q.id`,
      [lines.map((line) => line.id)],
    );
    const byLine = new Map(rows.map((row) => [row.id, row]));
    return (line: Line) => {
      const { allowed_uoms, meters, rolls } = rowOf(byLine, line.id);
      const entered = line.entered ?? [];
      const over = entered.filter((roll) => compare(roll.meters, roll.free) > 0);
      const foreign = entered.filter((roll) => roll.quality !== line.quality);
      const byMeter = line.uom === 'meter';
      return {
        rollsOverOnHandCount: over.length,
        rollsOverOnHand: over.map((roll) => `${roll.code}: ${plain(roll.meters)} > ${plain(roll.free)} (+${subtract(roll.meters, roll.free)})`),
        rollsOfOtherQualityCount: foreign.length,
        rollsOfOtherQuality: foreign.map((roll) => roll.code),
        uom: line.uom,
        allowedUoms: allowed_uoms,
        metersAfter: byMeter ? add(meters, sum(entered.map((roll) => roll.meters))) : String(rolls + entered.length),
        metersNeeded: line.qty,
      };
    };
  },
});
