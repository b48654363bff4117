import { z } from 'zod';
import { permissionRequired } from '@selvedge/kernel/errors.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { contains, decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';
import { PRICE_KEYS } from '../pricing/price-keys.ts';
import { isHidden, isStale } from '../pricing/visible-to-sales.ts';

interface Row extends Record<string, unknown> {
  org: string;
  code: string;
}

/**
 * Every quality that is sold, with its price in one currency or none, for those who work on prices: a
 * quality without one is in no catalog, and a new org begins with nothing else (J22, J23).
 */
export const priceList = defineView({
  name: 'price-list',
  system: 'crm',
  title: { en: 'Price list', tr: 'Fiyat listesi' },
  query: z.object({
    ...pageFields,
    q: z.string().trim().max(100).optional(),
    currency: z.enum(['TRY', 'USD', 'EUR']),
    only: z.enum(['missing', 'stale']).optional(),
  }),
  run: async ({ tx, orgIds, identity, now }, input) => {
    const priced = identity.orgs.filter((org) => orgIds.includes(org.orgId) && PRICE_KEYS.some((key) => org.keys.has(key))).map((org) => org.orgId);
    if (priced.length === 0) throw permissionRequired(PRICE_KEYS[0]);
    const [code, org] = input.cursor ? decodeCursor(input.cursor, 2) : [null, null];
    const rows = await tx.query<Row>(
      `select i.id as "itemId", i.code, i.name, i.composition, i.allowed_uoms as "allowedUoms", o.code as org, p.id as "priceId", p.price, p.confirmed_at as "confirmedAt",
         coalesce(${isStale('$7')}, false) as stale, coalesce(${isHidden('$7')}, false) as "hiddenFromSales", coalesce(s.free_meters, 0) as "freeMeters"
       from crm_catalog_item i cross join core_org o left join crm_list_price p on p.catalog_item = i.id and p.org = o.id and p.currency = $2
         left join crm_stock_by_quality s on s.catalog_item = i.id and s.org = o.id
       where i.active and o.id = any ($1::uuid[]) and ($3::text is null or i.code ilike $4 or i.name ilike $4)
         and ($5::text is null or (i.code, o.code) > ($5::text, $6::text))
         and ($8::text is null or ($8 = 'missing' and p.id is null) or ($8 = 'stale' and ${isStale('$7')}))
       order by i.code, o.code limit $9`,
      [priced, input.currency, input.q ?? null, contains(input.q ?? ''), code, org, now, input.only ?? null, input.limit + 1],
    );
    return page(rows, input.limit, (row) => [row.code, row.org]);
  },
});
