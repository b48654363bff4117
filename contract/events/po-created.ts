import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, day, text, line, example } from '../fields.ts';

export const poCreated = defineEvent({
  type: 'po.created',
  source: 'crm',
  target: 'wms',
  entity: 'purchase_order',
  meaning: 'A shipment was approved, and only that causes it. WMS opens the order to pick.',
  data: z.object({
    purchase_order_id: id,
    po_code: text(16),
    deal_id: id,
    deal_code: text(16),
    customer_name: text(255),
    shipping_address: z.string().max(2000).nullable(),
    carrier_wish: z.string().max(255).nullable(),
    ship_date: day,
    lines: z.array(line).min(1).max(500),
  }),
  examples: {
    usual: {
      purchase_order_id: example.order,
      po_code: 'MODPO4T8WZ2HC',
      deal_id: example.deal,
      deal_code: 'MODDL7K2M9QXR',
      customer_name: 'Ege Konfeksiyon',
      shipping_address: 'Bornova, İzmir',
      carrier_wish: null,
      ship_date: '2026-02-09',
      lines: [{ deal_line_id: example.line, position: 1, item_code: 'SATEEN-150', uom: 'meter', qty: '1200' }],
    },
  },
});
