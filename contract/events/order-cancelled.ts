import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, instant, example } from '../fields.ts';

export const orderCancelled = defineEvent({
  type: 'order.cancelled',
  source: 'wms',
  target: 'crm',
  entity: 'purchase_order',
  meaning: 'WMS cancelled the order after po.cancelled.',
  data: z.object({ purchase_order_id: id, order_id: id, cancelled_at: instant }),
  examples: {
    usual: { purchase_order_id: example.order, order_id: example.other, cancelled_at: '2026-02-08T09:30:00.000Z' },
  },
});
