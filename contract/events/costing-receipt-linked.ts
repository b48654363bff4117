import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { id, itemCode, decimal, example } from '../fields.ts';

export const costingReceiptLinked = defineEvent({
  type: 'costing.receipt_linked',
  source: 'wms',
  target: 'crm',
  entity: 'supplier_invoice',
  meaning: 'A receipt was tied to an invoice line; its rolls have a unit cost.',
  data: z.object({ supplier_invoice_id: id, receipt_id: id, item_code: itemCode, meters: decimal, unit_cost_try: decimal }),
  examples: {
    usual: { supplier_invoice_id: example.other, receipt_id: example.line, item_code: 'SATEEN-150', meters: '5000', unit_cost_try: '82.55' },
  },
});
