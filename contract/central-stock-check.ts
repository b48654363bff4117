import { z } from 'zod';
import { decimal, example, id, instant, text } from './fields.ts';

/** A central stock check as it was made, or as it stands after a correction. */
export const centralStockCheck = z.object({
  check_id: id,
  deal_id: id,
  deal_line_id: id,
  checked_at: instant,
  checked_by: text(255),
  result: z.enum(['found', 'not_found', 'partial']),
  available_qty: decimal.nullable(),
  proposed_next_step: text(500),
  eta_text: z.string().max(255).nullable(),
});

export const centralStockCheckExample: z.infer<typeof centralStockCheck> = {
  check_id: example.other,
  deal_id: example.deal,
  deal_line_id: example.line,
  checked_at: '2026-02-01T08:00:00.000Z',
  checked_by: 'Depo',
  result: 'partial',
  available_qty: '120',
  proposed_next_step: 'Transfer from Bursa',
  eta_text: null,
};
