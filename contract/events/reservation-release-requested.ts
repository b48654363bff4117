import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, text, example } from '../fields.ts';

export const reservationReleaseRequested = defineEvent({
  type: 'reservation.release_requested',
  source: 'crm',
  target: 'wms',
  entity: 'deal',
  meaning: 'A deal or some of its lines were cancelled. WMS frees what is reserved for them.',
  data: z.object({ deal_id: id, deal_line_ids: z.array(id).min(1).max(500), reason: text(255) }),
  examples: {
    usual: { deal_id: example.deal, deal_line_ids: [example.line], reason: 'Customer cancelled' },
  },
});
