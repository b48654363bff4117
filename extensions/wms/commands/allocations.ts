import { z } from 'zod';
import { allocationUpdated } from '@selvedge/contract/events/allocation-updated.ts';
import { commandOn } from '@selvedge/kernel/command/define-command.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict, invalidInput } from '@selvedge/kernel/errors.ts';
import { compare } from '@selvedge/kernel/money.ts';
import { UOM } from '@selvedge/rules/status-words.ts';
import { allocationOnHand } from '../gates/allocation-on-hand.ts';
import { code, id, meters, override } from '../input.ts';
import { allocationState } from '../stock/allocation-state.ts';
import { rebaseHolds } from '../stock/rebase-holds.ts';

interface RollRow extends Record<string, unknown> {
  id: string;
  code: string;
  lot: string;
  quality: string;
  free: string;
  status: string;
  reserved_line: string | null;
}

const lockRolls = (tx: Tx, orgId: string, codes: readonly string[]) =>
  tx.query<RollRow>(
    'select id, code, lot, quality, on_hand_meters - allocated_meters as free, status, reserved_line from wms_roll where org = $1 and code = any ($2) order by id for update',
    [orgId, codes],
  );

/** @throws Refusal INVALID_INPUT for codes that are unknown, scanned twice, shipped or promised whole to another line */
function pickRolls(rolls: readonly RollRow[], entries: readonly { rollCode: string; meters: string }[], lineId: string) {
  const byCode = new Map(rolls.map((roll) => [roll.code, roll]));
  const problem = (index: number, message: string, messageTr: string) => ({ path: `rolls.${index}.rollCode`, message, messageTr });
  const problems = entries.flatMap(({ rollCode }, index) => {
    const roll = byCode.get(rollCode);
    if (!roll || roll.status === 'shipped' || roll.status === 'written_off')
      return [problem(index, `No roll ${rollCode} is in stock here; scan the label again.`, `${rollCode} topu burada stokta yok; etiketi yeniden okutun.`)];
    if (roll.reserved_line && roll.reserved_line !== lineId)
      return [
        problem(
          index,
          `Roll ${rollCode} is promised whole to another line; take another one.`,
          `${rollCode} topu bütün olarak başka satıra ayrılı; başka top alın.`,
        ),
      ];
    if (entries.findIndex((other) => other.rollCode === rollCode) !== index)
      return [
        problem(
          index,
          `Roll ${rollCode} is entered twice; add its meters up in one entry.`,
          `${rollCode} topu iki kez girildi; metrelerini tek girişte toplayın.`,
        ),
      ];
    return [];
  });
  if (problems.length > 0) throw invalidInput(problems);
  return entries.map((entry) => ({ roll: byCode.get(entry.rollCode) as RollRow, meters: entry.meters }));
}

/**
 * Enters rolls and meters for a planned line. Each allocation keeps the deal line it is for (WHS-8).
 * @source WHS-4, WHS-8, WMG-1
 */
export const enterAllocation = commandOn({
  name: 'allocation.enter',
  system: 'wms',
  title: { en: 'Enter rolls', tr: 'Top gir' },
  permission: 'stock:work',
  gates: ['allocation-on-hand'],
  input: z.strictObject({
    line: id,
    rolls: z
      .array(z.strictObject({ rollCode: code, meters }))
      .min(1)
      .max(200),
    override: override.optional(),
  }),
  subject: { table: 'wms_reservation_line', id: (body) => body.line },
  reason: (body) => body.override && `${body.override.reasonCode}: ${body.override.note}`,
  run: async ({ tx, subject, org, identity, pass, emit, changed }, body) => {
    if (subject.status !== 'planned')
      throw conflict(
        'LINE_NOT_PLANNED',
        {
          en: `Line ${subject.position} is ${subject.status}; rolls are entered for planned lines.`,
          tr: `${subject.position}. satır planlanmış durumda değil; toplar planlanan satırlara girilir.`,
        },
        { status: subject.status },
      );
    const chosen = pickRolls(
      await lockRolls(
        tx,
        org.id,
        body.rolls.map((roll) => roll.rollCode),
      ),
      body.rolls,
      subject.id,
    );
    const entered = chosen.map(({ roll, meters: entry }) => ({ code: roll.code, quality: roll.quality, free: roll.free, meters: entry }));
    const decision = await pass(allocationOnHand, { ...subject, entered }, body.override);
    const overridden = decision.requirements.filter((requirement) => requirement.overridden).map((requirement) => requirement.code);
    const isLifted = overridden.length > 0;
    for (const { roll, meters: entry } of chosen) {
      // Overriding says that the roll holds more than the books: the books follow, in roll and lot.
      const surplus = isLifted && compare(entry, roll.free) > 0;
      if (surplus)
        await tx.query('update wms_lot set on_hand_meters = on_hand_meters + ($2::numeric - $3::numeric) where id = $1', [roll.lot, entry, roll.free]);
      await tx.query(
        `update wms_roll set allocated_meters = allocated_meters + $2::numeric, on_hand_meters = greatest(on_hand_meters, allocated_meters + $2::numeric), status = 'allocated' where id = $1`,
        [roll.id, entry],
      );
    }
    await tx.insertMany(
      'wms_allocation',
      chosen.map(({ roll, meters: entry }) => ({
        org: org.id,
        reservation_line: subject.id,
        crm_deal_line_id: subject.crm_deal_line_id,
        roll: roll.id,
        lot: roll.lot,
        meters: entry,
        override_reason: isLifted && body.override ? `${body.override.reasonCode}: ${body.override.note}`.slice(0, 250) : null,
        entered_by: identity.userId,
      })),
    );
    const { dealId, data } = await allocationState(tx, subject.id);
    emit(allocationUpdated, dealId, data);
    changed('wms_reservation_line', subject.id, { after: { rolls: body.rolls, overridden } });
    return { lineId: subject.id, allocatedMeters: data.allocated_meters, overridden };
  },
});

