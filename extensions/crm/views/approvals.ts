import { z } from 'zod';
import { PRICE_REQUEST_KINDS } from '@selvedge/directus/model/crm/price-requests.ts';
import { allOrFirstError } from '@selvedge/kernel/database/transaction.ts';
import { notFound } from '@selvedge/kernel/errors.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { contains, decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';
import { showCustomersBehindRecords } from '../customers/show-behind-records.ts';
import { personName } from './parts.ts';

/** What waits for a decision, and what does no more. */
const QUEUES = { pending: `r.status = 'pending'`, decided: `r.status <> 'pending'` } as const;
type Queue = keyof typeof QUEUES;

const SORTS = {
  requested_at: { column: 'r.created_at', direction: 'asc', compare: '>', type: 'timestamptz' },
  '-requested_at': { column: 'r.created_at', direction: 'desc', compare: '<', type: 'timestamptz' },
  gross_amount: { column: 'r.gross_amount', direction: 'asc', compare: '>', type: 'numeric' },
  '-gross_amount': { column: 'r.gross_amount', direction: 'desc', compare: '<', type: 'numeric' },
  discount: { column: 'r.discount_percent', direction: 'asc', compare: '>', type: 'numeric' },
  '-discount': { column: 'r.discount_percent', direction: 'desc', compare: '<', type: 'numeric' },
} as const;

const query = z.object({
  ...pageFields,
  queue: z.enum(Object.keys(QUEUES) as [Queue]).default('pending'),
  kind: z.enum(PRICE_REQUEST_KINDS).optional(),
  q: z.string().trim().max(100).optional(),
  sort: z.enum(Object.keys(SORTS) as [keyof typeof SORTS]).default('requested_at'),
});

/** One request as both views show it, over `r`; `me` is the slot of the reader, who decides nothing of their own (J17). */
const shown = (
  me: string,
) => `r.id, o.code as org, r.deal as "dealId", d.code as "dealCode", d.status as "dealStatus", p.name as "customerName", d.profile as "profileId",
  r.deal_line as "lineId", r.position, i.code as "itemCode", i.name as "itemName", r.kind, r.uom, r.qty, r.unit_price as "unitPrice", r.currency, r.list_price as "listPrice",
  r.list_currency as "listCurrency", r.discount_percent as "discountPercent", r.gross_amount as "grossAmount", r.reason, r.status, r.created_at as "requestedAt",
  ${personName('ru')} as "requestedByName", r.decided_at as "decidedAt", ${personName('du')} as "decidedByName", r.note, r.lapsed_at as "lapsedAt",
  coalesce(${me} in (r.requested_by, d.created_by), false) as "isOwn"`;

const JOINED = `join core_org o on o.id = r.org join crm_deal d on d.id = r.deal join crm_customer_profile p on p.id = d.profile join crm_catalog_item i on i.id = r.catalog_item
  left join directus_users ru on ru.id = r.requested_by left join directus_users du on du.id = r.decided_by`;

interface Row extends Record<string, unknown> {
  id: string;
  sortKey: string;
}

/** Prices that somebody asked for, by what waits and what was decided (MGR-2). */
export const approvals = defineView({
  name: 'approvals',
  system: 'crm',
  title: { en: 'Approvals', tr: 'Onaylar' },
  query,
  run: async ({ tx, orgIds, identity }, input) => {
    const sort = SORTS[input.sort];
    const params: unknown[] = [];
    const slot = (value: unknown) => `$${params.push(value)}`;
    const where = [`r.org = any (${slot(orgIds)}::uuid[])`, QUEUES[input.queue]];
    if (input.kind) where.push(`r.kind = ${slot(input.kind)}`);
    if (input.q) {
      const like = slot(contains(input.q));
      where.push(`(r.deal in (select id from crm_deal where code like ${slot(`${input.q.toUpperCase()}%`)})
        or r.deal in (select x.id from crm_deal x join crm_customer_profile c on c.id = x.profile where c.name ilike ${like})
        or r.catalog_item in (select id from crm_catalog_item where code ilike ${like}))`);
    }
    if (input.cursor) {
      const [value, id] = decodeCursor(input.cursor, 2);
      where.push(`(${sort.column}, r.id) ${sort.compare} (${slot(value)}::${sort.type}, ${slot(id)}::uuid)`);
    }
    // The rows of the page are found first; what is shown about them is joined to those few alone.
    const text = `with page as materialized (
        select r.* from crm_price_request r where ${where.join(' and ')} order by ${sort.column} ${sort.direction}, r.id ${sort.direction} limit ${slot(input.limit + 1)})
      select ${shown(`${slot(identity.userId)}::uuid`)}, ${sort.column}::text as "sortKey" from page r ${JOINED} order by ${sort.column} ${sort.direction}, r.id ${sort.direction}`;
    const [, rows] = await allOrFirstError([showCustomersBehindRecords(tx), tx.query<Row>(text, params)]);
    const { data, nextCursor } = page(rows, input.limit, (row) => [row.sortKey, row.id]);
    return { data: data.map(({ sortKey: _sortKey, ...row }) => row), nextCursor };
  },
});

/** How many prices wait and since when, and how much else waits for whoever approves. */
export const approvalQueues = defineView({
  name: 'approval-queues',
  system: 'crm',
  title: { en: 'Approval queues', tr: 'Onay kuyrukları' },
  query: z.object({}),
  run: async ({ tx, orgIds }) => {
    const one = (queue: string, since: string, from: string) =>
      `select '${queue}' as queue, count(*) as count, ${since} as "oldestSince" from ${from} where org = any ($1::uuid[])`;
    const data = await tx.query(
      `${one('pending', 'min(created_at)', 'crm_price_request r')} and ${QUEUES.pending}
       union all ${one('shipments', 'min(stage_since)', 'crm_purchase_order')} and stage = 'needs_approval'
       union all ${one('customers', 'min(created_at)', 'crm_customer_profile')} and status = 'pending_review'
       union all ${one('decided', 'null::timestamptz', 'crm_price_request r')} and ${QUEUES.decided}`,
      [orgIds],
    );
    return { data };
  },
});

/** One price request with everything that a decision is made by. */
export const approval = defineView({
  name: 'approval',
  system: 'crm',
  title: { en: 'Price request', tr: 'Fiyat talebi' },
  query: z.object({ id: z.uuid() }),
  run: async ({ tx, identity }, { id }) => {
    const found = tx.maybe<Row>(`select ${shown('$2::uuid')} from crm_price_request r ${JOINED} where r.id = $1`, [id, identity.userId]);
    const [, request] = await allOrFirstError([showCustomersBehindRecords(tx), found]);
    if (!request) throw notFound();
    // What others were asked and decided for the same customer and quality, for comparison.
    const earlier = await tx.query(
      `select x.id, d.code as "dealCode", x.unit_price as "unitPrice", x.currency, x.discount_percent as "discountPercent", x.status, x.created_at as "requestedAt"
       from crm_price_request r join crm_deal own on own.id = r.deal join crm_deal d on d.profile = own.profile
       join crm_price_request x on x.deal = d.id and x.catalog_item = r.catalog_item and x.id <> r.id
       where r.id = $1 order by x.created_at desc limit 5`,
      [id],
    );
    return { data: { request, earlier } };
  },
});
