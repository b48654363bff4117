import type { CustomerStatus } from '../api/types/crm.ts';
import type { Offer } from './offer.ts';

export function customerOffers(profile: { id: string; status: CustomerStatus }): Offer[] {
  const body = { profile: profile.id };
  const offers: Offer[] = [];
  if (profile.status === 'approved') return [{ action: 'customer.deactivate', body, refusal: null }];
  offers.push({ action: 'customer.approve', body, refusal: null });
  if (profile.status === 'pending_review') offers.push({ action: 'customer.deactivate', body, refusal: null });
  return offers;
}
