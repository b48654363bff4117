import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, decimal, example } from '../fields.ts';

export const reservationUpdated = defineEvent({
  type: 'reservation.updated',
  source: 'wms',
  target: 'crm',
  entity: 'deal',
  meaning: 'What was reserved for each line of a deal. CRM mirrors it.',
  data: z.object({
    deal_id: id,
    status: z.enum(['reserved', 'partial', 'released']),
    lines: z
      .array(
        z.object({ deal_line_id: id, state: z.enum(['reserved', 'short', 'planned', 'allocated', 'released']), reserved_qty: decimal, shortage_qty: decimal }),
      )
      .min(1)
      .max(500),
  }),
  examples: {
    usual: { deal_id: example.deal, status: 'partial', lines: [{ deal_line_id: example.line, state: 'short', reserved_qty: '900', shortage_qty: '300' }] },
  },
});
