import type { z } from 'zod';
import type { closureFacts } from '@selvedge/rules/closure/facts.ts';
import { unmetOf, type Predicate } from './predicate.ts';

/** Delivered with POD, issued, invoice control passed, no open post-PO issue (J91). */
export const closure: Predicate<z.infer<typeof closureFacts>> = (order) => {
  const isDelivered = order.deliveredAt !== null;
  const hasProof = order.podReference !== null;
  return unmetOf({
    DELIVERED_WITH_POD: isDelivered && hasProof,
    INVOICE_ISSUED: order.invoiceStatus !== 'not_issued',
    INVOICE_CONTROL_PASSED: order.invoiceControlStatus === 'passed',
    NO_OPEN_ISSUE: !(order.openIssueCount > 0),
  });
};
