import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, instant, example } from '../fields.ts';

export const pickingCompleted = defineEvent({
  type: 'picking_completed',
  source: 'wms',
  target: 'crm',
  entity: 'purchase_order',
  meaning: 'Every line that may leave is picked.',
  data: z.object({ purchase_order_id: id, order_id: id, completed_at: instant, lines_left_out: z.array(id) }),
  examples: {
    usual: { purchase_order_id: example.order, order_id: example.other, completed_at: '2026-02-08T09:10:00.000Z', lines_left_out: [] },
  },
});
