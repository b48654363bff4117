import type { RowFor } from '@selvedge/directus/model/index.ts';
import { bindGate } from '@selvedge/kernel/gate/binding.ts';
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

type Line = RowFor<'wms_reservation_line'> & { entered?: readonly EnteredRoll[] } & Record<string, unknown>;

/** allocation-on-hand, judged for a reservation line with the rolls entered for it. */
export const allocationOnHand = bindGate({
  gate: gates['allocation-on-hand'].gate,
  table: 'wms_reservation_line',
  described: { label: `(select q.code from wms_quality q where q.id = t.quality)` },
  loadFacts: async (tx, line: Line) => {
    const entered = line.entered ?? [];
    const quality = await tx.one<{ allowed_uoms: string[] }>('select allowed_uoms from wms_quality where id = $1', [line.quality]);
    const { meters, rolls } = await tx.one<{ meters: string; rolls: number }>(
      'select coalesce(sum(meters), 0) as meters, count(*) as rolls from wms_allocation where reservation_line = $1',
      [line.id],
    );
    const over = entered.filter((roll) => compare(roll.meters, roll.free) > 0);
    const foreign = entered.filter((roll) => roll.quality !== line.quality);
    const byMeter = line.uom === 'meter';
    return {
      rollsOverOnHandCount: over.length,
      rollsOverOnHand: over.map((roll) => `${roll.code}: ${plain(roll.meters)} > ${plain(roll.free)} (+${subtract(roll.meters, roll.free)})`),
      rollsOfOtherQualityCount: foreign.length,
      rollsOfOtherQuality: foreign.map((roll) => roll.code),
      uom: line.uom,
      allowedUoms: quality.allowed_uoms,
      metersAfter: byMeter ? add(meters, sum(entered.map((roll) => roll.meters))) : String(rolls + entered.length),
      metersNeeded: line.qty,
    };
  },
});
