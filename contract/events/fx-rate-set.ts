import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { decimal, instant } from '../fields.ts';

export const fxRateSet = defineEvent({
  type: 'fx_rate.set',
  source: 'crm',
  target: 'wms',
  entity: 'fx_rate',
  meaning: 'An exchange rate was set, effective from a moment on.',
  data: z.object({ pair: z.enum(['USDTRY', 'EURTRY']), rate: decimal, effective_from: instant }),
  examples: {
    usual: { pair: 'USDTRY', rate: '41.275', effective_from: '2026-01-30T06:00:00.000Z' },
  },
});
