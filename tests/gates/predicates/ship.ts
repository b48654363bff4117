import type { z } from 'zod';
import type { shipFacts } from '@selvedge/rules/ship/facts.ts';
import { unmetOf, type Predicate } from './predicate.ts';

/** States of an order that is still here to leave. */
const HERE = new Set(['released', 'picking', 'picked']);

/** A released PO; lines picked, or left out because blocked, and one left to go; a carrier, and its number where it gives one (J20, J86). */
export const ship: Predicate<z.infer<typeof shipFacts>> = (order) =>
  unmetOf({
    PO_RELEASED: HERE.has(order.orderStatus),
    LINES_PICKED: order.unpickedLineCount < 1,
    SOMETHING_TO_SHIP: order.unblockedLineCount > 0,
    CARRIER_NAMED: order.carrier !== '' && order.carrier !== '?',
    TRACKING_GIVEN: !['', '?'].includes(order.trackingId) || order.carrierTracking === 'none' || order.carrierTracking === 'unlisted',
  });
