import { defineEvent } from '../define-event.ts';
import { postpoIssue, postpoIssueExample } from '../postpo-issue.ts';

export const postpoIssueRaised = defineEvent({
  type: 'postpo_issue.raised',
  source: 'wms',
  target: 'crm',
  entity: 'purchase_order',
  meaning: 'The warehouse flagged an issue on a PO line; it blocks that line alone.',
  data: postpoIssue,
  examples: { usual: postpoIssueExample },
});
