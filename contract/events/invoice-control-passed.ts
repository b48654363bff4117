import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, instant, example } from '../fields.ts';

export const invoiceControlPassed = defineEvent({
  type: 'invoice_control.passed',
  source: 'wms',
  target: 'crm',
  entity: 'purchase_order',
  meaning: 'Accounting passed the invoice control.',
  data: z.object({ purchase_order_id: id, order_id: id, note: z.string().max(500).nullable(), decided_at: instant }),
  examples: {
    usual: { purchase_order_id: example.order, order_id: example.other, note: null, decided_at: '2026-02-12T08:00:00.000Z' },
  },
});
