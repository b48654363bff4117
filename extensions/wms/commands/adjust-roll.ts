import { z } from 'zod';
import { commandOn, type SubjectRow } from '@selvedge/kernel/command/define-command.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { Refusal } from '@selvedge/kernel/errors.ts';
import { isZero } from '@selvedge/kernel/money.ts';
import { id, measuredMeters, reason } from '../input.ts';
import { decideAdjustment, type AdjustedRoll } from '../stock/decide-adjustment.ts';

interface LotRow extends Record<string, unknown> {
  code: string;
  onHand: string;
  reserved: string;
  deals: string[];
}

/** Its lot, locked, and the deals that were given the roll or hold meters of the lot. */
async function load(tx: Tx, roll: SubjectRow<'wms_roll'>): Promise<AdjustedRoll> {
  const { deals, ...lot } = await tx.one<LotRow>(
    `select t.code, t.on_hand_meters as "onHand", t.reserved_meters as reserved,
       coalesce((select json_agg(distinct r.deal_code) from wms_reservation_line l join wms_reservation r on r.id = l.reservation
                 where l.id in (select reservation_line from wms_allocation where roll = $2
                                union all select reservation_line from wms_reservation_hold where lot = t.id)), '[]') as deals
     from wms_lot t where t.id = $1 for update of t`,
    [roll.lot, roll.id],
  );
  return {
    code: roll.code,
    status: roll.status,
    onHand: roll.on_hand_meters,
    allocated: roll.allocated_meters,
    isPromisedWhole: roll.reserved_line !== null,
    lot,
    deals,
  };
}

/**
 * Sets a roll to what was measured, or writes it off with 0. What the books gain or lose, its lot does too; the job
 * that publishes stock tells CRM (jobs/publish-stock.ts).
 */
export const adjustRoll = commandOn({
  name: 'roll.adjust',
  system: 'wms',
  title: { en: 'Adjust roll', tr: 'Topu düzelt' },
  permission: 'stock:adjust',
  input: z.strictObject({ roll: id, onHandMeters: measuredMeters, seenMeters: measuredMeters.optional(), reason }),
  subject: { table: 'wms_roll', id: (body) => body.roll },
  reason: (body) => body.reason,
  run: async ({ tx, subject, changed }, body) => {
    const decided = decideAdjustment(await load(tx, subject), body.onHandMeters, body.seenMeters);
    if (decided instanceof Refusal) throw decided;
    const { difference, heldDifference, status } = decided;
    const after = await tx.update('wms_roll', subject.id, { on_hand_meters: body.onHandMeters, status });
    // Counters of a lot move together: on hand and reserved in one statement, or the check between them would fire.
    await tx.query('update wms_lot set on_hand_meters = on_hand_meters + $2::numeric, reserved_meters = reserved_meters + $3::numeric where id = $1', [
      subject.lot,
      difference,
      heldDifference,
    ]);
    if (!isZero(heldDifference))
      await tx.query('update wms_reservation_hold set meters = meters + $3::numeric where reservation_line = $1 and lot = $2', [
        subject.reserved_line,
        subject.lot,
        heldDifference,
      ]);
    changed('wms_roll', subject.id, {
      before: { onHandMeters: subject.on_hand_meters, status: subject.status },
      after: { onHandMeters: after.on_hand_meters, status: after.status },
    });
    return { rollId: subject.id, onHandMeters: after.on_hand_meters, status: after.status };
  },
});
