import { z } from 'zod';

const quantity = z.string().regex(/^-?\d+(\.\d+)?$/);

/** What entering rolls for a line is judged by. Source: the entry itself, wms_roll, wms_quality, wms_allocation. */
export const allocationOnHandFacts = z.object({
  rollsOverOnHandCount: z.number().int().min(0).describe('entered rolls with more meters than are free on them'),
  rollsOverOnHand: z.array(z.string()).describe('in words: R-0001 has 40, entered 55'),
  rollsOfOtherQualityCount: z.number().int().min(0).describe('entered rolls of another quality'),
  rollsOfOtherQuality: z.array(z.string()).describe('in words'),
  uom: z.string().describe('unit of the line'),
  allowedUoms: z.array(z.string()).describe('units its quality allows'),
  metersAfter: quantity.describe('meters (or pieces, rolls) allocated to the line with this entry'),
  metersNeeded: quantity.describe('what the line needs'),
});
