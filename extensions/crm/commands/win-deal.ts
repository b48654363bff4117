import { z } from 'zod';
import { dealWon } from '@selvedge/contract/events/deal-won.ts';
import { freshCode } from '@selvedge/kernel/code8.ts';
import { commandOn } from '@selvedge/kernel/command/define-command.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { creditBlockReason } from '../credit/decide-credit-block.ts';
import { loadCredit } from '../credit/load-credit.ts';
import { dealWin } from '../gates/deal-win.ts';
import { id, override } from '../input.ts';
import { appendTimeline } from '../timeline/append.ts';

interface WonLine extends Record<string, unknown> {
  id: string;
  position: number;
  item_code: string;
  uom: 'meter' | 'piece' | 'roll';
  qty: string;
}

const openLines = (tx: Tx, dealId: string) =>
  tx.query<WonLine>(
    `select l.id, l.position, i.code as item_code, l.uom, l.qty from crm_deal_line l join crm_catalog_item i on i.id = l.catalog_item
     where l.deal = $1 and l.status = 'open' order by l.position`,
    [dealId],
  );

/**
 * Wins a deal: the gate, the credit block when it is due (J29), the PO draft, the contract a cash
 * deal needs (J40), and deal.won, which goes to the warehouse for credit-blocked deals too (SAL-10).
 * @source SAL-3, SAL-10, J29, J40
 */
export const winDeal = commandOn({
  name: 'deal.win',
  system: 'crm',
  title: { en: 'Win deal', tr: 'Anlaşmayı kazan' },
  permission: 'deals:win',
  gates: ['deal-win'],
  input: z.strictObject({ deal: id, override: override.optional() }),
  subject: { table: 'crm_deal', id: (body) => body.deal },
  reason: (body) => body.override && `${body.override.reasonCode}: ${body.override.note}`,
  run: async ({ tx, subject, org, identity, now, pass, emit, changed }, body) => {
    if (subject.status === 'won') throw conflict('DEAL_ALREADY_WON', `Deal ${subject.code} is won already.`);
    await pass(dealWin, subject, body.override);
    const profile = await tx.one<{ name: string; payment_mode: 'cash' | 'credit'; contract_waived: boolean }>(
      'select name, payment_mode, contract_waived from crm_customer_profile where id = $1',
      [subject.profile],
    );
    const blockReason = creditBlockReason(await loadCredit(tx, subject.profile, now));
    const lines = await openLines(tx, subject.id);

    const code = await freshCode(
      `${org.code}PO`,
      async (candidate) => (await tx.maybe('select 1 from crm_purchase_order where code = $1', [candidate])) !== undefined,
    );
    const po = await tx.insert('crm_purchase_order', {
      org: org.id,
      code,
      deal: subject.id,
      profile: subject.profile,
      currency: subject.currency,
      gross_amount: subject.gross_amount,
      stage_since: now,
    });
    await tx.query(`update crm_deal_line set purchase_order = $2 where deal = $1 and status = 'open'`, [subject.id, po.id]);
    await tx.update('crm_deal', subject.id, {
      status: 'won',
      won_at: now,
      credit_blocked: blockReason !== null,
      credit_block_reason: blockReason,
      reservation_state: 'requested',
    });
    if (profile.payment_mode === 'cash') {
      await tx.insert('crm_contract', {
        org: org.id,
        deal: subject.id,
        status: profile.contract_waived ? 'waived' : 'awaiting_signature',
        note: profile.contract_waived ? 'Waived for this customer' : null,
      });
    }

    emit(
      dealWon,
      subject.id,
      {
        deal_id: subject.id,
        deal_code: subject.code,
        customer_name: profile.name,
        credit_blocked: blockReason !== null,
        won_at: now.toISOString(),
        lines: lines.map((line) => ({ deal_line_id: line.id, position: line.position, item_code: line.item_code, uom: line.uom, qty: line.qty })),
      },
      1,
    );
    await appendTimeline(tx, [
      {
        org: org.id,
        deal: subject.id,
        purchaseOrder: po.id,
        source: 'person',
        kind: 'deal.win',
        actor: identity.userId,
        details: { poCode: code, ...(body.override && { override: body.override }) },
        at: now,
      },
      ...(blockReason
        ? [{ org: org.id, deal: subject.id, source: 'system' as const, kind: 'deal.credit-blocked', details: { reason: blockReason }, at: now }]
        : []),
    ]);
    changed('crm_deal', subject.id, {
      before: { status: subject.status },
      after: { status: 'won', credit_blocked: blockReason !== null, purchase_order: code },
    });
    return { dealId: subject.id, purchaseOrderId: po.id, purchaseOrderCode: code, creditBlocked: blockReason !== null };
  },
});
