import { z } from 'zod';
import { reservationReleaseRequested } from '@selvedge/contract/events/reservation-release-requested.ts';
import { commandOn } from '@selvedge/kernel/command/define-command.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { DEAL_STATUS } from '@selvedge/rules/status-words.ts';
import { id, reason } from '../input.ts';
import { cancelPurchaseOrder } from '../orders/cancel.ts';
import { refreshStagesOfDeal } from '../orders/refresh-po-stage.ts';
import { creditBlockInWords } from '../credit/decide-credit-block.ts';
import { lapsePriceRequests } from '../pricing/lapse-requests.ts';
import { appendTimeline } from '../timeline/append.ts';

/** A deal that will not be won. */
export const loseDeal = commandOn({
  name: 'deal.lose',
  system: 'crm',
  title: { en: 'Mark as lost', tr: 'Kaybedildi işaretle' },
  permission: 'deals:edit',
  input: z.strictObject({ deal: id, reason }),
  subject: { table: 'crm_deal', id: (body) => body.deal },
  reason: (body) => body.reason,
  run: async (context, body) => {
    const { tx, subject, org, identity, now, changed } = context;
    if (subject.status !== 'draft' && subject.status !== 'submitted')
      throw conflict(
        'DEAL_NOT_OPEN',
        {
          en: `Deal ${subject.code} is ${subject.status}; only an open deal can be lost.`,
          tr: `${subject.code} anlaşması: ${DEAL_STATUS[subject.status].tr}; yalnız açık anlaşma kaybedilebilir.`,
        },
        { status: subject.status },
      );
    await lapsePriceRequests(context, subject.id, ['pending']);
    await tx.update('crm_deal', subject.id, { status: 'lost', cancel_reason: body.reason });
    appendTimeline(tx, [
      { org: org.id, deal: subject.id, source: 'person', kind: 'deal.lose', actor: identity.userId, details: { reason: body.reason }, at: now },
    ]);
    changed('crm_deal', subject.id, { before: { status: subject.status }, after: { status: 'lost' } });
    return { dealId: subject.id, status: 'lost' as const };
  },
});

/**
 * Cancels a deal until one of its POs shipped: POs cancelled, reservation released, receivables
 * voided; payments stay in the ledger as credit. Whoever edits deals cancels the own ones that are not
 * won yet; anything else is a manager's act.
 * @throws Refusal PERMISSION_REQUIRED po:cancel for a won deal, or one of somebody else
 */
export const cancelDeal = commandOn({
  name: 'deal.cancel',
  system: 'crm',
  title: { en: 'Cancel deal', tr: 'Anlaşmayı iptal et' },
  permission: 'deals:edit',
  input: z.strictObject({ deal: id, reason }),
  subject: { table: 'crm_deal', id: (body) => body.deal },
  reason: (body) => body.reason,
  run: async (context, body) => {
    const { tx, subject, org, identity, now, emit, changed } = context;
    if (subject.status === 'won' || subject.owner_user !== identity.userId) context.require('po:cancel');
    if (!['draft', 'submitted', 'won'].includes(subject.status))
      throw conflict(
        'DEAL_NOT_CANCELLABLE',
        {
          en: `Deal ${subject.code} is ${subject.status} and cannot be cancelled.`,
          tr: `${subject.code} anlaşması: ${DEAL_STATUS[subject.status].tr}; bu durumda iptal edilemez.`,
        },
        { status: subject.status },
      );
    const orders = await tx.query<{ id: string }>(`select id from crm_purchase_order where deal = $1 and status <> 'cancelled' order by id for update`, [
      subject.id,
    ]);
    for (const order of orders) await cancelPurchaseOrder(context, order.id, body.reason);
    await lapsePriceRequests(context, subject.id, ['pending']);
    const lines = await tx.query<{ id: string }>(`update crm_deal_line set status = 'cancelled' where deal = $1 and status = 'open' returning id`, [
      subject.id,
    ]);
    if (subject.status === 'won' && lines.length > 0) {
      emit(reservationReleaseRequested, subject.id, { deal_id: subject.id, deal_line_ids: lines.map((line) => line.id), reason: body.reason });
    }
    await tx.query(`update crm_contract set status = 'void' where deal = $1`, [subject.id]);
    await tx.query(`update crm_shortage set state = 'resolved' where deal = $1 and state = 'open'`, [subject.id]);
    await refreshStagesOfDeal(tx, subject.id, now);
    await tx.update('crm_deal', subject.id, { status: 'cancelled', cancel_reason: body.reason });
    appendTimeline(tx, [
      { org: org.id, deal: subject.id, source: 'person', kind: 'deal.cancel', actor: identity.userId, details: { reason: body.reason }, at: now },
    ]);
    changed('crm_deal', subject.id, { before: { status: subject.status }, after: { status: 'cancelled' } });
    return { dealId: subject.id, status: 'cancelled' as const };
  },
});

