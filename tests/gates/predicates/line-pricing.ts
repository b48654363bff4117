import type { z } from 'zod';
import type { linePricingFacts } from '@selvedge/rules/line-pricing/facts.ts';
import { exactly } from './exactly.ts';
import { unmetOf, type Predicate } from './predicate.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Price at the list less the allowed discount or more, in the list's currency, on a fresh list price; else an approval
 * exists (J26). A discount request waits for its decision whatever the price (J25).
 */
export const linePricing: Predicate<z.infer<typeof linePricingFacts>> = (line) => {
  const isApproved = line.request === 'approved';
  const staleBefore = Date.parse(line.judgedAt) - line.priceStaleDays * DAY_MS;
  return unmetOf({
    PRICE_AT_FLOOR: isApproved || (line.floorPrice !== null && exactly(line.unitPrice) >= exactly(line.floorPrice)),
    CURRENCY_OF_LIST: isApproved || line.currency === line.listCurrency,
    PRICE_FRESH: isApproved || (line.priceConfirmedAt !== null && Date.parse(line.priceConfirmedAt) >= staleBefore),
    REQUEST_DECIDED: line.request !== 'pending',
  });
};
