import { z } from 'zod';
import { count, textList } from '../fact-kinds.ts';

/** What sending lines back to CRM as "no on-hand" is judged by. Source: the entry itself, wms_reservation_line, the central stock checks. */
export const sendBackFacts = z.object({
  affectedLineCount: count({ en: 'Lines sent back', tr: 'Geri gönderilen satırlar' }).describe('reservation lines named in the entry'),
  uncheckedLineCount: count({ en: 'Lines without central check', tr: 'Merkez kontrolü olmayan satırlar' }).describe(
    'of these, without a completed central stock check of that very line',
  ),
  uncheckedLines: textList({ en: 'Lines without central check, named', tr: 'Merkez kontrolü olmayan satırlar, adlarıyla' }).describe(
    'their positions and qualities, in words',
  ),
});
