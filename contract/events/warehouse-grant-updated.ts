import { defineEvent } from '../define-event.ts';
import { grant, grantExample } from '../grant.ts';

export const warehouseGrantUpdated = defineEvent({
  type: 'warehouse_grant.updated',
  source: 'wms',
  target: 'crm',
  entity: 'warehouse_grant',
  meaning: 'A role was given, changed or ended on the node of WMS. The node of CRM keeps the same, for a person it may not have met yet.',
  data: grant,
  examples: { usual: grantExample },
});
