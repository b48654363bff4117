import { z } from 'zod';
import { count, quantity, word, wordList } from '../fact-kinds.ts';
import { UOM } from '../status-words.ts';

/** What entering rolls for a line is judged by. Source: the entry itself, wms_roll, wms_quality, wms_allocation. */
export const allocationOnHandFacts = z.object({
  rollsOverOnHandCount: count().describe('entered rolls with more meters than are free on them'),
  rollsOverOnHand: z.array(z.string()).describe('in words: R-0001 has 40, entered 55'),
  rollsOfOtherQualityCount: count().describe('entered rolls of another quality'),
  rollsOfOtherQuality: z.array(z.string()).describe('in words'),
  uom: word(UOM).describe('unit of the line'),
  allowedUoms: wordList(UOM).describe('units its quality allows'),
  metersAfter: quantity().describe('meters (or pieces, rolls) allocated to the line with this entry'),
  metersNeeded: quantity().describe('what the line needs'),
});
