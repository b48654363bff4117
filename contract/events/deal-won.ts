import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, instant, text, line, example } from '../fields.ts';

export const dealWon = defineEvent({
  type: 'deal.won',
  source: 'crm',
  target: 'wms',
  entity: 'deal',
  meaning: 'A deal was won, credit-blocked ones too. WMS reserves each line from free stock and answers with reservation.updated.',
  data: z.object({
    deal_id: id,
    deal_code: text(16),
    customer_name: text(255),
    credit_blocked: z.boolean(),
    won_at: instant,
    lines: z.array(line).min(1).max(500),
  }),
  examples: {
    usual: {
      deal_id: example.deal,
      deal_code: 'MODDL7K2M9QXR',
      customer_name: 'Ege Konfeksiyon',
      credit_blocked: false,
      won_at: '2026-01-30T09:15:00.000Z',
      lines: [{ deal_line_id: example.line, position: 1, item_code: 'SATEEN-150', uom: 'meter', qty: '1200' }],
    },
  },
});
