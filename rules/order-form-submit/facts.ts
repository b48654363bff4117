import { z } from 'zod';
import { count, flag, textList, wordList } from '../fact-kinds.ts';
import { ATTACHMENT_VERDICT } from '../status-words.ts';

/** What submitting an order form is judged by. Source: the token's row, the entry itself, crm_catalog_item, the check of each file. */
export const orderFormSubmitFacts = z.object({
  tokenUsable: flag({ en: 'Link usable', tr: 'Bağlantı kullanılabilir' }).describe('known, not used and not expired; which of them is told to nobody'),
  lineCount: count({ en: 'Lines', tr: 'Satırlar' }).describe('lines entered, by hand and from Excel'),
  linesWithForeignUomCount: count({ en: 'Lines in a unit not allowed', tr: 'İzinsiz birimdeki satırlar' }).describe(
    'lines whose unit the quality does not allow',
  ),
  linesWithForeignUom: textList({ en: 'Lines in a unit not allowed, named', tr: 'İzinsiz birimdeki satırlar, adlarıyla' }).describe(
    'their positions and qualities, in words',
  ),
  linesWithBadQuantityCount: count({ en: 'Lines with a wrong quantity', tr: 'Miktarı hatalı satırlar' }).describe(
    'lines whose quantity is not positive, or not whole where pieces or rolls are sold',
  ),
  linesWithBadQuantity: textList({ en: 'Lines with a wrong quantity, named', tr: 'Miktarı hatalı satırlar, adlarıyla' }).describe(
    'their positions and quantities, in words',
  ),
  attachmentVerdicts: wordList({ en: 'Verdicts on the attachments', tr: 'Eklerin tarama sonucu' }, ATTACHMENT_VERDICT).describe(
    'one per attachment, as its check ended; empty without attachments',
  ),
  uncleanAttachments: textList({ en: 'Attachments that are not clean', tr: 'Temiz olmayan ekler' }).describe('their file names'),
});
