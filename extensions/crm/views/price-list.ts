import { z } from 'zod';
import { CURRENCY_CODES } from '@selvedge/directus/model/units.ts';
import { permissionRequired } from '@selvedge/kernel/errors.ts';
import { holdsKey, type Identity } from '@selvedge/kernel/identity/identity.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { contains, decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';
import { PRICE_KEYS } from '../pricing/price-keys.ts';
import { isHidden, isStale } from '../pricing/visible-to-sales.ts';
import { personName } from './parts.ts';

interface Row extends Record<string, unknown> {
  org: string;
  code: string;
  currency: string | null;
}

/**
 * Of the orgs in scope, those whose prices this person works on.
 * @throws Refusal PERMISSION_REQUIRED when it is none of them
 */
function pricedOrgs(identity: Identity, orgIds: readonly string[]): readonly string[] {
  const priced = orgIds.filter((org) => PRICE_KEYS.some((key) => holdsKey(identity, org, key)));
  if (priced.length === 0) throw permissionRequired(PRICE_KEYS[0]);
  return priced;
}

/** Every quality that is sold in the orgs of `$1`, with its prices in the currency of `$2` (null for all), or once without one. */
const PRICED = `crm_catalog_item i cross join core_org o
  left join crm_list_price p on p.catalog_item = i.id and p.org = o.id and ($2::text is null or p.currency = $2)
  left join crm_stock_by_quality s on s.catalog_item = i.id and s.org = o.id
  left join directus_users u on u.id = p.confirmed_by
  where i.active and o.id = any ($1::uuid[])`;

const ONLY = {
  missing: () => 'p.id is null',
  stale: isStale,
  stale_in_stock: isHidden,
} as const;

const currency = z.enum(CURRENCY_CODES).optional();

/**
 * Every quality that is sold, with its prices or none, for those who work on prices: a quality without
 * one is in no catalog, and a new org begins with nothing else (J22, J23). `stale_in_stock` are those
 * that sales does not see until a manager reconfirms them (J24). Without a price, its currency is the one asked for.
 */
export const priceList = defineView({
  name: 'price-list',
  system: 'crm',
  title: { en: 'Price list', tr: 'Fiyat listesi' },
  query: z.object({
    ...pageFields,
    q: z.string().trim().max(100).optional(),
    currency,
    only: z.enum(Object.keys(ONLY) as [keyof typeof ONLY]).optional(),
  }),
  run: async ({ tx, orgIds, identity, now }, input) => {
    const [code, org, inCurrency] = input.cursor ? decodeCursor(input.cursor, 3) : [null, null, null];
    const rows = await tx.query<Row>(
      `select i.id as "itemId", i.code, i.name, i.composition, i.allowed_uoms as "allowedUoms", o.id as "orgId", o.code as org, p.id as "priceId", p.price, coalesce(p.currency, $2) as currency,
         p.confirmed_at as "confirmedAt", ${personName('u')} as "confirmedByName", coalesce(${isStale('$8')}, false) as stale, coalesce(${isHidden('$8')}, false) as "hiddenFromSales",
         coalesce(s.free_meters, 0) as "freeMeters", coalesce(s.on_hand_meters, 0) as "onHandMeters", o.price_stale_days as "staleDays"
       from ${PRICED} and ($3::text is null or i.code ilike $4 or i.name ilike $4)
         and ($5::text is null or (i.code, o.code, coalesce(p.currency, $2, '')) > ($5::text, $6::text, $7::text))
         ${input.only ? `and ${ONLY[input.only]('$8')}` : ''}
       order by i.code, o.code, coalesce(p.currency, $2, '') limit $9`,
      [pricedOrgs(identity, orgIds), input.currency ?? null, input.q ?? null, contains(input.q ?? ''), code, org, inCurrency, now, input.limit + 1],
    );
    return page(rows, input.limit, (row) => [row.code, row.org, row.currency ?? '']);
  },
});

/** How many prices are stale or missing, and since when the oldest stands (J12). */
export const priceQueues = defineView({
  name: 'price-queues',
  system: 'crm',
  title: { en: 'Price queues', tr: 'Fiyat kuyrukları' },
  query: z.object({ currency }),
  run: async ({ tx, orgIds, identity, now }, input) => {
    const one = (queue: keyof typeof ONLY) => {
      const those = `filter (where ${ONLY[queue]('$3')})`;
      return `json_build_object('queue', '${queue}', 'count', count(*) ${those}, 'oldestSince', min(p.confirmed_at) ${those})`;
    };
    const { queues } = await tx.one<{ queues: unknown }>(
      `select json_build_array(json_build_object('queue', 'all', 'count', count(*)), ${(Object.keys(ONLY) as (keyof typeof ONLY)[]).map(one).join(', ')}) as queues
       from ${PRICED}`,
      [pricedOrgs(identity, orgIds), input.currency ?? null, now],
    );
    return { data: queues };
  },
});
