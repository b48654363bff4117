import { z } from 'zod';

/** What closing an order is judged by. Source: wms_order, wms_shipment, wms_order_line. */
export const closureFacts = z.object({
  deliveredAt: z.string().nullable().describe('wms_shipment.delivered_at, ISO'),
  podReference: z.string().nullable().describe('wms_shipment.pod_reference'),
  invoiceStatus: z.enum(['not_issued', 'issued']).describe('wms_order.invoice_status'),
  invoiceControlStatus: z.enum(['pending_control', 'passed', 'failed']).nullable().describe('wms_order.invoice_control_status'),
  openIssueCount: z.number().int().min(0).describe('lines blocked by an open issue'),
});
