import { z } from 'zod';
import { example, id, text } from './fields.ts';

/** An issue on a PO line, as it was raised or as it stands. */
export const postpoIssue = z.object({
  issue_id: id,
  purchase_order_id: id,
  deal_line_id: id,
  kind: z.enum(['qty_change', 'lot_swap', 'quality', 'damage', 'other']),
  state: z.enum(['open', 'resolved', 'withdrawn']),
  note: text(500),
});

export const postpoIssueExample: z.infer<typeof postpoIssue> = {
  issue_id: example.other,
  purchase_order_id: example.order,
  deal_line_id: example.line,
  kind: 'lot_swap',
  state: 'open',
  note: 'Lot L-2601 is used up',
};
