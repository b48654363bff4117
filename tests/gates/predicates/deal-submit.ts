import type { z } from 'zod';
import type { dealSubmitFacts } from '@selvedge/rules/deal-submit/facts.ts';
import { unmetOf, type Predicate } from './predicate.ts';

/** At least one line; each unit allowed; each quality visible: it has a list price, not stale while in stock (J22, J23, J81). */
export const dealSubmit: Predicate<z.infer<typeof dealSubmitFacts>> = (deal) =>
  unmetOf({
    LINES_PRESENT: deal.lineCount > 0,
    UOMS_ALLOWED: deal.linesWithForeignUomCount < 1,
    QUALITIES_VISIBLE: deal.linesWithoutPriceCount < 1,
    PRICES_FRESH: deal.linesWithStalePriceCount < 1,
  });
