import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, itemCode, decimal, day, example } from '../fields.ts';

export const supplyRequestUpdated = defineEvent({
  type: 'supply_request.updated',
  source: 'wms',
  target: 'crm',
  entity: 'supply_request',
  meaning: 'A supply request moved to another milestone or got another ETA.',
  data: z.object({
    supply_request_id: id,
    deal_line_id: id.nullable(),
    item_code: itemCode,
    qty: decimal,
    milestone: z.enum(['requested', 'in_production', 'in_transit', 'arrived_soft', 'received', 'cancelled']),
    eta: day.nullable(),
  }),
  examples: {
    usual: { supply_request_id: example.other, deal_line_id: example.line, item_code: 'SATEEN-150', qty: '300', milestone: 'in_transit', eta: '2026-02-20' },
  },
});
