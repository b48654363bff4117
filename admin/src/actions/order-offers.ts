import type { Decision } from '../api/types/shared.ts';
import type { OrderView } from '../api/types/wms.ts';
import type { TextKey } from '../i18n/text-key.ts';
import { blockedBy, overrideRefusal, withoutCodes, withoutNeedless } from './gate-refusal.ts';
import type { Offer, Refusal } from './offer.ts';

interface Facts {
  id: string;
  status: OrderView['order']['status'];
  invoiceStatus: OrderView['order']['invoiceStatus'];
  invoiceControlStatus: OrderView['order']['invoiceControlStatus'];
  /** Lines that can still be picked and are not; null when the list does not tell. */
  unpicked: number | null;
}

/** What the shipment's own dialog asks for: not open yet, and not proved either. */
export const ASKED_BY_SHIPPING: readonly string[] = ['CARRIER_NAMED', 'TRACKING_GIVEN'];

const DELIVERED_OR_ON_ITS_WAY = ['shipped', 'delivered'];

const SHIPPABLE = ['released', 'picking', 'picked'];
const AFTER_DELIVERY = ['delivered', 'invoiced'];

const when = (isRefused: boolean, refusal: TextKey): TextKey | null => (isRefused ? refusal : null);

/** The order's next acts, in the order of its way; the first without a refusal is the primary one. */
export function orderOffers({ id, status, invoiceStatus, invoiceControlStatus, unpicked }: Facts, decision: Decision | null): Offer[] {
  const body = { order: id };
  if (status === 'cancelled' || status === 'closed') return [];
  if (SHIPPABLE.includes(status)) {
    const offers: Offer[] = [];
    if (status === 'released') offers.push({ action: 'order.start-picking', body, refusal: null });
    if (status === 'picking')
      offers.push({ action: 'order.complete-picking', body, refusal: when(unpicked !== null && unpicked > 0, 'refusal.linesNotPicked') });
    offers.push({ action: 'shipment.post', body, refusal: shipRefusal(status, decision) });
    offers.push({ action: 'shipment.post-by-override', body, refusal: overrideRefusal(decision) });
    return withoutNeedless(offers);
  }
  if (status === 'shipped') return [{ action: 'shipment.deliver', body, refusal: null }, ...invoiceOffers(id, status, invoiceStatus)];
  const offers = invoiceOffers(id, status, invoiceStatus);
  if (invoiceControlStatus === 'pending_control') {
    offers.push({ action: 'invoice-control.pass', body, refusal: null }, { action: 'invoice-control.fail', body, refusal: null });
  }
  if (invoiceControlStatus === 'failed') offers.push({ action: 'invoice-control.reopen', body, refusal: null });
  offers.push({ action: 'order.close', body, refusal: blockedBy(decision) ?? closeRefusal(status, invoiceControlStatus) });
  return offers;
}

function invoiceOffers(order: string, status: string, invoiceStatus: Facts['invoiceStatus']): Offer[] {
  if (invoiceStatus === 'issued') return [];
  return [
    { action: 'order.mark-invoiced', body: { order }, refusal: when(!DELIVERED_OR_ON_ITS_WAY.includes(status), 'refusal.notShipped') },
  ];
}

/** As the gate's card says it; before there is an answer, what the order itself tells. */
function shipRefusal(status: string, decision: Decision | null): Refusal | null {
  if (!decision) return when(status !== 'picked', 'refusal.notPicked');
  return blockedBy(withoutCodes(decision, ASKED_BY_SHIPPING));
}

function closeRefusal(status: string, control: Facts['invoiceControlStatus']): TextKey | null {
  if (!AFTER_DELIVERY.includes(status)) return 'refusal.notDelivered';
  return when(control !== 'passed', 'refusal.controlNotPassed');
}
