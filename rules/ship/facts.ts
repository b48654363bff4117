import { z } from 'zod';
import { count, word } from '../fact-kinds.ts';
import { NOT_SET, ORDER_STATUS } from '../status-words.ts';

/** What posting a shipment is judged by. Source: wms_order, wms_order_line, the entry itself. */
export const shipFacts = z.object({
  orderStatus: word(ORDER_STATUS).describe('wms_order.status'),
  unpickedLineCount: count().describe('lines neither picked nor blocked'),
  unblockedLineCount: count().describe('lines that may leave'),
  carrier: word({}, NOT_SET).describe('as entered; empty when none'),
});
