import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { compare, subtract } from '@selvedge/kernel/money.ts';

interface Difference extends Record<string, unknown> {
  lot: string;
  code: string;
  held: string;
  allocated: string;
  free: string;
}

/**
 * Makes a line hold exactly what was allocated to it, lot by lot: the reservation guessed the lots,
 * the warehouse chose the rolls.
 * @throws Refusal LOT_RESERVED when a chosen lot is promised to other lines
 */
export async function rebaseHolds(tx: Tx, orgId: string, lineId: string): Promise<void> {
  const lots = await tx.query<Difference>(
    `select t.id as lot, t.code, coalesce(h.meters, 0) as held, coalesce(a.meters, 0) as allocated, t.on_hand_meters - t.reserved_meters as free
     from wms_lot t
     left join (select lot, meters from wms_reservation_hold where reservation_line = $1) h on h.lot = t.id
     left join (select lot, sum(meters) as meters from wms_allocation where reservation_line = $1 group by lot) a on a.lot = t.id
     where h.lot is not null or a.lot is not null order by t.id for update of t`,
    [lineId],
  );
  for (const { lot, code, held, allocated, free } of lots) {
    const more = subtract(allocated, held);
    if (compare(more, free) > 0)
      throw conflict(
        'LOT_RESERVED',
        {
          en: `Lot ${code} has ${free} m that no other line holds, ${more} m more are needed; choose rolls of another lot.`,
          tr: `${code} partisinde başka satıra ayrılmamış ${free} m var, ${more} m daha gerekiyor; başka partiden top seçin.`,
        },
        {
          lot: code,
          free,
          needed: more,
        },
      );
    await tx.query('update wms_lot set reserved_meters = reserved_meters + $2 where id = $1', [lot, more]);
    await tx.query('delete from wms_reservation_hold where reservation_line = $1 and lot = $2', [lineId, lot]);
    if (compare(allocated, '0') > 0) await tx.insert('wms_reservation_hold', { org: orgId, reservation_line: lineId, lot, meters: allocated });
  }
}
