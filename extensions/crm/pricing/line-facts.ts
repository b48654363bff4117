import type { z } from 'zod';
import { compare, decimal } from '@selvedge/kernel/money.ts';
import type { linePricingFacts } from '@selvedge/rules/line-pricing/facts.ts';

export type LinePricingFacts = z.infer<typeof linePricingFacts>;

/** What a price is held against; prices per unit, without VAT. */
export interface HeldAgainst {
  readonly unitPrice: string;
  readonly currency: LinePricingFacts['currency'];
  readonly listPrice: string | null;
  readonly listCurrency: LinePricingFacts['currency'] | null;
  readonly confirmedAt: Date | null;
  readonly staleDays: number;
  /** In percent of the list price. */
  readonly allowedDiscountPercent: string;
  readonly request: LinePricingFacts['request'];
}

const DAY_MS = 86_400_000;

/** The facts of the gate line-pricing. The floor has the four digits that prices have. */
export function lineFactsOf(line: HeldAgainst, now: Date): LinePricingFacts {
  const { listPrice, allowedDiscountPercent } = line;
  return {
    unitPrice: line.unitPrice,
    currency: line.currency,
    listPrice,
    listCurrency: line.listCurrency,
    allowedDiscountPercent,
    floorPrice: listPrice === null ? null : decimal(listPrice).times(decimal(100).minus(allowedDiscountPercent)).dividedBy(100).toFixed(4),
    priceConfirmedAt: line.confirmedAt?.toISOString() ?? null,
    priceStaleDays: line.staleDays,
    request: line.request,
    judgedAt: now.toISOString(),
  };
}

/**
 * Whether a price is an exception for nobody: at the list or above, in its currency, on a price that is fresh. The
 * product's own policy allows such a one, so a deal at list prices is made without asking it line by line.
 */
export const isPlain = (facts: LinePricingFacts): boolean =>
  facts.request === 'none' &&
  facts.listPrice !== null &&
  facts.priceConfirmedAt !== null &&
  facts.currency === facts.listCurrency &&
  compare(facts.unitPrice, facts.listPrice) >= 0 &&
  Date.parse(facts.judgedAt) - Date.parse(facts.priceConfirmedAt) <= facts.priceStaleDays * DAY_MS;

/** How far below the list a price is, in percent; 0 at the list, above it, or where prices cannot be compared. */
export function discountPercent({
  unitPrice,
  currency,
  listPrice,
  listCurrency,
}: Pick<LinePricingFacts, 'unitPrice' | 'currency' | 'listPrice' | 'listCurrency'>) {
  if (listPrice === null || currency !== listCurrency || compare(unitPrice, listPrice) >= 0) return '0';
  return decimal(listPrice).minus(unitPrice).times(100).dividedBy(listPrice).toFixed(3);
}
