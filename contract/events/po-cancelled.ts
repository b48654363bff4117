import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, text, example } from '../fields.ts';

export const poCancelled = defineEvent({
  type: 'po.cancelled',
  source: 'crm',
  target: 'wms',
  entity: 'purchase_order',
  meaning: 'A released PO was cancelled before it shipped. WMS cancels the order and frees its stock.',
  data: z.object({ purchase_order_id: id, reason: text(255) }),
  examples: {
    usual: { purchase_order_id: example.order, reason: 'Customer withdrew' },
  },
});
