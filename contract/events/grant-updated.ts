import { defineEvent } from '../define-event.ts';
import { grant, grantExample } from '../grant.ts';

export const grantUpdated = defineEvent({
  type: 'grant.updated',
  source: 'crm',
  target: 'wms',
  entity: 'grant',
  meaning: 'A role was given, changed or ended on the node of CRM. The node of WMS keeps the same, for a person it may not have met yet.',
  data: grant,
  examples: { usual: grantExample },
});
