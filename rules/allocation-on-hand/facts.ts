import { z } from 'zod';
import { count, quantity, textList, word, wordList } from '../fact-kinds.ts';
import { UOM } from '../status-words.ts';

/** What entering rolls for a line is judged by. Source: the entry itself, wms_roll, wms_quality, wms_allocation. */
export const allocationOnHandFacts = z.object({
  rollsOverOnHandCount: count({ en: 'Rolls with too little', tr: 'Metresi yetmeyen toplar' }).describe('entered rolls with more meters than are free on them'),
  rollsOverOnHand: textList({ en: 'Rolls with too little, named', tr: 'Metresi yetmeyen toplar, adlarıyla' }).describe('in words: R-0001 has 40, entered 55'),
  rollsOfOtherQualityCount: count({ en: 'Rolls of another quality', tr: 'Başka kaliteden toplar' }).describe('entered rolls of another quality'),
  rollsOfOtherQuality: textList({ en: 'Rolls of another quality, named', tr: 'Başka kaliteden toplar, adlarıyla' }).describe('in words'),
  uom: word({ en: 'Unit of the line', tr: 'Satırın birimi' }, UOM).describe('wms_reservation_line.uom'),
  allowedUoms: wordList({ en: 'Units the quality allows', tr: 'Kalitenin izin verdiği birimler' }, UOM).describe('wms_quality.allowed_uoms'),
  metersAfter: quantity({ en: 'Allocated after this entry', tr: 'Bu girişten sonra tahsisli' }).describe(
    'meters (or pieces, rolls) allocated to the line with this entry',
  ),
  metersNeeded: quantity({ en: 'What the line needs', tr: 'Satırın gereği' }).describe('wms_reservation_line.qty, in its unit'),
});
