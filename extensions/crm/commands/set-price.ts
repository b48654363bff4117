import { z } from 'zod';
import { bulkOf } from '@selvedge/kernel/command/bulk.ts';
import { commandIn } from '@selvedge/kernel/command/define-command.ts';
import { invalidInput } from '@selvedge/kernel/errors.ts';
import { compare } from '@selvedge/kernel/money.ts';
import { currency, id, note, positivePrice } from '../input.ts';

/**
 * Pricing sets the list price of a quality in one currency of its org: the first one shows the quality
 * to sales, a new one is as fresh as today. The same price again leaves it as old as it is; that it
 * still holds, only a manager says (J22, J23). Earlier prices stay in the audit.
 */
export const setPrice = commandIn({
  name: 'price.set',
  system: 'crm',
  title: { en: 'Set price', tr: 'Fiyat belirle' },
  permission: 'prices:edit',
  input: z.strictObject({ org: id, item: id, currency, price: positivePrice, note: note.optional() }),
  org: (body) => body.org,
  reason: (body) => body.note,
  run: async ({ tx, org, now, identity, changed }, body) => {
    const item = await tx.maybe('select id from crm_catalog_item where id = $1 and active', [body.item]);
    if (!item)
      throw invalidInput([
        {
          path: 'item',
          message: 'no such quality is sold; choose one from the price list.',
          messageTr: 'satılan böyle bir kalite yok; fiyat listesinden seçin.',
        },
      ]);
    const before = await tx.maybe<{ price: string; confirmed_at: Date; confirmed_by: string | null }>(
      'select price, confirmed_at, confirmed_by from crm_list_price where org = $1 and catalog_item = $2 and currency = $3 for update',
      [org.id, body.item, body.currency],
    );
    const isSame = before !== undefined && compare(before.price, body.price) === 0;
    const [confirmedAt, confirmedBy] = isSame ? [before.confirmed_at, before.confirmed_by] : [now, identity.userId];
    const after = await tx.one<{ id: string; price: string; confirmed_at: Date; confirmed_by: string | null }>(
      `insert into crm_list_price (org, catalog_item, currency, price, confirmed_at, confirmed_by) values ($1, $2, $3, $4, $5, $6)
       on conflict (org, catalog_item, currency) do update set price = excluded.price, confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by
       returning id, price, confirmed_at, confirmed_by`,
      [org.id, body.item, body.currency, body.price, confirmedAt, confirmedBy],
    );
    const { id: priceId, ...kept } = after;
    changed('crm_list_price', priceId, { ...(before && { before }), after: { currency: body.currency, ...kept } });
    return { priceId, price: after.price, currency: body.currency, confirmedAt: after.confirmed_at };
  },
});

export const setPrices = bulkOf(setPrice, 'price.set-many', { en: 'Set prices', tr: 'Fiyatları belirle' });
