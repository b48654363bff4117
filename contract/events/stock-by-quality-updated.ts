import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { itemCode, decimal } from '../fields.ts';

export const stockByQualityUpdated = defineEvent({
  type: 'stock_by_quality.updated',
  source: 'wms',
  target: 'crm',
  entity: 'stock',
  meaning: 'Stock of a quality in one organisation. CRM replaces its copy.',
  data: z.object({ item_code: itemCode, on_hand_meters: decimal, free_meters: decimal }),
  examples: {
    usual: { item_code: 'SATEEN-150', on_hand_meters: '8400', free_meters: '5150.5' },
  },
});
