import type { z } from 'zod';
import type { shipmentApprovalFacts } from '@selvedge/rules/shipment-approval/facts.ts';
import { exactly } from './exactly.ts';
import { unmetOf, type Predicate } from './predicate.ts';

type Facts = z.infer<typeof shipmentApprovalFacts>;

/** What cash and credit customers owe before their goods may go. */
function moneyOf(po: Facts) {
  const isOverdue = exactly(po.overdueAmount) !== 0n;
  if (po.paymentMode === 'cash') {
    return {
      PAYMENT_CONFIRMED: po.paymentConfirmed,
      CONTRACT_SIGNED: po.contractStatus === 'signed_received' || po.contractStatus === 'waived',
      // J28 makes overdue a hard block for whoever owes.
      OVERDUE_CLEAR: po.paymentConfirmed || !isOverdue,
      LIMIT_SUFFICIENT: true,
    };
  }
  const isInside = po.limitAmount !== null && exactly(po.exposureAfter) <= exactly(po.limitAmount);
  return {
    PAYMENT_CONFIRMED: true,
    CONTRACT_SIGNED: true,
    OVERDUE_CLEAR: po.paymentConfirmed || !isOverdue,
    LIMIT_SUFFICIENT: po.paymentConfirmed || isInside,
  };
}

/**
 * Not credit blocked (J30); cash: paid and under contract (J31, J41); credit: inside the limit and nothing overdue, or
 * paid (J32); every line allocated and none blocked, a date, no undecided shortage; internal debt clear (J74).
 */
export const shipmentApproval: Predicate<Facts> = (po) =>
  unmetOf({
    CREDIT_BLOCK_CLEARED: !po.creditBlocked,
    ...moneyOf(po),
    GROUP_STOCK_RELEASED: !po.groupReleasePending,
    LINES_PRESENT: po.lineCount > 0,
    LINES_ALLOCATED: po.lineCount - po.allocatedLineCount === 0,
    SHIP_DATE_SET: po.shipDate !== null,
    SHORTAGES_DECIDED: po.openShortageCount < 1,
    LINES_UNBLOCKED: po.blockedLineCount < 1,
  });
