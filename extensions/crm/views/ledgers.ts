import { z } from 'zod';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { contains, decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';
import { showCustomersBehindRecords } from '../customers/show-behind-records.ts';
import { PRICE_KEYS } from '../pricing/price-keys.ts';
import { isHidden, isStale } from '../pricing/visible-to-sales.ts';
import { personName } from './parts.ts';

interface Row extends Record<string, unknown> {
  id: string;
  code: string;
  sortKey: string;
}

const cut = (rows: readonly Row[], limit: number) => {
  const { data, nextCursor } = page(rows, limit, (row) => [row.sortKey, row.id]);
  return { data: data.map(({ sortKey: _sortKey, ...row }) => row), nextCursor };
};

/**
 * What sales may sell: active qualities with a list price in the org, with free stock. What is in stock
 * with a stale price shows only to those who work on prices, `age=stale` shows them nothing else (J22, J23).
 */
export const catalog = defineView({
  name: 'catalog',
  system: 'crm',
  title: { en: 'Catalog', tr: 'Katalog' },
  query: z.object({
    ...pageFields,
    q: z.string().trim().max(100).optional(),
    currency: z.enum(['TRY', 'USD', 'EUR']).optional(),
    age: z.enum(['fresh', 'stale']).optional(),
  }),
  run: async ({ tx, orgIds, identity, now }, input) => {
    const [code, id] = input.cursor ? decodeCursor(input.cursor, 2) : [null, null];
    const seesHiddenIn = identity.orgs.filter((org) => PRICE_KEYS.some((key) => org.keys.has(key))).map((org) => org.orgId);
    const rows = await tx.query<Row>(
      `select i.id as "itemId", i.code, i.name, i.composition, i.allowed_uoms as "allowedUoms", p.price as "listPrice", p.currency, p.confirmed_at as "confirmedAt",
         ${isStale('$8')} as stale, ${isHidden('$8')} as "hiddenFromSales", coalesce(s.free_meters, 0) as "freeMeters", i.code as "sortKey", p.id
       from crm_list_price p join core_org o on o.id = p.org join crm_catalog_item i on i.id = p.catalog_item left join crm_stock_by_quality s on s.catalog_item = i.id and s.org = p.org
       where p.org = any ($1::uuid[]) and i.active and ($2::text is null or i.code ilike $3 or i.name ilike $3) and ($4::text is null or p.currency = $4)
         and ($5::text is null or (i.code, p.id) > ($5::text, $6::uuid)) and (p.org = any ($9::uuid[]) or not ${isHidden('$8')}) and ($10::text is null or ($10 = 'stale') = ${isStale('$8')})
       order by i.code, p.id limit $7`,
      [orgIds, input.q ?? null, contains(input.q ?? ''), input.currency ?? null, code, id, input.limit + 1, now, seesHiddenIn, input.age ?? null],
    );
    return cut(rows, input.limit);
  },
});

/** The payments ledger, newest first (J13). */
export const payments = defineView({
  name: 'payments',
  system: 'crm',
  title: { en: 'Payments', tr: 'Ödemeler' },
  query: z.object({ ...pageFields, q: z.string().trim().max(100).optional() }),
  run: async ({ tx, orgIds }, input) => {
    const [at, id] = input.cursor ? decodeCursor(input.cursor, 2) : [null, null];
    await showCustomersBehindRecords(tx);
    const rows = await tx.query<Row>(
      `select p.id, o.code as org, c.name as "customerName", p.profile as "profileId", p.received_on as "receivedOn", p.method, p.amount, p.currency, p.bank_reference as "bankReference",
         p.note, p.amount - coalesce((select sum(a.amount) from crm_payment_allocation a where a.payment = p.id), 0) as unallocated,
         coalesce((select json_agg(json_build_object('purchaseOrderId', po.id, 'code', po.code, 'amount', a.amount::text) order by po.code)
                   from crm_payment_allocation a join crm_purchase_order po on po.id = a.purchase_order where a.payment = p.id), '[]') as allocations,
         exists (select 1 from crm_payment r where r.reverses = p.id) as reversed, p.reverses is not null as "isReversal", ${personName('u')} as "recordedByName", p.created_at as "createdAt", p.created_at::text as "sortKey"
       from crm_payment p join core_org o on o.id = p.org join crm_customer_profile c on c.id = p.profile left join directus_users u on u.id = p.recorded_by
       where p.org = any ($1::uuid[]) and ($2::text is null or c.name ilike $3 or p.bank_reference ilike $3) and ($4::timestamptz is null or (p.created_at, p.id) < ($4::timestamptz, $5::uuid))
       order by p.created_at desc, p.id desc limit $6`,
      [orgIds, input.q ?? null, contains(input.q ?? ''), at, id, input.limit + 1],
    );
    return cut(rows, input.limit);
  },
});

/** The log of outbound mail, newest first. */
export const mails = defineView({
  name: 'mails',
  system: 'crm',
  title: { en: 'Outbound mail', tr: 'Giden posta' },
  query: z.object({
    ...pageFields,
    status: z.enum(['queued', 'sending', 'sent', 'failed', 'unknown', 'skipped']).optional(),
    q: z.string().trim().max(100).optional(),
  }),
  run: async ({ tx, orgIds }, input) => {
    const [at, id] = input.cursor ? decodeCursor(input.cursor, 2) : [null, null];
    const rows = await tx.query<Row>(
      `select m.id, o.code as org, m.type, m.recipient, m.subject, m.status, m.attempts, m.last_error as "lastError", m.created_at as "createdAt", m.sent_at as "sentAt", m.created_at::text as "sortKey"
       from crm_outbound_mail m join core_org o on o.id = m.org
       where m.org = any ($1::uuid[]) and ($2::text is null or m.status = $2) and ($3::text is null or m.subject ilike $4 or m.recipient ilike $4)
         and ($5::timestamptz is null or (m.created_at, m.id) < ($5::timestamptz, $6::uuid))
       order by m.created_at desc, m.id desc limit $7`,
      [orgIds, input.status ?? null, input.q ?? null, contains(input.q ?? ''), at, id, input.limit + 1],
    );
    return cut(rows, input.limit);
  },
});
