import type { DealStatus } from '../api/types/crm.ts';
import type { Decision } from '../api/types/shared.ts';
import type { TextKey } from '../i18n/text-key.ts';
import { blockedBy, overrideRefusal, withoutNeedless } from './gate-refusal.ts';
import type { Offer, Refusal } from './offer.ts';

/** Which deal actions make sense in which state; what is missing here is shown disabled with its reason. */
const ALLOWED_IN = {
  'deal.submit': ['draft'],
  'deal.win': ['submitted'],
  'deal.win-by-override': ['submitted'],
  'deal.lose': ['draft', 'submitted'],
  'deal.cancel': ['draft', 'submitted', 'won'],
  'deal.close': ['won'],
} as const satisfies Partial<Record<Offer['action'], readonly DealStatus[]>>;

type DealAction = keyof typeof ALLOWED_IN;

const SHOWN_IN: Record<DealStatus, readonly DealAction[]> = {
  draft: ['deal.submit', 'deal.win', 'deal.lose', 'deal.cancel'],
  submitted: ['deal.win', 'deal.win-by-override', 'deal.lose', 'deal.cancel'],
  won: ['deal.close', 'deal.cancel'],
  lost: [],
  cancelled: [],
  closed: [],
};

const REFUSALS: Record<DealStatus, TextKey> = {
  draft: 'refusal.dealDraft',
  submitted: 'refusal.dealSubmitted',
  won: 'refusal.dealWon',
  lost: 'refusal.dealLost',
  cancelled: 'refusal.dealCancelled',
  closed: 'refusal.dealClosed',
};

export function dealOffers(
  deal: { id: string; status: DealStatus; creditBlocked: boolean; hasOpenOrders: boolean; isOwn: boolean },
  decision: Decision | null,
): Offer[] {
  const offers = SHOWN_IN[deal.status].map((action): Offer => {
    const allowedIn: readonly DealStatus[] = ALLOWED_IN[action];
    return {
      // What was not won yet is cancelled by whoever it belongs to, without the key that POs need.
      action: action === 'deal.cancel' && deal.isOwn && deal.status !== 'won' ? 'deal.cancel-own' : action,
      body: { deal: deal.id },
      refusal: allowedIn.includes(deal.status) ? refusalOf(action, deal.hasOpenOrders, decision) : REFUSALS[deal.status],
    };
  });
  if (deal.creditBlocked && deal.status === 'won')
    offers.unshift({ action: 'deal.clear-credit-block', body: { deal: deal.id }, refusal: null });
  return withoutNeedless(offers);
}

function refusalOf(action: DealAction, hasOpenOrders: boolean, decision: Decision | null): Refusal | null {
  if (action === 'deal.close') return hasOpenOrders ? 'refusal.ordersOpen' : null;
  if (action === 'deal.win-by-override') return overrideRefusal(decision);
  return action === 'deal.submit' || action === 'deal.win' ? blockedBy(decision) : null;
}

/** The gate that the deal stands before. */
export const gateOfDeal = (status: DealStatus): 'deal-submit' | 'deal-win' | null =>
  status === 'draft' ? 'deal-submit' : status === 'submitted' ? 'deal-win' : null;

export const linesEditable = (status: DealStatus): boolean => status === 'draft' || status === 'submitted';
