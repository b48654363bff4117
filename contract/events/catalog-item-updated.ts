import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { itemCode, uom, text } from '../fields.ts';

export const catalogItemUpdated = defineEvent({
  type: 'catalog_item.updated',
  source: 'wms',
  target: 'crm',
  entity: 'catalog_item',
  meaning: 'A quality was added or changed. Reference data of the whole group.',
  data: z.object({ code: itemCode, name: text(255), composition: text(255), allowed_uoms: z.array(uom).min(1), active: z.boolean() }),
  examples: {
    usual: { code: 'SATEEN-150', name: 'Saten 150', composition: '%100 pamuk', allowed_uoms: ['meter', 'roll'], active: true },
  },
});
