import { z } from 'zod';

/** What submitting a deal is judged by. Source: crm_deal_line, crm_catalog_item, crm_list_price. */
export const dealSubmitFacts = z.object({
  lineCount: z.number().int().min(0).describe('open lines of the deal'),
  linesWithForeignUomCount: z.number().int().min(0).describe('lines whose unit the quality does not allow'),
  linesWithForeignUom: z.array(z.string()).describe('their positions and qualities, in words'),
  linesWithoutPriceCount: z.number().int().min(0).describe('lines whose quality has no list price in the org'),
  linesWithoutPrice: z.array(z.string()).describe('their positions and qualities, in words'),
});
