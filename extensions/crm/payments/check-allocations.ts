import type { InputProblem } from '@selvedge/kernel/errors.ts';
import { add, compare, subtract } from '@selvedge/kernel/money.ts';

export interface AllocationWish {
  readonly purchaseOrder: string;
  readonly amount: string;
}

/** A PO that a payment may cover. Amounts are gross, in its currency. */
export interface PayableOrder {
  readonly id: string;
  readonly code: string;
  readonly currency: string;
  readonly gross_amount: string;
  /** What payments cover of it already. */
  readonly covered: string;
}

/**
 * What is wrong with the wishes, each judged after those before it: every problem, never only the first.
 * @param free what the payment has left, in its currency
 * @param path where the wishes stand in the input; empty when there is one, at the top
 */
export function allocationProblems(
  { currency, free }: { readonly currency: string; readonly free: string },
  orders: ReadonlyMap<string, PayableOrder>,
  wishes: readonly AllocationWish[],
  path: string,
): InputProblem[] {
  let left = free;
  const covered = new Map<string, string>();
  return wishes.flatMap(({ purchaseOrder, amount }, index): InputProblem[] => {
    const order = orders.get(purchaseOrder);
    if (!order) return [];
    const at = path === '' ? '' : `${path}.${index}.`;
    if (order.currency !== currency)
      return [
        {
          path: `${at}purchaseOrder`,
          message: `${order.code} is in ${order.currency}, the payment in ${currency}; currencies are never mixed.`,
          messageTr: `${order.code} ${order.currency}, ödeme ${currency}; para birimleri karıştırılmaz.`,
        },
      ];
    if (compare(amount, left) > 0)
      return [
        {
          path: `${at}amount`,
          message: `${amount} is more than the ${left} ${currency} this payment has left.`,
          messageTr: `${amount}, bu ödemenin kalanı olan ${left} ${currency} tutarından çok.`,
        },
      ];
    const before = covered.get(order.id) ?? order.covered;
    const open = subtract(order.gross_amount, before);
    if (compare(amount, open) > 0)
      return [
        {
          path: `${at}amount`,
          message: `${amount} is more than the ${open} ${order.currency} that ${order.code} leaves open; the rest stays as credit.`,
          messageTr: `${amount}, ${order.code} siparişinin açığı olan ${open} ${order.currency} tutarından çok; kalanı alacak olarak durur.`,
        },
      ];
    left = subtract(left, amount);
    covered.set(order.id, add(before, amount));
    return [];
  });
}
