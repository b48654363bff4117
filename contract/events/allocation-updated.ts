import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, decimal, roll, example } from '../fields.ts';

export const allocationUpdated = defineEvent({
  type: 'allocation.updated',
  source: 'wms',
  target: 'crm',
  entity: 'deal',
  meaning: 'A line was planned, or its rolls were entered or confirmed.',
  data: z.object({
    deal_id: id,
    deal_line_id: id,
    state: z.enum(['reserved', 'short', 'planned', 'allocated']),
    allocated_meters: decimal,
    rolls: z.array(roll).max(500),
  }),
  examples: {
    usual: {
      deal_id: example.deal,
      deal_line_id: example.line,
      state: 'allocated',
      allocated_meters: '1200',
      rolls: [{ lot: 'L-2601', roll: 'R-000123', meters: '60.5' }],
    },
  },
});
