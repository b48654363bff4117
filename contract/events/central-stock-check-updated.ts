import { defineEvent } from '../define-event.ts';
import { centralStockCheck, centralStockCheckExample } from '../central-stock-check.ts';

export const centralStockCheckUpdated = defineEvent({
  type: 'central_stock_check.updated',
  source: 'wms',
  target: 'crm',
  entity: 'central_stock_check',
  meaning: 'A central stock check was corrected.',
  data: centralStockCheck,
  examples: { usual: centralStockCheckExample },
});
