import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, decimal, instant, text, example } from '../fields.ts';

export const centralStockCheckCompleted = defineEvent({
  type: 'central_stock_check.completed',
  source: 'wms',
  target: 'crm',
  entity: 'central_stock_check',
  meaning: 'A central stock check was made for a line.',
  data: z.object({
    check_id: id,
    deal_id: id,
    deal_line_id: id,
    checked_at: instant,
    checked_by: text(255),
    result: z.enum(['found', 'not_found', 'partial']),
    available_qty: decimal.nullable(),
    proposed_next_step: text(500),
    eta_text: z.string().max(255).nullable(),
  }),
  examples: {
    usual: {
      check_id: example.other,
      deal_id: example.deal,
      deal_line_id: example.line,
      checked_at: '2026-02-01T08:00:00.000Z',
      checked_by: 'Depo',
      result: 'partial',
      available_qty: '120',
      proposed_next_step: 'Transfer from Bursa',
      eta_text: null,
    },
  },
});
