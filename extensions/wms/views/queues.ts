import { z } from 'zod';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { contains, decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';

export const QUEUES = ['to_plan', 'to_allocate', 'released', 'picking', 'picked', 'shipped', 'delivered', 'invoiced', 'closed'] as const;

/** Reservation lines a queue holds; the other queues hold orders in the status of their name. */
const LINE_STATES: Readonly<Record<string, readonly string[]>> = { to_plan: ['reserved', 'short'], to_allocate: ['planned'] };

interface Row extends Record<string, unknown> {
  id: string;
  sortKey: string;
}

const RESERVATIONS = `
  select 'reservation' as kind, r.id, o.code as org, r.deal_code as code, r.deal_code as "dealCode", r.customer_name as "customerName", $2::text as status, q.since,
    q.lines as "lineCount", q.done as "doneLineCount", null::date as "shipDate", null::text as "invoiceControlStatus", q.short as "shortLineCount", q.since::text as "sortKey"
  from (select l.reservation, min(coalesce(l.planned_at, l.created_at)) filter (where l.status = any ($3)) as since, count(*) as lines,
               count(*) filter (where l.status = 'allocated') as done, count(*) filter (where l.shortage_qty > 0) as short
        from wms_reservation_line l where l.org = any ($1::uuid[]) and l.status <> 'released'
          and l.reservation in (select x.reservation from wms_reservation_line x where x.org = any ($1::uuid[]) and x.status = any ($3))
        group by l.reservation) q
  join wms_reservation r on r.id = q.reservation join core_org o on o.id = r.org
  where ($4::text is null or r.deal_code like upper($4) || '%' or r.customer_name ilike $5) and ($6::timestamptz is null or (q.since, r.id) > ($6::timestamptz, $7::uuid))
  order by q.since, r.id limit $8`;

const ORDERS = `
  select 'order' as kind, w.id, o.code as org, w.po_code as code, w.deal_code as "dealCode", w.customer_name as "customerName", w.status, w.status_since as since,
    (select count(*) from wms_order_line l where l."order" = w.id) as "lineCount", (select count(*) from wms_order_line l where l."order" = w.id and l.picked_at is not null) as "doneLineCount",
    w.ship_date as "shipDate", w.invoice_control_status as "invoiceControlStatus", 0 as "shortLineCount", w.status_since::text as "sortKey"
  from wms_order w join core_org o on o.id = w.org
  where w.org = any ($1::uuid[]) and w.status = $2 and $3::text[] is null
    and ($4::text is null or w.po_code like upper($4) || '%' or w.deal_code like upper($4) || '%' or w.customer_name ilike $5) and ($6::timestamptz is null or (w.status_since, w.id) > ($6::timestamptz, $7::uuid))
  order by w.status_since, w.id limit $8`;

/** The command center of the warehouse: what to work on next, longest waiting first (WHS-1). */
export const poCommandCenter = defineView({
  name: 'po-command-center',
  system: 'wms',
  title: { en: 'PO command center', tr: 'Sipariş komuta merkezi' },
  query: z.object({ ...pageFields, queue: z.enum(QUEUES).default('to_plan'), q: z.string().trim().max(100).optional() }),
  run: async ({ tx, orgIds }, input) => {
    const [since, id] = input.cursor ? decodeCursor(input.cursor, 2) : [null, null];
    const states = LINE_STATES[input.queue] ?? null;
    const rows = await tx.query<Row>(states ? RESERVATIONS : ORDERS, [
      orgIds,
      input.queue,
      states,
      input.q ?? null,
      contains(input.q ?? ''),
      since,
      id,
      input.limit + 1,
    ]);
    const { data, nextCursor } = page(rows, input.limit, (row) => [row.sortKey, row.id]);
    return { data: data.map(({ sortKey: _sortKey, ...row }) => row), nextCursor };
  },
});

interface CountRow extends Record<string, unknown> {
  queue: string;
  count: number;
  lines: number;
  oldest: Date | null;
}

/** How much waits in each queue, and since when. */
export const poQueues = defineView({
  name: 'po-queues',
  system: 'wms',
  title: { en: 'Warehouse queues', tr: 'Depo kuyrukları' },
  query: z.object({}),
  run: async ({ tx, orgIds }) => {
    const rows = await tx.query<CountRow>(
      `select case when status = 'planned' then 'to_allocate' else 'to_plan' end as queue, count(distinct reservation) as count, count(*) as lines,
         min(coalesce(planned_at, created_at)) as oldest
       from wms_reservation_line where org = any ($1::uuid[]) and status in ('reserved', 'short', 'planned') group by 1
       union all select status, count(*), 0, min(status_since) from wms_order where org = any ($1::uuid[]) group by status`,
      [orgIds],
    );
    return {
      data: QUEUES.map((queue) => rows.find((row) => row.queue === queue) ?? { queue, count: 0, lines: 0, oldest: null }).map(
        ({ queue, count, lines, oldest }) => ({
          queue,
          count,
          // Planning and allocation are done line by line; the other queues hold whole orders.
          lineCount: queue in LINE_STATES ? lines : null,
          oldestSince: oldest,
        }),
      ),
    };
  },
});
