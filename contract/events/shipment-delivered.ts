import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, instant, text, example } from '../fields.ts';

export const shipmentDelivered = defineEvent({
  type: 'shipment_delivered',
  source: 'wms',
  target: 'crm',
  entity: 'purchase_order',
  meaning: 'An order was delivered, with its proof.',
  data: z.object({ purchase_order_id: id, order_id: id, delivered_at: instant, pod_reference: text(255), pod_received_by: text(255) }),
  examples: {
    usual: {
      purchase_order_id: example.order,
      order_id: example.other,
      delivered_at: '2026-02-11T10:20:00.000Z',
      pod_reference: 'POD-8841',
      pod_received_by: 'A. Yılmaz',
    },
  },
});
