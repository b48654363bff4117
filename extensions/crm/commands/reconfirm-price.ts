import { z } from 'zod';
import { bulkOf } from '@selvedge/kernel/command/bulk.ts';
import { commandOn } from '@selvedge/kernel/command/define-command.ts';
import { id, note } from '../input.ts';

/** A manager says that a list price still holds; a quality that was hidden for its age shows again (J23). */
export const reconfirmPrice = commandOn({
  name: 'price.reconfirm',
  system: 'crm',
  title: { en: 'Reconfirm price', tr: 'Fiyatı yeniden teyit et' },
  permission: 'prices:reconfirm',
  input: z.strictObject({ price: id, note: note.optional() }),
  subject: { table: 'crm_list_price', id: (body) => body.price },
  reason: (body) => body.note,
  run: async ({ tx, subject, now, identity, changed }) => {
    await tx.update('crm_list_price', subject.id, { confirmed_at: now, confirmed_by: identity.userId });
    changed('crm_list_price', subject.id, { before: { confirmed_at: subject.confirmed_at }, after: { confirmed_at: now } });
    return { priceId: subject.id, confirmedAt: now };
  },
});

export const reconfirmPrices = bulkOf(reconfirmPrice, 'price.reconfirm-many', { en: 'Reconfirm prices', tr: 'Fiyatları yeniden teyit et' });
