import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, instant, text, example } from '../fields.ts';

export const shipmentPosted = defineEvent({
  type: 'shipment_posted',
  source: 'wms',
  target: 'crm',
  entity: 'purchase_order',
  meaning: 'An order left the warehouse.',
  data: z.object({
    purchase_order_id: id,
    order_id: id,
    carrier: text(255),
    tracking_id: z.string().max(255).nullable(),
    irsaliye_number: text(40),
    shipped_at: instant,
  }),
  examples: {
    usual: {
      purchase_order_id: example.order,
      order_id: example.other,
      carrier: 'Aras',
      tracking_id: 'AR123456',
      irsaliye_number: 'IRS2026000123',
      shipped_at: '2026-02-09T13:00:00.000Z',
    },
  },
});
