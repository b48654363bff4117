import { allOrFirstError, type Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict, invalidInput, notFound } from '@selvedge/kernel/errors.ts';
import { subtract } from '@selvedge/kernel/money.ts';
import { allocationProblems, type AllocationWish, type PayableOrder } from './check-allocations.ts';

interface PaymentRow {
  readonly id: string;
  readonly org: string;
  readonly profile: string;
  readonly currency: string;
  readonly amount: string;
}

type OrderRow = Omit<PayableOrder, 'covered'> & { status: string } & Record<string, unknown>;
type CoverRow = { purchase_order: string; covered: string } & Record<string, unknown>;

/**
 * The POs of this customer among those wished, locked, with what covers them. Summed by a statement of
 * its own after the lock: one that waited for a lock would still see what was there before it.
 */
async function loadOrders(tx: Tx, payment: PaymentRow, ids: readonly string[]) {
  const [rows, covers] = await allOrFirstError([
    tx.query<OrderRow>(
      'select id, code, currency, status, gross_amount from crm_purchase_order where id = any ($1::uuid[]) and org = $2 and profile = $3 order by id for update',
      [ids, payment.org, payment.profile],
    ),
    tx.query<CoverRow>('select purchase_order, sum(amount) as covered from crm_payment_allocation where purchase_order = any ($1::uuid[]) group by 1', [ids]),
  ]);
  const coveredOf = new Map(covers.map((row) => [row.purchase_order, row.covered]));
  return new Map(rows.map((row) => [row.id, { ...row, covered: coveredOf.get(row.id) ?? '0' }]));
}

/**
 * Lets parts of a payment cover POs of the same customer and currency.
 * @throws Refusal INVALID_INPUT when it is more than the payment or the PO leaves open; NOT_FOUND
 */
export async function allocate(tx: Tx, payment: PaymentRow, wishes: readonly AllocationWish[], path: string): Promise<void> {
  if (wishes.length === 0) return;
  const [orders, { allocated }] = await allOrFirstError([
    loadOrders(
      tx,
      payment,
      wishes.map((wish) => wish.purchaseOrder),
    ),
    tx.one<{ allocated: string }>('select coalesce(sum(amount), 0) as allocated from crm_payment_allocation where payment = $1', [payment.id]),
  ]);
  if (wishes.some((wish) => !orders.has(wish.purchaseOrder))) throw notFound();
  const cancelled = [...orders.values()].find((order) => order.status === 'cancelled');
  if (cancelled)
    throw conflict('PO_CANCELLED', { en: `${cancelled.code} is cancelled and takes no payment.`, tr: `${cancelled.code} iptal edilmiş, ödeme almaz.` });
  const problems = allocationProblems({ currency: payment.currency, free: subtract(payment.amount, allocated) }, orders, wishes, path);
  if (problems.length > 0) throw invalidInput(problems);
  await tx.query(
    `insert into crm_payment_allocation (org, payment, purchase_order, amount)
     select $1, $2, w.purchase_order, sum(w.amount) from unnest($3::uuid[], $4::numeric[]) as w(purchase_order, amount) group by w.purchase_order
     on conflict (payment, purchase_order) do update set amount = crm_payment_allocation.amount + excluded.amount`,
    [payment.org, payment.id, wishes.map((wish) => wish.purchaseOrder), wishes.map((wish) => wish.amount)],
  );
}
