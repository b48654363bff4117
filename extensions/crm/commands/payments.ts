import { z } from 'zod';
import { bulkOf } from '@selvedge/kernel/command/bulk.ts';
import { commandIn, commandOn } from '@selvedge/kernel/command/define-command.ts';
import { conflict, notFound } from '@selvedge/kernel/errors.ts';
import { compare, subtract } from '@selvedge/kernel/money.ts';
import { currency, day, id, note, positiveAmount, reason } from '../input.ts';
import { refreshPoStage } from '../orders/refresh-po-stage.ts';
import { allocate } from '../payments/allocate.ts';
import { appendTimeline } from '../timeline/append.ts';

/** A ledger entry, with the POs it covers (J13). */
export const recordPayment = commandIn({
  name: 'payment.record',
  system: 'crm',
  title: { en: 'Record payment', tr: 'Ödeme kaydet' },
  permission: 'payments:record',
  input: z.strictObject({
    org: id,
    profile: id,
    currency,
    amount: positiveAmount,
    receivedOn: day,
    method: z.enum(['bank_transfer', 'cash', 'cheque', 'card']).default('bank_transfer'),
    bankReference: z.string().trim().max(100).optional(),
    note: note.optional(),
    allocations: z
      .array(z.strictObject({ purchaseOrder: id, amount: positiveAmount }))
      .max(100)
      .default([]),
  }),
  org: (body) => body.org,
  reason: (body) => body.note,
  run: async ({ tx, org, identity, changed }, body) => {
    if (!(await tx.maybe('select 1 from crm_customer_profile where id = $1 and org = $2', [body.profile, org.id]))) throw notFound();
    const payment = await tx.insert('crm_payment', {
      org: org.id,
      profile: body.profile,
      currency: body.currency,
      amount: body.amount,
      received_on: body.receivedOn,
      method: body.method,
      bank_reference: body.bankReference ?? null,
      note: body.note ?? null,
      recorded_by: identity.userId,
    });
    await allocate(tx, payment, body.allocations, 'allocations');
    changed('crm_payment', payment.id, { after: { amount: payment.amount, currency: payment.currency, allocations: body.allocations } });
    for (const { purchaseOrder } of body.allocations) changed('crm_purchase_order', purchaseOrder, { after: { payment: payment.id } });
    return { paymentId: payment.id };
  },
});

/** Lets what a payment has left cover a PO. */
export const allocatePayment = commandOn({
  name: 'payment.allocate',
  system: 'crm',
  title: { en: 'Allocate payment', tr: 'Ödemeyi dağıt' },
  permission: 'payments:record',
  input: z.strictObject({ payment: id, purchaseOrder: id, amount: positiveAmount }),
  subject: { table: 'crm_payment', id: (body) => body.payment },
  run: async ({ tx, subject, changed }, body) => {
    await allocate(tx, subject, [{ purchaseOrder: body.purchaseOrder, amount: body.amount }], '');
    changed('crm_payment', subject.id, { after: { purchaseOrder: body.purchaseOrder, amount: body.amount } });
    return { paymentId: subject.id };
  },
});

