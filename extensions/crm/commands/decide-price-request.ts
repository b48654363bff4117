import { z } from 'zod';
import { bulkOf } from '@selvedge/kernel/command/bulk.ts';
import { commandAt, type CommandContext } from '@selvedge/kernel/command/define-command.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict, notFound } from '@selvedge/kernel/errors.ts';
import { judge } from '@selvedge/kernel/gate/judge.ts';
import { requireOtherHands } from '@selvedge/kernel/identity/other-hands.ts';
import { PRICE_REQUEST } from '@selvedge/rules/status-words.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import { linePricing } from '../gates/line-pricing.ts';
import { id, note, reason } from '../input.ts';
import { appendTimeline } from '../timeline/append.ts';

type Request = RowFor<'crm_price_request'> & { id: string };
type Line = RowFor<'crm_deal_line'> & { id: string; pricing_state: 'needs_approval' | 'approved' };
interface Input {
  readonly request: string;
}

const orgOf = async (tx: Tx, { request }: Input): Promise<string | undefined> =>
  (await tx.maybe<{ org: string }>('select org from crm_price_request where id = $1', [request]))?.org;

/**
 * Locks the deal, then the request, as a change of the deal does: a request that was locked first would wait for a
 * change of its deal that waits for the request. Whoever asked decides nothing of it, nor does whoever made the deal
 * and so named the price (J17).
 * @throws Refusal PRICE_REQUEST_DECIDED, OWN_REQUEST
 */
async function lockDecidable({ tx, org, identity }: CommandContext, requestId: string): Promise<Request> {
  const deal = await tx.maybe<{ created_by: string | null; created_at: Date }>(
    'select created_by, created_at from crm_deal where id = (select deal from crm_price_request where id = $1) for update',
    [requestId],
  );
  const request = await tx.maybe<Request & { created_at: Date }>('select * from crm_price_request where id = $1 for update', [requestId]);
  if (!deal || !request) throw notFound();
  if (request.status !== 'pending') {
    const status = request.status === 'lapsed' ? { en: 'lapsed, since the deal changed', tr: 'geçersiz, anlaşma değişti' } : PRICE_REQUEST[request.status];
    throw conflict(
      'PRICE_REQUEST_DECIDED',
      { en: `This price request is not waiting any more: ${status.en}.`, tr: `Bu fiyat talebi artık beklemiyor: ${status.tr}.` },
      { status: request.status },
    );
  }
  await requireOtherHands(tx, org.id, identity.userId, request.requested_by, request.created_at);
  await requireOtherHands(tx, org.id, identity.userId, deal.created_by, deal.created_at);
  return request;
}

async function decide({ tx, identity, now }: CommandContext, request: Request, status: 'approved' | 'rejected', said: string | undefined): Promise<Line> {
  await tx.update('crm_price_request', request.id, { status, decided_by: identity.userId, decided_at: now, note: said ?? null });
  return tx.one<Line & Record<string, unknown>>('select * from crm_deal_line where id = $1 for update', [request.deal_line]);
}

/** The line as it is from now on, the deal's story and the audit. */
async function save(
  context: CommandContext,
  request: Request,
  line: Line,
  { verb, pricingState, said }: { verb: 'approve' | 'reject'; pricingState: Line['pricing_state']; said: string | undefined },
): Promise<void> {
  const { tx, org, identity, now, changed } = context;
  await tx.update('crm_deal_line', line.id, { pricing_state: pricingState });
  appendTimeline(tx, [
    {
      org: org.id,
      deal: request.deal,
      source: 'person',
      kind: `price-request.${verb}`,
      actor: identity.userId,
      details: { position: request.position, unitPrice: request.unit_price, currency: request.currency, ...(said && { note: said }) },
      at: now,
    },
  ]);
  changed('crm_price_request', request.id, { before: { status: 'pending' }, after: { status: verb === 'approve' ? 'approved' : 'rejected' } });
  changed('crm_deal_line', line.id, { before: { pricing_state: line.pricing_state }, after: { pricing_state: pricingState } });
}

/**
 * Lets a line be sold at the price that was asked for. The gate judges the line with that approval, so what an
 * organisation requires besides still counts.
 * @source MGR-2, J18, J26
 */
export const approvePriceRequest = commandAt({
  name: 'price-request.approve',
  system: 'crm',
  title: { en: 'Approve price', tr: 'Fiyatı onayla' },
  permission: 'approvals:pricing',
  gates: ['line-pricing'],
  input: z.strictObject({ request: id, note: note.optional() }),
  belongsTo: orgOf,
  reason: (body) => body.note,
  run: async (context, body) => {
    const request = await lockDecidable(context, body.request);
    const line = await decide(context, request, 'approved', body.note);
    await context.pass(linePricing, line);
    await save(context, request, line, { verb: 'approve', pricingState: 'approved', said: body.note });
    return { requestId: request.id, status: 'approved' as const };
  },
});

export const approvePriceRequests = bulkOf(approvePriceRequest, 'price-request.approve-many', { en: 'Approve prices', tr: 'Fiyatları onayla' });

/** Says no, and why. A price that needs nobody's approval then holds without one; any other goes on waiting (J25). */
export const rejectPriceRequest = commandAt({
  name: 'price-request.reject',
  system: 'crm',
  title: { en: 'Reject price', tr: 'Fiyatı reddet' },
  permission: 'approvals:pricing',
  input: z.strictObject({ request: id, note: reason }),
  belongsTo: orgOf,
  reason: (body) => body.note,
  run: async (context, body) => {
    const request = await lockDecidable(context, body.request);
    const line = await decide(context, request, 'rejected', body.note);
    const { decision } = await judge(context.tx, linePricing, context.identity, line, context.now);
    await save(context, request, line, { verb: 'reject', pricingState: decision.allowed ? 'approved' : 'needs_approval', said: body.note });
    return { requestId: request.id, status: 'rejected' as const };
  },
});

export const rejectPriceRequests = bulkOf(rejectPriceRequest, 'price-request.reject-many', { en: 'Reject prices', tr: 'Fiyatları reddet' });
