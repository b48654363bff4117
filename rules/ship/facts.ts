import { z } from 'zod';

/** What posting a shipment is judged by. Source: wms_order, wms_order_line, the entry itself. */
export const shipFacts = z.object({
  orderStatus: z.string().describe('wms_order.status'),
  unpickedLineCount: z.number().int().min(0).describe('lines neither picked nor blocked'),
  unblockedLineCount: z.number().int().min(0).describe('lines that may leave'),
  carrier: z.string().describe('as entered; empty when none'),
});
