import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { orgCode, currency, text } from '../fields.ts';

export const orgUpdated = defineEvent({
  type: 'org.updated',
  source: 'crm',
  target: 'wms',
  entity: 'org',
  meaning: 'An organisation was created or changed. WMS keeps its own copy in step.',
  data: z.object({ code: orgCode, name: text(255), currency, time_zone: text(60), active: z.boolean() }),
  examples: {
    usual: { code: 'MOD', name: 'Moda Tekstil', currency: 'TRY', time_zone: 'Europe/Istanbul', active: true },
  },
});
