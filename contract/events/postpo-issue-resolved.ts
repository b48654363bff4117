import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, text, example } from '../fields.ts';

export const postpoIssueResolved = defineEvent({
  type: 'postpo_issue.resolved',
  source: 'crm',
  target: 'wms',
  entity: 'purchase_order',
  meaning: 'A manager approved how a post-PO issue is resolved. WMS unblocks the line.',
  data: z.object({ purchase_order_id: id, deal_line_id: id, issue_id: id, resolution: text(500) }),
  examples: {
    usual: { purchase_order_id: example.order, deal_line_id: example.line, issue_id: example.other, resolution: 'Customer accepts 1,180 m' },
  },
});
