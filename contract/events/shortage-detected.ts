import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, uom, decimal, example } from '../fields.ts';

export const shortageDetected = defineEvent({
  type: 'shortage.detected',
  source: 'wms',
  target: 'crm',
  entity: 'deal',
  meaning: 'A line could not be reserved in full. It blocks that line alone.',
  data: z.object({ deal_id: id, deal_line_id: id, uom, shortage_qty: decimal }),
  examples: {
    usual: { deal_id: example.deal, deal_line_id: example.line, uom: 'meter', shortage_qty: '300' },
  },
});
