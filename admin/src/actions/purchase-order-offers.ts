import type { PurchaseOrderView } from '../api/types/crm.ts';
import type { TextKey } from '../i18n/text-key.ts';
import { compare } from '../decimal/decimal.ts';
import type { Offer } from './offer.ts';

const AFTER_RELEASE = ['released', 'picking', 'shipped', 'delivered', 'invoiced', 'closed'];
const AFTER_SHIPPING = ['shipped', 'delivered', 'invoiced', 'closed'];

const when = (isRefused: boolean, refusal: TextKey): TextKey | null => (isRefused ? refusal : null);

/** The same content decides what a button says and whether it can be pressed; the server decides for good. */
export function purchaseOrderOffers(view: PurchaseOrderView): Offer[] {
  const { purchaseOrder: po, deal, contract } = view;
  const isCancelled = po.stage === 'cancelled';
  const isReleased = po.approvedAt !== null || AFTER_RELEASE.includes(po.stage);
  const isOver = isCancelled || isReleased;
  const over: TextKey = isCancelled ? 'refusal.poCancelled' : 'refusal.poReleased';
  const body = { purchaseOrder: po.id };

  const offers: Offer[] = [
    {
      action: 'purchase-order.approve-shipment',
      body,
      refusal: when(isOver, over),
    },
    { action: 'payment.confirm', body, refusal: paymentRefusal(view, isCancelled) },
    {
      action: 'purchase-order.set-ship-date',
      body,
      refusal: when(isOver, over),
      initial: po.shipDate ? { shipDate: po.shipDate.slice(0, 10) } : {},
    },
  ];
  if (contract && contract.status === 'awaiting_signature') {
    offers.push({ action: 'contract.receive-signed', body: { deal: deal.id }, refusal: when(isCancelled, over) });
    offers.push({ action: 'contract.waive', body: { deal: deal.id }, refusal: when(isCancelled, over) });
  }
  if (deal.creditBlocked) offers.push({ action: 'deal.clear-credit-block', body: { deal: deal.id }, refusal: when(isOver, over) });
  offers.push({ action: 'purchase-order.approve-by-override', body, refusal: when(isOver, over) });
  offers.push({
    action: 'purchase-order.cancel',
    body,
    refusal: isCancelled ? 'refusal.poCancelled' : when(AFTER_SHIPPING.includes(po.stage), 'refusal.poShipped'),
  });
  return offers;
}

function paymentRefusal({ purchaseOrder, allocatedAmount }: PurchaseOrderView, isCancelled: boolean): TextKey | null {
  if (isCancelled) return 'refusal.poCancelled';
  if (purchaseOrder.paymentConfirmedAt !== null) return 'refusal.paymentConfirmed';
  return when(compare(allocatedAmount, purchaseOrder.grossAmount) < 0, 'refusal.paymentNotCovered');
}

/** The one primary button: what this PO waits for and this screen can do. Null when it waits for the warehouse. */
export function nextAction(view: PurchaseOrderView): Offer['action'] | 'payment.record' | 'shortage.decide' | null {
  const { purchaseOrder: po, shortages, deal } = view;
  if (po.stage === 'cancelled' || AFTER_RELEASE.includes(po.stage)) return null;
  if (shortages.some((shortage) => shortage.state === 'open')) return 'shortage.decide';
  if (po.stage === 'needs_ship_date') return 'purchase-order.set-ship-date';
  if (po.stage === 'needs_payment') return compare(view.allocatedAmount, po.grossAmount) < 0 ? 'payment.record' : 'payment.confirm';
  if (po.stage === 'needs_approval') return deal.creditBlocked ? 'deal.clear-credit-block' : 'purchase-order.approve-shipment';
  return null;
}
