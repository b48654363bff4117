import type { z } from 'zod';
import type { allocationOnHandFacts } from '@selvedge/rules/allocation-on-hand/facts.ts';
import { exactly } from './exactly.ts';
import { unmetOf, type Predicate } from './predicate.ts';

/** Entered meters stay within the roll on hand, the unit is allowed, and a line gets its own quality, not more than it needs (WMG-1, J81). */
export const allocationOnHand: Predicate<z.infer<typeof allocationOnHandFacts>> = (entry) =>
  unmetOf({
    METERS_ON_HAND: entry.rollsOverOnHandCount < 1,
    QUALITY_MATCHES: entry.rollsOfOtherQualityCount < 1,
    UOM_ALLOWED: entry.allowedUoms.includes(entry.uom),
    NOT_MORE_THAN_LINE: exactly(entry.metersAfter) <= exactly(entry.metersNeeded),
  });
