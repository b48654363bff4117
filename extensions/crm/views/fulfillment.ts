import { z } from 'zod';
import { PO_STAGES } from '@selvedge/directus/model/crm/deals.ts';
import { allOrFirstError } from '@selvedge/kernel/database/transaction.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { contains, decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';
import { answerDueSince, isUnanswered } from '../deals/unanswered.ts';
import { showCustomersBehindRecords } from '../customers/show-behind-records.ts';

export const TABS = ['all', 'warehouse', 'payment', 'approval', 'ship_date', 'shortage', 'unanswered'] as const;
type Tab = (typeof TABS)[number];

/** A tab of the human gates that holds POs by their stage; the others by a count or by their deal. */
type StageTab = Exclude<Tab, 'all' | 'shortage' | 'unanswered'>;
const STAGES_OF: Readonly<Record<StageTab, readonly string[]>> = {
  warehouse: ['needs_allocation_plan', 'needs_roll_entry'],
  payment: ['needs_payment'],
  approval: ['needs_approval'],
  ship_date: ['needs_ship_date'],
};

const SORTS = {
  stage_since: { column: 'po.stage_since', direction: 'asc', compare: '>', type: 'timestamptz' },
  '-stage_since': { column: 'po.stage_since', direction: 'desc', compare: '<', type: 'timestamptz' },
  gross_amount: { column: 'po.gross_amount', direction: 'asc', compare: '>', type: 'numeric' },
  '-gross_amount': { column: 'po.gross_amount', direction: 'desc', compare: '<', type: 'numeric' },
} as const;

const query = z.object({
  ...pageFields,
  tab: z.enum(TABS).default('all'),
  stage: z.enum(PO_STAGES).optional(),
  q: z.string().trim().max(100).optional(),
  sort: z.enum(Object.keys(SORTS) as [keyof typeof SORTS]).default('stage_since'),
});

interface Row extends Record<string, unknown> {
  id: string;
  sortKey: string;
}

/**
 * The rows of the page are found first, by index; everything shown about them is joined to those
 * few alone, so that the cost does not grow with what is not shown.
 */
function sql(input: z.infer<typeof query>, orgIds: readonly string[], now: Date): { text: string; params: unknown[] } {
  const sort = SORTS[input.sort];
  const params: unknown[] = [];
  const slot = (value: unknown) => `$${params.push(value)}`;
  const where = [orgIds.length === 1 ? `po.org = ${slot(orgIds[0])}` : `po.org = any (${slot(orgIds)}::uuid[])`];
  if (input.stage) where.push(`po.stage = ${slot(input.stage)}`);
  else if (input.tab === 'shortage') where.push(`po.status = 'draft' and po.open_shortage_count > 0`);
  else if (input.tab === 'unanswered')
    where.push(
      `po.status = 'draft' and po.deal in (select d.id from crm_deal d where d.org = any (${slot(orgIds)}::uuid[]) and ${isUnanswered(slot(answerDueSince(now)))})`,
    );
  else if (input.tab !== 'all') {
    const stages = STAGES_OF[input.tab];
    where.push(stages.length === 1 ? `po.stage = ${slot(stages[0])}` : `po.stage = any (${slot(stages)})`);
  }
  if (input.q) {
    const like = slot(contains(input.q));
    const prefix = slot(`${input.q.toUpperCase()}%`);
    where.push(
      `(po.code like ${prefix} or po.deal in (select id from crm_deal where code like ${prefix}) or po.profile in (select id from crm_customer_profile where name ilike ${like}))`,
    );
  }
  if (input.cursor) {
    const [value, id] = decodeCursor(input.cursor, 2);
    where.push(`(${sort.column}, po.id) ${sort.compare} (${slot(value)}::${sort.type}, ${slot(id)}::uuid)`);
  }
  const text = `
    with page as materialized (
      select po.* from crm_purchase_order po where ${where.join(' and ')}
      order by ${sort.column} ${sort.direction}, po.id ${sort.direction} limit ${slot(input.limit + 1)})
    select po.id, po.code, o.code as org, po.deal as "dealId", d.code as "dealCode", p.name as "customerName", po.profile as "profileId", po.stage,
      po.stage_since as "stageSince", po.ship_date as "shipDate", po.currency, po.gross_amount as "grossAmount", p.payment_mode as "paymentMode",
      d.credit_blocked as "creditBlocked", po.payment_confirmed_at as "paymentConfirmedAt", po.approved_at as "approvedAt",
      po.line_count as "lineCount", po.allocated_line_count as "allocatedLineCount", po.open_shortage_count as "openShortageCount",
      m.status as "orderStatus", m.carrier, m.tracking_id as "trackingId", ${sort.column}::text as "sortKey"
    from page po
    join core_org o on o.id = po.org
    join crm_deal d on d.id = po.deal
    join crm_customer_profile p on p.id = po.profile
    left join crm_order_mirror m on m.purchase_order = po.id
    order by ${sort.column} ${sort.direction}, po.id ${sort.direction}`;
  return { text, params };
}

