import { z } from 'zod';
import { count, text, word } from '../fact-kinds.ts';
import { CARRIER_TRACKING, NOT_SET, ORDER_STATUS } from '../status-words.ts';

/** What posting a shipment is judged by. Source: wms_order, wms_order_line, wms_carrier, the entry itself. */
export const shipFacts = z.object({
  orderStatus: word({ en: 'Order status', tr: 'Sipariş durumu' }, ORDER_STATUS).describe('wms_order.status'),
  unpickedLineCount: count({ en: 'Lines not picked', tr: 'Toplanmamış satırlar' }).describe('lines neither picked nor blocked'),
  unblockedLineCount: count({ en: 'Lines not blocked', tr: 'Engelsiz satırlar' }).describe('lines that may leave'),
  carrier: text({ en: 'Carrier', tr: 'Taşıyıcı' }, NOT_SET).describe('as entered; empty when none'),
  carrierTracking: word({ en: 'Tracking by the carrier', tr: 'Taşıyıcının takip numarası' }, CARRIER_TRACKING).describe(
    'wms_carrier.tracking of the carrier of that name; unlisted when the organisation lists none such',
  ),
  trackingId: text({ en: 'Tracking number', tr: 'Takip numarası' }, NOT_SET).describe('as entered; empty when none'),
});
