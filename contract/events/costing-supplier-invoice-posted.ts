import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, currency, decimal, instant, text, example } from '../fields.ts';

export const costingSupplierInvoicePosted = defineEvent({
  type: 'costing.supplier_invoice_posted',
  source: 'wms',
  target: 'crm',
  entity: 'supplier_invoice',
  meaning: 'A supplier invoice was captured with its chosen exchange rate.',
  data: z.object({ supplier_invoice_id: id, number: text(40), currency, amount: decimal, fx_rate: decimal, amount_try: decimal, posted_at: instant }),
  examples: {
    usual: {
      supplier_invoice_id: example.other,
      number: 'SI-77',
      currency: 'USD',
      amount: '10000',
      fx_rate: '41.275',
      amount_try: '412750',
      posted_at: '2026-01-30T09:00:00.000Z',
    },
  },
});