/** The command center of CRM: POs by what they wait for (J9, J10, SAL-11); `unanswered` lists won deals the warehouse keeps waiting (SAL-10). */
export const fulfillment = defineView({
  name: 'fulfillment',
  system: 'crm',
  title: { en: 'Fulfillment', tr: 'Sipariş karşılama' },
  query,
  run: async ({ tx, orgIds, now }, input) => {
    const { text, params } = sql(input, orgIds, now);
    const [, rows] = await allOrFirstError([showCustomersBehindRecords(tx), tx.query<Row>(text, params)]);
    const { data, nextCursor } = page(rows, input.limit, (row) => [row.sortKey, row.id]);
    return { data: data.map(({ sortKey: _sortKey, ...row }) => row), nextCursor };
  },
});

interface QueueRow extends Record<string, unknown> {
  stage: string;
  count: number;
  oldest: Date | null;
}

/** How much waits at each gate, and since when. */
export const fulfillmentQueues = defineView({
  name: 'fulfillment-queues',
  system: 'crm',
  title: { en: 'Fulfillment queues', tr: 'Karşılama kuyrukları' },
  query: z.object({}),
  run: async ({ tx, orgIds, now }) => {
    const [rows, shortage, unanswered, { every }] = await allOrFirstError([
      tx.query<QueueRow>(
        `select stage, count(*) as count, min(stage_since) as oldest from crm_purchase_order where org = any ($1::uuid[]) and stage = any ($2) group by stage`,
        [orgIds, Object.values(STAGES_OF).flat()],
      ),
      tx.one<{ count: number; oldest: Date | null }>(
        `select count(distinct sl.purchase_order) as count, min(s.created_at) as oldest from crm_shortage s join crm_deal_line sl on sl.id = s.deal_line where s.org = any ($1::uuid[]) and s.state = 'open'`,
        [orgIds],
      ),
      tx.one<{ count: number; oldest: Date | null }>(
        `select count(*) as count, min(d.won_at) as oldest from crm_deal d where d.org = any ($1::uuid[]) and ${isUnanswered('$2')}`,
        [orgIds, answerDueSince(now)],
      ),
      tx.one<{ every: number }>('select count(*) as every from crm_purchase_order where org = any ($1::uuid[])', [orgIds]),
    ]);
    const gate = (tab: StageTab) => {
      const own = rows.filter((row) => STAGES_OF[tab].includes(row.stage));
      const oldest = own
        .map((row) => row.oldest)
        .filter((at) => at !== null)
        .sort((a, b) => a.getTime() - b.getTime())[0];
      return { tab, count: own.reduce((total, row) => total + row.count, 0), oldestSince: oldest ?? null };
    };
    return {
      data: [
        gate('warehouse'),
        gate('payment'),
        gate('approval'),
        gate('ship_date'),
        { tab: 'shortage', count: shortage.count, oldestSince: shortage.oldest },
        { tab: 'unanswered', count: unanswered.count, oldestSince: unanswered.oldest },
        { tab: 'all', count: every, oldestSince: null },
      ],
    };
  },
});
