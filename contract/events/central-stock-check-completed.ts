import { defineEvent } from '../define-event.ts';
import { centralStockCheck, centralStockCheckExample } from '../central-stock-check.ts';

export const centralStockCheckCompleted = defineEvent({
  type: 'central_stock_check.completed',
  source: 'wms',
  target: 'crm',
  entity: 'central_stock_check',
  meaning: 'A central stock check was made for a line.',
  data: centralStockCheck,
  examples: { usual: centralStockCheckExample },
});
