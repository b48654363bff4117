import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, decimal, instant, example } from '../fields.ts';

export const costingCogsPosted = defineEvent({
  type: 'costing.cogs_posted',
  source: 'wms',
  target: 'crm',
  entity: 'purchase_order',
  meaning: 'Cost of goods sold of a shipped PO line (TRY).',
  data: z.object({ purchase_order_id: id, deal_line_id: id, meters: decimal, cogs_try: decimal, posted_at: instant }),
  examples: {
    usual: { purchase_order_id: example.order, deal_line_id: example.line, meters: '1200', cogs_try: '100920', posted_at: '2026-02-09T13:00:00.000Z' },
  },
});
