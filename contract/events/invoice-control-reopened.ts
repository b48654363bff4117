import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, instant, example } from '../fields.ts';

export const invoiceControlReopened = defineEvent({
  type: 'invoice_control.reopened',
  source: 'wms',
  target: 'crm',
  entity: 'purchase_order',
  meaning: 'A failed control waits for accounting again after a correction.',
  data: z.object({ purchase_order_id: id, order_id: id, note: z.string().max(500).nullable(), decided_at: instant }),
  examples: {
    usual: { purchase_order_id: example.order, order_id: example.other, note: 'Invoice corrected', decided_at: '2026-02-12T09:00:00.000Z' },
  },
});
