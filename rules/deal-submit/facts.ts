import { z } from 'zod';
import { count } from '../fact-kinds.ts';

/** What submitting a deal is judged by. Source: crm_deal_line, crm_catalog_item, crm_list_price, crm_stock_by_quality, core_org. */
export const dealSubmitFacts = z.object({
  lineCount: count().describe('open lines of the deal'),
  linesWithForeignUomCount: count().describe('lines whose unit the quality does not allow'),
  linesWithForeignUom: z.array(z.string()).describe('their positions and qualities, in words'),
  linesWithoutPriceCount: count().describe('lines whose quality has no list price in the org and currency of the deal'),
  linesWithoutPrice: z.array(z.string()).describe('their positions and qualities, in words'),
  linesWithStalePriceCount: count().describe('lines whose quality is in stock with a list price older than priceStaleDays'),
  linesWithStalePrice: z.array(z.string()).describe('their positions and qualities, in words'),
  priceStaleDays: z.number().int().positive().describe('core_org.price_stale_days'),
});
