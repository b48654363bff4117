import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { commandIn } from '@selvedge/kernel/command/define-command.ts';
import { allOrFirstError } from '@selvedge/kernel/database/transaction.ts';
import { conflict, notFound } from '@selvedge/kernel/errors.ts';
import { sum } from '@selvedge/kernel/money.ts';
import { freshDealCode, inOrg } from '../codes.ts';
import { submit } from '../deals/submit.ts';
import { currency, dealLines, id } from '../input.ts';
import { judgeLines } from '../pricing/judge-lines.ts';
import { loadItems, priceLines } from '../pricing/price-lines.ts';
import { appendTimeline } from '../timeline/append.ts';

// The org's code as a value of its own: joined, it would keep the planner from the index of the codes.
const TAKEN = 'select 1 from crm_deal where code = (select code from core_org where id = $1) || $2';

/**
 * A draft with its lines, in an org that is always named (J3), under a code that cannot be guessed;
 * submitted in the same act when asked for and its gate allows it, not made at all when it refuses.
 * @source SAL-4, SAL-5, J6, J7
 */
export const createDeal = commandIn({
  name: 'deal.create',
  system: 'crm',
  title: { en: 'Create deal', tr: 'Anlaşma oluştur' },
  permission: 'deals:edit',
  gates: ['deal-submit'],
  input: z.strictObject({
    org: id,
    profile: id,
    currency,
    note: z.string().trim().max(2_000).optional(),
    lines: dealLines,
    submit: z.boolean().default(false),
  }),
  org: (body) => body.org,
  reads: (tx, body, now) =>
    allOrFirstError([
      tx.maybe<{ name: string; status: string }>('select name, status from crm_customer_profile where id = $1 and org = $2', [body.profile, body.org]),
      loadItems(tx, body.org, body.currency, body.lines, now),
      freshDealCode(async (code) => (await tx.maybe(TAKEN, [body.org, code])) !== undefined),
    ]),
  run: async (context, body, [profile, items, freeCode]) => {
    const { tx, org, identity, now, holds, changed } = context;
    if (!profile) throw notFound();
    const priced = priceLines(items, body.currency, body.lines, now, holds('prices:reconfirm'));
    const code = inOrg(org.code, freeCode);
    if (profile.status === 'inactive')
      throw conflict('CUSTOMER_INACTIVE', {
        en: `${profile.name} is inactive in ${org.code}; a manager approves it again first.`,
        tr: `${profile.name}, ${org.code} şirketinde pasif; önce bir müdür yeniden onaylamalı.`,
      });
    const lines = await judgeLines(context, priced);
    const dealId = randomUUID();
    // They travel together: the deal is there before the lines that point to it.
    const [deal] = await allOrFirstError([
      tx.insert('crm_deal', {
        id: dealId,
        org: org.id,
        code,
        profile: body.profile,
        currency: body.currency,
        gross_amount: sum(lines.map((line) => line.gross_amount)),
        owner_user: identity.userId,
        created_by: identity.userId,
        note: body.note ?? null,
      }),
      tx.insertMany(
        'crm_deal_line',
        lines.map((line) => ({ ...line, org: org.id, deal: dealId })),
      ),
    ]);
    appendTimeline(tx, [
      { org: org.id, deal: dealId, source: 'person', kind: 'deal.create', actor: identity.userId, details: { lines: lines.length }, at: now },
    ]);
    if (body.submit) await submit(context, deal);
    const status = body.submit ? ('submitted' as const) : ('draft' as const);
    changed('crm_deal', deal.id, { after: { code, status, currency: deal.currency, gross_amount: deal.gross_amount, lines: lines.length } });
    return { dealId: deal.id, code, status };
  },
});
