import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, decimal, orgCode, roll, example } from '../fields.ts';

export const allocationUpdated = defineEvent({
  type: 'allocation.updated',
  source: 'wms',
  target: 'crm',
  entity: 'deal',
  meaning:
    'A line was planned, or its rolls were entered or confirmed. `owner_org` names the owner of a roll that belongs to another organisation of the group.',
  data: z.object({
    deal_id: id,
    deal_line_id: id,
    state: z.enum(['reserved', 'short', 'planned', 'allocated']),
    allocated_meters: decimal,
    rolls: z.array(roll.extend({ owner_org: orgCode.optional() })).max(500),
  }),
  examples: {
    usual: {
      deal_id: example.deal,
      deal_line_id: example.line,
      state: 'allocated',
      allocated_meters: '1200',
      rolls: [{ lot: 'L-2601', roll: 'R-000123', meters: '60.5' }],
    },
    'group stock': {
      deal_id: example.deal,
      deal_line_id: example.line,
      state: 'allocated',
      allocated_meters: '60.5',
      rolls: [{ lot: 'L-7702', roll: 'R-000777', meters: '60.5', owner_org: 'JTR' }],
    },
  },
});
