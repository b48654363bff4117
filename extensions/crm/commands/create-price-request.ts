import { z } from 'zod';
import { commandOn } from '@selvedge/kernel/command/define-command.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict, notFound } from '@selvedge/kernel/errors.ts';
import { judge } from '@selvedge/kernel/gate/judge.ts';
import { DEAL_STATUS } from '@selvedge/rules/status-words.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import { linePricing } from '../gates/line-pricing.ts';
import { id, reason } from '../input.ts';
import { queueInternalMail } from '../mail/queue-internal.ts';
import { discountPercent, type LinePricingFacts } from '../pricing/line-facts.ts';
import { appendTimeline } from '../timeline/append.ts';

type Line = RowFor<'crm_deal_line'> & { id: string };

/** Which exception it is, by what the gate misses first; a price inside the allowance is a discount all the same (J25). */
const KIND_OF = { PRICE_AT_FLOOR: 'discount', CURRENCY_OF_LIST: 'currency', PRICE_FRESH: 'stale' } as const;
function kindOf(unmet: readonly string[], facts: LinePricingFacts): (typeof KIND_OF)[keyof typeof KIND_OF] {
  // In another currency, or with no list price at all, the floor says nothing of a discount.
  if (facts.currency !== facts.listCurrency) return 'currency';
  const first = (Object.keys(KIND_OF) as (keyof typeof KIND_OF)[]).find((code) => unmet.includes(code));
  return first ? KIND_OF[first] : 'discount';
}

async function requireNothingAskedYet(tx: Tx, line: Line): Promise<void> {
  const live = await tx.maybe<{ status: 'pending' | 'approved' }>(
    `select status from crm_price_request where deal_line = $1 and status in ('pending', 'approved')`,
    [line.id],
  );
  if (live?.status === 'pending')
    throw conflict(
      'PRICE_REQUEST_PENDING',
      {
        en: `Line ${line.position}: its price was asked for already and waits for a decision.`,
        tr: `${line.position}. satır: fiyatı zaten istenmiş, karar bekliyor.`,
      },
      { position: line.position },
    );
  if (live)
    throw conflict(
      'PRICE_ALREADY_APPROVED',
      {
        en: `Line ${line.position}: its price is approved already; change the line to ask for another.`,
        tr: `${line.position}. satır: fiyatı zaten onaylı; başka fiyat için satırı değiştirin.`,
      },
      { position: line.position },
    );
}

/**
 * Asks that a line may be sold at the price it has. It always makes an item for somebody to decide, inside the
 * allowance too, and until then the line waits. Who sells asks for the own deals; for another's, whoever decides prices.
 * @source J25, J26, J17
 */
export const createPriceRequest = commandOn({
  name: 'price-request.create',
  system: 'crm',
  title: { en: 'Ask for this price', tr: 'Bu fiyatı iste' },
  permission: 'deals:edit',
  input: z.strictObject({ deal: id, line: id, reason }),
  subject: { table: 'crm_deal', id: (body) => body.deal },
  reason: (body) => body.reason,
  run: async (context, body) => {
    const { tx, subject, org, identity, now, changed } = context;
    const line = await tx.maybe<Line & Record<string, unknown>>(`select * from crm_deal_line where id = $1 and deal = $2 and status = 'open' for update`, [
      body.line,
      subject.id,
    ]);
    if (!line) throw notFound();
    if (subject.owner_user !== identity.userId) context.require('approvals:pricing');
    if (subject.status !== 'draft' && subject.status !== 'submitted')
      throw conflict(
        'DEAL_NOT_OPEN',
        {
          en: `Deal ${subject.code} is ${subject.status}; prices are asked for while a deal is a draft or submitted.`,
          tr: `${subject.code} anlaşması: ${DEAL_STATUS[subject.status].tr}; fiyat, anlaşma taslak ya da gönderilmişken istenir.`,
        },
        { status: subject.status },
      );
    await requireNothingAskedYet(tx, line);
    const { decision, facts: judged } = await judge(tx, linePricing, identity, line, now);
    const facts = judged as LinePricingFacts;
    const kind = kindOf(
      decision.requirements.filter(({ met }) => !met).map(({ code }) => code),
      facts,
    );
    const request = await tx.insert('crm_price_request', {
      org: org.id,
      deal: subject.id,
      deal_line: line.id,
      position: line.position,
      catalog_item: line.catalog_item,
      kind,
      uom: line.uom,
      qty: line.qty,
      unit_price: line.unit_price,
      currency: subject.currency,
      list_price: facts.listPrice,
      list_currency: facts.listCurrency,
      discount_percent: discountPercent(facts),
      gross_amount: line.gross_amount,
      reason: body.reason,
      requested_by: identity.userId,
    });
    const { id: requestId } = request as typeof request & { id: string };
    await tx.update('crm_deal_line', line.id, { pricing_state: 'needs_approval' });
    const price = { unitPrice: line.unit_price, currency: subject.currency };
    appendTimeline(tx, [
      {
        org: org.id,
        deal: subject.id,
        source: 'person',
        kind: 'price-request.create',
        actor: identity.userId,
        details: { position: line.position, ...price, reason: body.reason },
        at: now,
      },
    ]);
    await queueInternalMail(context, {
      type: 'price_request_pending',
      objectId: requestId,
      code: subject.code,
      audience: ['sales_manager', 'pricing'],
      facts: { position: String(line.position), price: `${line.unit_price} ${subject.currency}`, reason: body.reason },
    });
    changed('crm_price_request', requestId, { after: { deal: subject.code, position: line.position, kind, status: 'pending', ...price } });
    changed('crm_deal_line', line.id, { before: { pricing_state: line.pricing_state }, after: { pricing_state: 'needs_approval' } });
    return { requestId, kind, status: 'pending' as const };
  },
});