/** Closes a won deal when every PO of it is closed or cancelled. */
export const closeDeal = commandOn({
  name: 'deal.close',
  system: 'crm',
  title: { en: 'Close deal', tr: 'Anlaşmayı kapat' },
  permission: 'deals:close',
  input: z.strictObject({ deal: id }),
  subject: { table: 'crm_deal', id: (body) => body.deal },
  run: async ({ tx, subject, org, identity, now, changed }) => {
    if (subject.status !== 'won')
      throw conflict(
        'DEAL_NOT_WON',
        {
          en: `Deal ${subject.code} is ${subject.status}; only a won deal is closed.`,
          tr: `${subject.code} anlaşması: ${DEAL_STATUS[subject.status].tr}; yalnız kazanılmış anlaşma kapatılır.`,
        },
        { status: subject.status },
      );
    const open = await tx.query<{ code: string }>(`select code from crm_purchase_order where deal = $1 and status not in ('closed', 'cancelled')`, [
      subject.id,
    ]);
    if (open.length > 0)
      throw conflict(
        'DEAL_HAS_OPEN_ORDERS',
        {
          en: `Deal ${subject.code} still has open POs: ${open.map((po) => po.code).join(', ')}.`,
          tr: `${subject.code} anlaşmasının açık siparişleri var: ${open.map((po) => po.code).join(', ')}.`,
        },
        {
          open: open.map((po) => po.code),
        },
      );
    await tx.update('crm_deal', subject.id, { status: 'closed' });
    appendTimeline(tx, [{ org: org.id, deal: subject.id, source: 'person', kind: 'deal.close', actor: identity.userId, at: now }]);
    changed('crm_deal', subject.id, { before: { status: 'won' }, after: { status: 'closed' } });
    return { dealId: subject.id, status: 'closed' as const };
  },
});

/** A manager's act: the deal may go on although the customer's credit is not in order. */
export const clearCreditBlock = commandOn({
  name: 'deal.clear-credit-block',
  system: 'crm',
  title: { en: 'Clear credit block', tr: 'Kredi engelini kaldır' },
  permission: 'credit:clear',
  input: z.strictObject({ deal: id, reason }),
  subject: { table: 'crm_deal', id: (body) => body.deal },
  reason: (body) => body.reason,
  run: async ({ tx, subject, org, identity, now, changed }, body) => {
    if (!subject.credit_blocked)
      throw conflict('DEAL_NOT_CREDIT_BLOCKED', { en: `Deal ${subject.code} is not credit blocked.`, tr: `${subject.code} anlaşmasında kredi engeli yok.` });
    await tx.update('crm_deal', subject.id, { credit_blocked: false, credit_block_reason: null });
    appendTimeline(tx, [
      {
        org: org.id,
        deal: subject.id,
        source: 'person',
        kind: 'deal.clear-credit-block',
        actor: identity.userId,
        details: { reason: body.reason, was: creditBlockInWords(subject.credit_block_reason) },
        at: now,
      },
    ]);
    changed('crm_deal', subject.id, { before: { credit_blocked: true, credit_block_reason: subject.credit_block_reason }, after: { credit_blocked: false } });
    return { dealId: subject.id, creditBlocked: false };
  },
});
