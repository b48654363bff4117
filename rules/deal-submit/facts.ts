import { z } from 'zod';
import { count, days, textList } from '../fact-kinds.ts';

/** What submitting a deal is judged by. Source: crm_deal_line, crm_catalog_item, crm_list_price, crm_stock_by_quality, core_org. */
export const dealSubmitFacts = z.object({
  lineCount: count({ en: 'Lines', tr: 'Satırlar' }).describe('open lines of the deal'),
  linesWithForeignUomCount: count({ en: 'Lines in a unit not allowed', tr: 'İzinsiz birimdeki satırlar' }).describe(
    'lines whose unit the quality does not allow',
  ),
  linesWithForeignUom: textList({ en: 'Lines in a unit not allowed, named', tr: 'İzinsiz birimdeki satırlar, adlarıyla' }).describe(
    'their positions and qualities, in words',
  ),
  linesWithoutPriceCount: count({ en: 'Lines without list price', tr: 'Liste fiyatı olmayan satırlar' }).describe(
    'lines whose quality has no list price in the org and currency of the deal',
  ),
  linesWithoutPrice: textList({ en: 'Lines without list price, named', tr: 'Liste fiyatı olmayan satırlar, adlarıyla' }).describe(
    'their positions and qualities, in words',
  ),
  linesWithStalePriceCount: count({ en: 'Lines with a stale price', tr: 'Fiyatı bayat satırlar' }).describe(
    'lines whose quality is in stock with a list price older than priceStaleDays',
  ),
  linesWithStalePrice: textList({ en: 'Lines with a stale price, named', tr: 'Fiyatı bayat satırlar, adlarıyla' }).describe(
    'their positions and qualities, in words',
  ),
  priceStaleDays: days({ en: 'List prices hold for (days)', tr: 'Liste fiyatının geçerliliği (gün)' }).describe('core_org.price_stale_days'),
});
