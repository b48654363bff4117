import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { dealWon } from '@selvedge/contract/events/deal-won.ts';
import { commandOn, type CommandContext, type SubjectRow } from '@selvedge/kernel/command/define-command.ts';
import { allOrFirstError, type Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { askGate } from '@selvedge/kernel/gate/binding.ts';
import { requireOtherHands } from '@selvedge/kernel/identity/other-hands.ts';
import type { Override } from '@selvedge/kernel/gate/decision.ts';
import { freshPurchaseOrderCode, inOrg } from '../codes.ts';
import { creditBlockInWords, creditBlockReason } from '../credit/decide-credit-block.ts';
import { loadCreditOfDeal } from '../credit/load-credit.ts';
import { dealWin } from '../gates/deal-win.ts';
import { id, override } from '../input.ts';
import { appendTimeline } from '../timeline/append.ts';

type OnDeal = CommandContext<SubjectRow<'crm_deal'>>;

interface Profile extends Record<string, unknown> {
  name: string;
  payment_mode: 'cash' | 'credit';
  contract_waived: boolean;
}

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

// The org's code as a value of its own: joined, it would keep the planner from the index of the codes.
const TAKEN = `select 1 from crm_purchase_order where code = (select o.code from crm_deal d join core_org o on o.id = d.org where d.id = $1) || $2`;

/** What is read before anything is written. */
const load = (tx: Tx, dealId: string, now: Date) =>
  allOrFirstError([
    askGate(tx, dealWin, { id: dealId }, now),
    tx.maybe<Profile>('select p.name, p.payment_mode, p.contract_waived from crm_deal d join crm_customer_profile p on p.id = d.profile where d.id = $1', [
      dealId,
    ]),
    loadCreditOfDeal(tx, dealId, now),
    openLines(tx, dealId),
    freshPurchaseOrderCode(async (code) => (await tx.maybe(TAKEN, [dealId, code])) !== undefined),
  ]);

interface Outcome {
  readonly profile: Profile;
  readonly blockReason: string | null;
  readonly code: string;
  readonly lineCount: number;
  readonly override: Override | undefined;
}

/** PO draft, deal, lines, contract and timeline. @returns the PO's id */
function save({ tx, subject, org, identity, now }: OnDeal, { profile, blockReason, code, lineCount, override: lifted }: Outcome): string {
  const { currency, gross_amount, profile: profileId } = subject;
  const purchaseOrderId = randomUUID();
  const po = {
    id: purchaseOrderId,
    org: org.id,
    code,
    deal: subject.id,
    profile: profileId,
    currency,
    gross_amount,
    line_count: lineCount,
    stage_since: now,
  };
  const waived = profile.contract_waived;
  const contract = {
    org: org.id,
    deal: subject.id,
    status: waived ? ('waived' as const) : ('awaiting_signature' as const),
    note: waived ? 'Waived for this customer' : null,
  };
  const story = { org: org.id, deal: subject.id, at: now };
  tx.insertAtCommit('crm_purchase_order', [po]);
  tx.atCommit(`update crm_deal_line set purchase_order = $2 where deal = $1 and status = 'open'`, [subject.id, purchaseOrderId]);
  tx.updateAtCommit('crm_deal', subject, {
    status: 'won',
    won_at: now,
    credit_blocked: blockReason !== null,
    credit_block_reason: blockReason,
    reservation_state: 'requested',
  });
  if (profile.payment_mode === 'cash') tx.insertAtCommit('crm_contract', [contract]);
  appendTimeline(tx, [
    {
      ...story,
      purchaseOrder: purchaseOrderId,
      source: 'person',
      kind: 'deal.win',
      actor: identity.userId,
      details: { poCode: code, ...(lifted && { override: lifted }) },
    },
    ...(blockReason ? [{ ...story, source: 'system' as const, kind: 'deal.credit-blocked', details: { reason: creditBlockInWords(blockReason) } }] : []),
  ]);
  return purchaseOrderId;
}

/** Whoever made the deal, or submitted it, asked for what is lifted, and lifts nothing of it (J17). */
async function requireOtherHandsThanSold(tx: Tx, orgId: string, decider: string, deal: SubjectRow<'crm_deal'>): Promise<void> {
  await requireOtherHands(tx, orgId, decider, deal.created_by, deal.created_at);
  await requireOtherHands(tx, orgId, decider, deal.submitted_by, deal.submitted_at ?? deal.created_at);
}

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
  reads: (tx, { deal }, now) => load(tx, deal, now),
  run: async (context, body, [asked, profile, credit, lines, freeCode]) => {
    const { tx, subject, org, identity, now, pass, emit, changed } = context;
    if (subject.status === 'won')
      throw conflict('DEAL_ALREADY_WON', { en: `Deal ${subject.code} is won already.`, tr: `${subject.code} anlaşması zaten kazanılmış.` });
    const decision = await pass(asked, subject, body.override);
    if (!profile) throw new Error(`Deal ${subject.code} has no customer that the one who wins it sees.`);
    const code = inOrg(org.code, freeCode);
    const overridden = decision.requirements.filter((requirement) => requirement.overridden).map((requirement) => requirement.code);
    if (overridden.length > 0) await requireOtherHandsThanSold(tx, org.id, identity.userId, subject);
    const blockReason = creditBlockReason(credit);
    const purchaseOrderId = save(context, { profile, blockReason, code, lineCount: lines.length, override: overridden.length > 0 ? body.override : undefined });
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
    changed('crm_deal', subject.id, {
      before: { status: subject.status },
      after: { status: 'won', credit_blocked: blockReason !== null, purchase_order: code, overridden },
    });
    return { dealId: subject.id, purchaseOrderId, purchaseOrderCode: code, creditBlocked: blockReason !== null, overridden };
  },
});
