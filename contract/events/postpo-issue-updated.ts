import { defineEvent } from '../define-event.ts';
import { postpoIssue, postpoIssueExample } from '../postpo-issue.ts';

export const postpoIssueUpdated = defineEvent({
  type: 'postpo_issue.updated',
  source: 'wms',
  target: 'crm',
  entity: 'purchase_order',
  meaning: 'A post-PO issue changed.',
  data: postpoIssue,
  examples: { usual: postpoIssueExample },
});
