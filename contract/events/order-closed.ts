import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, instant, example } from '../fields.ts';

export const orderClosed = defineEvent({
  type: 'order.closed',
  source: 'wms',
  target: 'crm',
  entity: 'purchase_order',
  meaning: 'An order passed the closure gate.',
  data: z.object({ purchase_order_id: id, order_id: id, closed_at: instant }),
  examples: {
    usual: { purchase_order_id: example.order, order_id: example.other, closed_at: '2026-02-12T09:30:00.000Z' },
  },
});
