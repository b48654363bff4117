import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { itemCode, decimal, instant } from '../fields.ts';

export const costingWacUpdated = defineEvent({
  type: 'costing.wac_updated',
  source: 'wms',
  target: 'crm',
  entity: 'wac',
  meaning: 'The weighted average cost of a quality and owner changed (TRY per meter).',
  data: z.object({ item_code: itemCode, wac_try: decimal, on_hand_meters: decimal, as_of: instant }),
  examples: {
    usual: { item_code: 'SATEEN-150', wac_try: '84.10', on_hand_meters: '8400', as_of: '2026-02-15T09:00:00.000Z' },
  },
});
