import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, signedDecimal, instant, example } from '../fields.ts';

export const costingAdjustmentPosted = defineEvent({
  type: 'costing.adjustment_posted',
  source: 'wms',
  target: 'crm',
  entity: 'supplier_invoice',
  meaning: 'Duty or freight was added later; what remains was re-costed.',
  data: z.object({
    supplier_invoice_id: id,
    adjustment_id: id,
    kind: z.enum(['duty', 'freight', 'other']),
    amount_try: signedDecimal,
    sold_share_try: signedDecimal,
    posted_at: instant,
  }),
  examples: {
    usual: {
      supplier_invoice_id: example.other,
      adjustment_id: example.line,
      kind: 'freight',
      amount_try: '12000',
      sold_share_try: '3000',
      posted_at: '2026-02-15T09:00:00.000Z',
    },
  },
});
