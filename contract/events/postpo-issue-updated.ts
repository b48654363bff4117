import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, text, example } from '../fields.ts';

export const postpoIssueUpdated = defineEvent({
  type: 'postpo_issue.updated',
  source: 'wms',
  target: 'crm',
  entity: 'purchase_order',
  meaning: 'A post-PO issue changed.',
  data: z.object({
    issue_id: id,
    purchase_order_id: id,
    deal_line_id: id,
    kind: z.enum(['qty_change', 'lot_swap', 'quality', 'damage', 'other']),
    state: z.enum(['open', 'resolved', 'withdrawn']),
    note: text(500),
  }),
  examples: {
    usual: {
      issue_id: example.other,
      purchase_order_id: example.order,
      deal_line_id: example.line,
      kind: 'lot_swap',
      state: 'open',
      note: 'Lot L-2601 is used up',
    },
  },
});