/** A counter entry: the ledger is never edited. Confirmations that rested on the payment end with it. */
export const reversePayment = commandOn({
  name: 'payment.reverse',
  system: 'crm',
  title: { en: 'Reverse payment', tr: 'Ödemeyi ters çevir' },
  permission: 'payments:record',
  input: z.strictObject({ payment: id, reason }),
  subject: { table: 'crm_payment', id: (body) => body.payment },
  reason: (body) => body.reason,
  run: async ({ tx, subject, org, identity, now, changed }, body) => {
    if (subject.reverses)
      throw conflict('PAYMENT_IS_REVERSAL', {
        en: 'A counter entry is not reversed; record the payment again.',
        tr: 'Karşı kayıt ters kaydedilmez; ödemeyi yeniden kaydedin.',
      });
    if (await tx.maybe('select 1 from crm_payment where reverses = $1', [subject.id]))
      throw conflict('PAYMENT_ALREADY_REVERSED', { en: 'This payment was reversed already.', tr: 'Bu ödeme zaten ters kaydedilmiş.' });
    const covered = await tx.query<{ purchase_order: string; deal: string; code: string; status: string }>(
      `select a.purchase_order, po.deal, po.code, po.status from crm_payment_allocation a join crm_purchase_order po on po.id = a.purchase_order where a.payment = $1 order by 1`,
      [subject.id],
    );
    const counter = await tx.insert('crm_payment', {
      org: org.id,
      profile: subject.profile,
      currency: subject.currency,
      amount: subtract('0', subject.amount),
      received_on: subject.received_on,
      method: subject.method,
      note: body.reason,
      reverses: subject.id,
      recorded_by: identity.userId,
    });
    await tx.query('delete from crm_payment_allocation where payment = $1', [subject.id]);
    for (const po of covered) {
      await tx.update('crm_purchase_order', po.purchase_order, { payment_confirmed_at: null, payment_confirmed_by: null });
      await refreshPoStage(tx, po.purchase_order, now);
      appendTimeline(tx, [
        {
          org: org.id,
          deal: po.deal,
          purchaseOrder: po.purchase_order,
          source: 'person',
          kind: 'payment.reverse',
          actor: identity.userId,
          details: { reason: body.reason, amount: subject.amount, currency: subject.currency },
          at: now,
        },
      ]);
      changed('crm_purchase_order', po.purchase_order, { after: { payment_confirmed_at: null } });
    }
    changed('crm_payment', subject.id, { after: { reversedBy: counter.id } });
    return { paymentId: subject.id, reversalId: counter.id };
  },
});

/**
 * A manager confirms that this PO is paid: allocations must cover it. Per PO, never per deal.
 * @source J31, J33, MGR-4
 */
export const confirmPayment = commandOn({
  name: 'payment.confirm',
  system: 'crm',
  title: { en: 'Confirm payment', tr: 'Ödemeyi onayla' },
  permission: 'payments:confirm',
  input: z.strictObject({ purchaseOrder: id }),
  subject: { table: 'crm_purchase_order', id: (body) => body.purchaseOrder },
  run: async ({ tx, subject, org, identity, now, changed }) => {
    if (subject.payment_confirmed_at)
      throw conflict('PAYMENT_ALREADY_CONFIRMED', { en: `Payment of ${subject.code} is confirmed already.`, tr: `${subject.code} ödemesi zaten onaylanmış.` });
    if (subject.status === 'cancelled') throw conflict('PO_CANCELLED', { en: `${subject.code} is cancelled.`, tr: `${subject.code} iptal edilmiş.` });
    const { covered } = await tx.one<{ covered: string }>('select coalesce(sum(amount), 0) as covered from crm_payment_allocation where purchase_order = $1', [
      subject.id,
    ]);
    if (compare(covered, subject.gross_amount) < 0) {
      const missing = subtract(subject.gross_amount, covered);
      throw conflict(
        'PAYMENT_NOT_COVERED',
        {
          en: `${subject.code} is covered with ${covered} of ${subject.gross_amount} ${subject.currency}; record or allocate ${missing} more first.`,
          tr: `${subject.code} için ${subject.gross_amount} ${subject.currency} tutarın ${covered} kadarı karşılandı; önce ${missing} daha kaydedin ya da eşleştirin.`,
        },
        { covered, grossAmount: subject.gross_amount, missing },
      );
    }
    await tx.update('crm_purchase_order', subject.id, { payment_confirmed_at: now, payment_confirmed_by: identity.userId });
    await refreshPoStage(tx, subject.id, now);
    appendTimeline(tx, [
      {
        org: org.id,
        deal: subject.deal,
        purchaseOrder: subject.id,
        source: 'person',
        kind: 'payment.confirm',
        actor: identity.userId,
        details: { amount: covered, currency: subject.currency },
        at: now,
      },
    ]);
    changed('crm_purchase_order', subject.id, { before: { payment_confirmed_at: null }, after: { payment_confirmed_at: now } });
    return { purchaseOrderId: subject.id };
  },
});

export const confirmPayments = bulkOf(confirmPayment, 'payment.confirm-many', { en: 'Confirm payments', tr: 'Ödemeleri onayla' });
