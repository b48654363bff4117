import type { PurchaseOrderView } from '../api/types/crm.ts';
import type { Decision } from '../api/types/shared.ts';
import type { TextKey } from '../i18n/text-key.ts';
import { compare } from '../decimal/decimal.ts';
import { blockedBy, overrideRefusal, withoutNeedless } from './gate-refusal.ts';
import type { Offer } from './offer.ts';

const AFTER_RELEASE = ['released', 'picking', 'shipped', 'delivered', 'invoiced', 'closed'];
const AFTER_SHIPPING = ['shipped', 'delivered', 'invoiced', 'closed'];

const when = (isRefused: boolean, refusal: TextKey): TextKey | null => (isRefused ? refusal : null);

/** What can be done with a PO now. The gate's answer, once it is there, settles the approval; the server decides for good. */
export function purchaseOrderOffers(view: PurchaseOrderView, decision: Decision | null): Offer[] {
  const { purchaseOrder: po, deal, contract } = view;
  const isCancelled = po.stage === 'cancelled';
  const isOpen = !isCancelled && po.approvedAt === null && !AFTER_RELEASE.includes(po.stage);
  const body = { purchaseOrder: po.id };
  const offers: Offer[] = [];
  if (isOpen) {
    offers.push({ action: 'purchase-order.approve-shipment', body, refusal: blockedBy(decision) });
    offers.push({
      action: 'purchase-order.set-ship-date',
      body,
      refusal: null,
      initial: po.shipDate ? { shipDate: po.shipDate.slice(0, 10) } : {},
    });
  }
  if (!isCancelled && po.paymentConfirmedAt === null) offers.push({ action: 'payment.confirm', body, refusal: paymentRefusal(view) });
  if (isOpen && contract?.status === 'awaiting_signature') {
    offers.push({ action: 'contract.receive-signed', body: { deal: deal.id }, refusal: null });
    offers.push({ action: 'contract.waive', body: { deal: deal.id }, refusal: null });
  }
  if (isOpen && deal.creditBlocked) offers.push({ action: 'deal.clear-credit-block', body: { deal: deal.id }, refusal: null });
  if (isOpen) offers.push({ action: 'purchase-order.approve-by-override', body, refusal: overrideRefusal(decision) });
  if (!isCancelled)
    offers.push({ action: 'purchase-order.cancel', body, refusal: when(AFTER_SHIPPING.includes(po.stage), 'refusal.poShipped') });
  return withoutNeedless(offers);
}

function paymentRefusal({ purchaseOrder, allocatedAmount }: PurchaseOrderView): TextKey | null {
  return when(compare(allocatedAmount, purchaseOrder.grossAmount) < 0, 'refusal.paymentNotCovered');
}

/** The one primary button: what this PO waits for and this screen can do. Null when it waits for the warehouse. */
export function nextAction(view: PurchaseOrderView): Offer['action'] | 'payment.record' | null {
  const { purchaseOrder: po, shortages, deal } = view;
  if (po.stage === 'cancelled' || AFTER_RELEASE.includes(po.stage)) return null;
  if (shortages.some((shortage) => shortage.state === 'open')) return 'shortage.decide';
  if (po.stage === 'needs_ship_date') return 'purchase-order.set-ship-date';
  if (po.stage === 'needs_payment') return compare(view.allocatedAmount, po.grossAmount) < 0 ? 'payment.record' : 'payment.confirm';
  if (po.stage === 'needs_approval') return deal.creditBlocked ? 'deal.clear-credit-block' : 'purchase-order.approve-shipment';
  return null;
}
