import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, decimal, example } from '../fields.ts';

export const shortageDecided = defineEvent({
  type: 'shortage.decided',
  source: 'crm',
  target: 'wms',
  entity: 'deal',
  meaning: 'A manager decided what happens with a shortage.',
  data: z.object({
    deal_id: id,
    deal_line_id: id,
    decision: z.enum(['wait', 'ship_partly', 'substitute', 'cancel_line']),
    qty: decimal,
    note: z.string().max(500).nullable(),
  }),
  examples: {
    usual: { deal_id: example.deal, deal_line_id: example.line, decision: 'ship_partly', qty: '900', note: null },
  },
});
