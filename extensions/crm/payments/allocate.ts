import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict, invalidInput, notFound } from '@selvedge/kernel/errors.ts';
import { compare, subtract } from '@selvedge/kernel/money.ts';

export interface AllocationWish {
  readonly purchaseOrder: string;
  readonly amount: string;
}

interface PaymentRow {
  readonly id: string;
  readonly org: string;
  readonly profile: string;
  readonly currency: string;
  readonly amount: string;
}

/** What of a payment covers no PO yet: the customer's credit. */
export async function unallocatedOf(tx: Tx, payment: PaymentRow): Promise<string> {
  const { allocated } = await tx.one<{ allocated: string }>('select coalesce(sum(amount), 0) as allocated from crm_payment_allocation where payment = $1', [
    payment.id,
  ]);
  return subtract(payment.amount, allocated);
}

/**
 * Lets parts of a payment cover POs of the same customer and currency.
 * @throws Refusal INVALID_INPUT when it is more than the payment or the PO leaves open; NOT_FOUND
 */
export async function allocate(tx: Tx, payment: PaymentRow, wishes: readonly AllocationWish[], path: string): Promise<void> {
  for (const [index, wish] of wishes.entries()) {
    const po = await tx.maybe<{ code: string; profile: string; currency: string; gross_amount: string; status: string }>(
      'select code, profile, currency, gross_amount, status from crm_purchase_order where id = $1 and org = $2 for update',
      [wish.purchaseOrder, payment.org],
    );
    if (!po || po.profile !== payment.profile) throw notFound();
    if (po.status === 'cancelled') throw conflict('PO_CANCELLED', `${po.code} is cancelled and takes no payment.`);
    const at = path === '' ? '' : `${path}.${index}.`;
    if (po.currency !== payment.currency)
      throw invalidInput([
        { path: `${at}purchaseOrder`, message: `${po.code} is in ${po.currency}, the payment in ${payment.currency}; currencies are never mixed.` },
      ]);
    const free = await unallocatedOf(tx, payment);
    if (compare(wish.amount, free) > 0)
      throw invalidInput([{ path: `${at}amount`, message: `${wish.amount} is more than the ${free} ${payment.currency} this payment has left.` }]);
    const { covered } = await tx.one<{ covered: string }>('select coalesce(sum(amount), 0) as covered from crm_payment_allocation where purchase_order = $1', [
      wish.purchaseOrder,
    ]);
    const open = subtract(po.gross_amount, covered);
    if (compare(wish.amount, open) > 0)
      throw invalidInput([
        { path: `${at}amount`, message: `${wish.amount} is more than the ${open} ${po.currency} that ${po.code} leaves open; the rest stays as credit.` },
      ]);
    await tx.query(
      `insert into crm_payment_allocation (org, payment, purchase_order, amount) values ($1, $2, $3, $4)
       on conflict (payment, purchase_order) do update set amount = crm_payment_allocation.amount + excluded.amount`,
      [payment.org, payment.id, wish.purchaseOrder, wish.amount],
    );
  }
}
