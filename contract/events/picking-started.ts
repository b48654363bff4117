import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, instant, example } from '../fields.ts';

export const pickingStarted = defineEvent({
  type: 'picking_started',
  source: 'wms',
  target: 'crm',
  entity: 'purchase_order',
  meaning: 'Picking of an order began.',
  data: z.object({ purchase_order_id: id, order_id: id, started_at: instant }),
  examples: {
    usual: { purchase_order_id: example.order, order_id: example.other, started_at: '2026-02-08T07:30:00.000Z' },
  },
});
