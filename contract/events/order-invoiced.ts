import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, day, text, example } from '../fields.ts';

export const orderInvoiced = defineEvent({
  type: 'order_invoiced',
  source: 'wms',
  target: 'crm',
  entity: 'purchase_order',
  meaning: 'The invoice of an order was issued; invoice control opens.',
  data: z.object({ purchase_order_id: id, order_id: id, invoice_number: text(40), invoiced_on: day }),
  examples: {
    usual: { purchase_order_id: example.order, order_id: example.other, invoice_number: 'MOD2026000045', invoiced_on: '2026-02-11' },
  },
});
