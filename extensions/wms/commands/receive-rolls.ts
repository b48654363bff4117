import { z } from 'zod';
import { commandIn } from '@selvedge/kernel/command/define-command.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict, invalidInput, notFound } from '@selvedge/kernel/errors.ts';
import { add, sum } from '@selvedge/kernel/money.ts';
import { id, label, note, receivedMeters } from '../input.ts';
import { checkReceived, type KnownRoll } from '../stock/check-received.ts';

const input = z.strictObject({
  org: id,
  quality: id,
  lotCode: label,
  rolls: z
    .array(z.strictObject({ rollCode: label, meters: receivedMeters, location: z.string().trim().max(30).optional() }))
    .min(1)
    .max(200),
  note: note.optional(),
});

interface Lot extends Record<string, unknown> {
  id: string;
  quality: string;
  on_hand_meters: string;
}

/**
 * The lot of this code, made where there is none, and locked: whoever receives into it at the same moment waits.
 * @throws Refusal LOT_OF_OTHER_QUALITY
 */
async function lotFor(tx: Tx, org: { id: string; code: string }, quality: { id: string; code: string }, lotCode: string): Promise<Lot> {
  await tx.query('insert into wms_lot (org, quality, code) values ($1, $2, $3) on conflict (org, code) do nothing', [org.id, quality.id, lotCode]);
  const lot = await tx.one<Lot & { quality_code: string }>(
    `select t.id, t.quality, t.on_hand_meters, q.code as quality_code from wms_lot t join wms_quality q on q.id = t.quality
     where t.org = $1 and t.code = $2 for update of t`,
    [org.id, lotCode],
  );
  if (lot.quality !== quality.id)
    throw conflict(
      'LOT_OF_OTHER_QUALITY',
      {
        en: `Lot ${lotCode} is of ${lot.quality_code}, not of ${quality.code}; check the label or choose that quality.`,
        tr: `${lotCode} partisi ${quality.code} değil, ${lot.quality_code} kalitesinden; etikete bakın ya da o kaliteyi seçin.`,
      },
      { quality: lot.quality_code },
    );
  return lot;
}

/**
 * Rolls come in: up to 200 of one lot at once, all or none. From then on they can be reserved, and the job that
 * publishes stock tells CRM of them (jobs/publish-stock.ts).
 * @source SYS-3
 */
export const receiveRolls = commandIn({
  name: 'roll.receive',
  system: 'wms',
  title: { en: 'Receive rolls', tr: 'Top kabul et' },
  permission: 'stock:work',
  input,
  org: (body) => body.org,
  reason: (body) => body.note,
  run: async ({ tx, org, changed }, body) => {
    const quality = await tx.maybe<{ id: string; code: string; active: boolean }>('select id, code, active from wms_quality where id = $1', [body.quality]);
    if (!quality) throw notFound();
    if (!quality.active)
      throw conflict('QUALITY_INACTIVE', {
        en: `${quality.code} is switched off; ask a warehouse manager to switch it on before its rolls come in.`,
        tr: `${quality.code} kapalı; topları kabul etmeden önce bir depo müdürü açmalı.`,
      });
    const lot = await lotFor(tx, org, quality, body.lotCode);
    const known = await tx.query<KnownRoll & Record<string, unknown>>(
      'select r.code, t.code as lot from wms_roll r join wms_lot t on t.id = r.lot where r.org = $1 and r.code = any ($2)',
      [org.id, body.rolls.map((roll) => roll.rollCode)],
    );
    const problems = checkReceived(body.rolls, known);
    if (problems.length > 0) throw invalidInput(problems);
    await tx.insertMany(
      'wms_roll',
      body.rolls.map(({ rollCode, meters, location }) => ({
        org: org.id,
        lot: lot.id,
        quality: quality.id,
        code: rollCode,
        received_meters: meters,
        on_hand_meters: meters,
        location: location ? location.toUpperCase() : null,
      })),
    );
    const meters = sum(body.rolls.map((roll) => roll.meters));
    await tx.query('update wms_lot set on_hand_meters = on_hand_meters + $2::numeric where id = $1', [lot.id, meters]);
    changed('wms_lot', lot.id, {
      before: { onHandMeters: lot.on_hand_meters },
      after: { lotCode: body.lotCode, quality: quality.code, onHandMeters: add(lot.on_hand_meters, meters), rolls: body.rolls },
    });
    return { lotId: lot.id, lotCode: body.lotCode, rolls: body.rolls.length, meters };
  },
});
