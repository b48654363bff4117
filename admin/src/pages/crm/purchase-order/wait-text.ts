import type { nextAction } from '../../../actions/purchase-order-offers.ts';
import type { PurchaseOrderView } from '../../../api/types/crm.ts';
import type { TextKey } from '../../../i18n/text-key.ts';

/** The suggested next step, in a few words. */
export function waitText(view: PurchaseOrderView, next: ReturnType<typeof nextAction>): TextKey {
  switch (next) {
    case 'shortage.decide':
      return 'next.shortage';
    case 'purchase-order.set-ship-date':
      return 'next.shipDate';
    case 'payment.record':
      return 'next.recordPayment';
    case 'payment.confirm':
      return 'next.confirmPayment';
    case 'deal.clear-credit-block':
      return 'next.creditBlock';
    case 'purchase-order.approve-shipment':
      return 'next.approve';
    default:
      return view.purchaseOrder.stage === 'needs_allocation_plan' ? 'next.plan' : 'next.rolls';
  }
}
