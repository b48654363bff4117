import type { PriceRequestRow } from '../api/types/approvals.ts';
import type { DealLineRow, DealView } from '../api/types/crm.ts';
import type { TextKey } from '../i18n/text-key.ts';
import type { Offer } from './offer.ts';

/** Why nobody, or not this reader, decides this request now. */
export function decisionRefusal({ status, isOwn }: Pick<PriceRequestRow, 'status' | 'isOwn'>): TextKey | null {
  if (status === 'lapsed') return 'refusal.priceRequestLapsed';
  if (status !== 'pending') return 'refusal.priceRequestDecided';
  return isOwn ? 'refusal.ownRequest' : null;
}

export const priceRequestOffers = (request: Pick<PriceRequestRow, 'id' | 'status' | 'isOwn'>): Offer[] => [
  { action: 'price-request.approve', body: { request: request.id }, refusal: decisionRefusal(request) },
  { action: 'price-request.reject', body: { request: request.id }, refusal: decisionRefusal(request) },
];

/** Asking for the price of a line, where it waits and nobody has asked; whoever decides prices asks for the deals of others as well. */
export function askOffer(deal: Pick<DealView['deal'], 'id' | 'status' | 'isOwn'>, line: DealLineRow, decidesPrices: boolean): Offer | null {
  const isOpen = deal.status === 'draft' || deal.status === 'submitted';
  if (!isOpen || line.status !== 'open' || line.pricingState !== 'needs_approval' || line.priceRequest?.status === 'pending') return null;
  const refusal = deal.isOwn || decidesPrices ? null : 'refusal.dealOfAnother';
  return { action: 'price-request.create', body: { deal: deal.id, line: line.id }, refusal };
}