/** Takes one entry back while the line is not confirmed: the undo of a scan. */
export const removeAllocation = commandOn({
  name: 'allocation.remove',
  system: 'wms',
  title: { en: 'Remove roll', tr: 'Topu çıkar' },
  permission: 'stock:work',
  input: z.strictObject({ allocation: id }),
  subject: { table: 'wms_allocation', id: (body) => body.allocation },
  run: async ({ tx, subject, emit, changed }) => {
    const line = await tx.one<{ id: string; status: string; position: number }>(
      'select id, status, position from wms_reservation_line where id = $1 for update',
      [subject.reservation_line],
    );
    if (line.status !== 'planned')
      throw conflict(
        'LINE_CONFIRMED',
        {
          en: `Line ${line.position} is ${line.status}; a confirmed allocation is not changed here.`,
          tr: `${line.position}. satırın tahsisi onaylanmış; onaylanmış tahsis burada değiştirilemez.`,
        },
        { status: line.status },
      );
    await tx.query(
      `update wms_roll set allocated_meters = allocated_meters - $2::numeric, status = case when allocated_meters - $2::numeric > 0 then status else 'in_stock' end where id = $1`,
      [subject.roll, subject.meters],
    );
    await tx.query('delete from wms_allocation where id = $1', [subject.id]);
    const { dealId, data } = await allocationState(tx, line.id);
    emit(allocationUpdated, dealId, data);
    changed('wms_reservation_line', line.id, { before: { roll: subject.roll, meters: subject.meters } });
    return { lineId: line.id, allocatedMeters: data.allocated_meters };
  },
});

/** The warehouse says that what is entered is what will be sent: the line counts as allocated. */
export const confirmAllocation = commandOn({
  name: 'allocation.confirm',
  system: 'wms',
  title: { en: 'Confirm allocation', tr: 'Tahsisi onayla' },
  permission: 'stock:work',
  input: z.strictObject({ line: id }),
  subject: { table: 'wms_reservation_line', id: (body) => body.line },
  run: async ({ tx, subject, org, identity, now, emit, changed }) => {
    if (subject.status !== 'planned')
      throw conflict(
        'LINE_NOT_PLANNED',
        {
          en: `Line ${subject.position} is ${subject.status}; only planned lines are confirmed.`,
          tr: `${subject.position}. satır planlanmış durumda değil; yalnız planlanan satırlar onaylanır.`,
        },
        { status: subject.status },
      );
    const { meters: entered, rolls } = await tx.one<{ meters: string; rolls: number }>(
      'select coalesce(sum(meters), 0) as meters, count(*) as rolls from wms_allocation where reservation_line = $1',
      [subject.id],
    );
    const got = subject.uom === 'meter' ? entered : String(rolls);
    if (compare(got, subject.qty) < 0)
      throw conflict(
        'ALLOCATION_INCOMPLETE',
        {
          en: `Line ${subject.position} needs ${subject.qty} ${subject.uom}, ${got} are entered; enter the rest first.`,
          tr: `${subject.position}. satır ${subject.qty} ${UOM[subject.uom].tr} ister, ${got} girildi; önce kalanını girin.`,
        },
        {
          needed: subject.qty,
          entered: got,
        },
      );
    await rebaseHolds(tx, org.id, subject.id);
    await tx.update('wms_reservation_line', subject.id, {
      status: 'allocated',
      allocated_at: now,
      allocated_by: identity.userId,
      reserved_qty: subject.qty,
      shortage_qty: '0',
    });
    const { dealId, data } = await allocationState(tx, subject.id);
    emit(allocationUpdated, dealId, data);
    changed('wms_reservation_line', subject.id, { before: { status: 'planned' }, after: { status: 'allocated', entered } });
    return { lineId: subject.id, status: 'allocated' as const };
  },
});
