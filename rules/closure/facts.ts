import { z } from 'zod';
import { count, instantOrNothing, oneOf, textOrNothing } from '../fact-kinds.ts';
import { INVOICE_CONTROL, INVOICE_STATUS, NONE, NOT_YET } from '../status-words.ts';

/** What closing an order is judged by. Source: wms_order, wms_shipment, wms_order_line. */
export const closureFacts = z.object({
  deliveredAt: instantOrNothing({ en: 'Delivered at', tr: 'Teslim zamanı' }, NOT_YET).describe('wms_shipment.delivered_at, ISO'),
  podReference: textOrNothing({ en: 'Proof of delivery', tr: 'Teslim belgesi' }, NONE).describe('wms_shipment.pod_reference'),
  invoiceStatus: oneOf({ en: 'Invoice', tr: 'Fatura' }, INVOICE_STATUS).describe('wms_order.invoice_status'),
  invoiceControlStatus: oneOf({ en: 'Invoice control', tr: 'Fatura kontrolü' }, INVOICE_CONTROL, NOT_YET)
    .nullable()
    .describe('wms_order.invoice_control_status'),
  openIssueCount: count({ en: 'Open issues', tr: 'Açık sorunlar' }).describe('lines blocked by an open issue'),
});
