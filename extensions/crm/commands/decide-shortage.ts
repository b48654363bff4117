import { z } from 'zod';
import { reservationReleaseRequested } from '@selvedge/contract/events/reservation-release-requested.ts';
import { shortageDecided } from '@selvedge/contract/events/shortage-decided.ts';
import { commandOn } from '@selvedge/kernel/command/define-command.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { compare, grossAmount, subtract, sum } from '@selvedge/kernel/money.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import { id, note } from '../input.ts';
import { refreshStagesOfDeal } from '../orders/refresh-po-stage.ts';
import { appendTimeline } from '../timeline/append.ts';

async function loadLine(tx: Tx, lineId: string): Promise<RowFor<'crm_deal_line'>> {
  return tx.one<RowFor<'crm_deal_line'> & Record<string, unknown>>('select * from crm_deal_line where id = $1 for update', [lineId]);
}

/** Amounts of PO and deal follow their open lines; a confirmation for another amount lapses. */
async function recomputeAmounts(tx: Tx, line: RowFor<'crm_deal_line'>): Promise<void> {
  const amounts = async (column: 'deal' | 'purchase_order', parent: string) =>
    sum(
      (await tx.query<{ gross_amount: string }>(`select gross_amount from crm_deal_line where ${column} = $1 and status = 'open'`, [parent])).map(
        (row) => row.gross_amount,
      ),
    );
  await tx.update('crm_deal', line.deal, { gross_amount: await amounts('deal', line.deal) });
  if (line.purchase_order) {
    await tx.update('crm_purchase_order', line.purchase_order, {
      gross_amount: await amounts('purchase_order', line.purchase_order),
      payment_confirmed_at: null,
      payment_confirmed_by: null,
    });
  }
}

/**
 * A manager decides what happens with a line the warehouse cannot fill: wait for supply, ship what
 * there is, or cancel the line. Other lines are not touched.
 * @source J18, SAL-13
 */
export const decideShortage = commandOn({
  name: 'shortage.decide',
  system: 'crm',
  title: { en: 'Decide shortage', tr: 'Eksik için karar ver' },
  permission: 'shortage:decide',
  input: z.strictObject({ shortage: id, decision: z.enum(['wait', 'ship_partly', 'cancel_line']), note: note.optional() }),
  subject: { table: 'crm_shortage', id: (body) => body.shortage },
  reason: (body) => body.note,
  run: async ({ tx, subject, org, identity, now, emit, changed }, body) => {
    if (subject.state !== 'open')
      throw conflict(
        'SHORTAGE_ALREADY_DECIDED',
        { en: `This shortage is ${subject.state}${subject.decision ? ` (${subject.decision})` : ''}.`, tr: 'Bu eksik için zaten karar verilmiş.' },
        {
          state: subject.state,
        },
      );
    const line = await loadLine(tx, subject.deal_line);
    const rest = subtract(line.qty, subject.shortage_qty);
    const cancels = body.decision === 'cancel_line' || (body.decision === 'ship_partly' && compare(rest, '0') <= 0);
    await tx.update('crm_shortage', subject.id, {
      state: 'decided',
      decision: body.decision,
      decided_by: identity.userId,
      decided_at: now,
      note: body.note ?? null,
    });
    if (cancels) {
      await tx.update('crm_deal_line', line.id, { status: 'cancelled' });
      emit(reservationReleaseRequested, line.deal, { deal_id: line.deal, deal_line_ids: [line.id], reason: 'Line cancelled after shortage' });
    } else if (body.decision === 'ship_partly') {
      await tx.update('crm_deal_line', line.id, { qty: rest, gross_amount: grossAmount(rest, line.unit_price, line.vat_rate) });
    }
    if (body.decision !== 'wait') await recomputeAmounts(tx, line);
    emit(shortageDecided, line.deal, {
      deal_id: line.deal,
      deal_line_id: line.id,
      decision: body.decision,
      qty: body.decision === 'ship_partly' && !cancels ? rest : line.qty,
      note: body.note ?? null,
    });
    await refreshStagesOfDeal(tx, line.deal, now);
    appendTimeline(tx, [
      {
        org: org.id,
        deal: line.deal,
        purchaseOrder: line.purchase_order,
        source: 'person',
        kind: 'shortage.decide',
        actor: identity.userId,
        details: { decision: body.decision, position: line.position, shortageQty: subject.shortage_qty },
        at: now,
      },
    ]);
    changed('crm_shortage', subject.id, { before: { state: 'open' }, after: { state: 'decided', decision: body.decision } });
    return { shortageId: subject.id, decision: body.decision };
  },
});
