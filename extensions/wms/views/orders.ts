import { z } from 'zod';
import { ORDER_STATUSES } from '@selvedge/directus/model/wms/orders.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { notFound } from '@selvedge/kernel/errors.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { contains, decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';

interface Row extends Record<string, unknown> {
  id: string;
  sortKey: string;
}

/** Orders with their shipment and invoice, as every list of the warehouse shows them. */
const LIST = `
  select w.id, o.code as org, w.po_code as "poCode", w.deal_code as "dealCode", w.customer_name as "customerName", w.ship_date as "shipDate", w.status, w.status_since as "statusSince",
    (select count(*) from wms_order_line l where l."order" = w.id) as "lineCount", (select count(*) from wms_order_line l where l."order" = w.id and l.picked_at is not null) as "pickedLineCount",
    w.invoice_status as "invoiceStatus", w.invoice_number as "invoiceNumber", w.invoiced_on as "invoicedOn", w.invoice_control_status as "invoiceControlStatus", w.invoice_control_note as "invoiceControlNote",
    s.carrier, s.tracking_id as "trackingId", s.irsaliye_number as "irsaliyeNumber", s.shipped_at as "shippedAt", s.delivered_at as "deliveredAt", w.status_since::text as "sortKey"
  from wms_order w join core_org o on o.id = w.org left join wms_shipment s on s."order" = w.id
  where w.org = any ($1::uuid[]) and ($2::text[] is null or w.status = any ($2)) and ($3::text is null or w.invoice_control_status = $3)
    and ($4::text is null or w.po_code like upper($4) || '%' or w.deal_code like upper($4) || '%' or w.customer_name ilike $5)
    and ($6::timestamptz is null or (w.status_since, w.id) > ($6::timestamptz, $7::uuid))
  order by w.status_since, w.id limit $8`;

const base = { ...pageFields, q: z.string().trim().max(100).optional() };

const list = <Q extends { limit: number; cursor?: string | undefined; q?: string | undefined }>(
  name: string,
  title: { en: string; tr: string },
  query: z.ZodType<Q>,
  filter: (input: Q) => { statuses?: readonly string[]; control?: string },
) =>
  defineView({
    name,
    system: 'wms',
    title,
    query,
    run: async ({ tx, orgIds }, input) => {
      const [since, id] = input.cursor ? decodeCursor(input.cursor, 2) : [null, null];
      const { statuses, control } = filter(input);
      const rows = await tx.query<Row>(LIST, [orgIds, statuses ?? null, control ?? null, input.q ?? null, contains(input.q ?? ''), since, id, input.limit + 1]);
      const { data, nextCursor } = page(rows, input.limit, (row) => [row.sortKey, row.id]);
      return { data: data.map(({ sortKey: _sortKey, ...row }) => row), nextCursor };
    },
  });

const SHIPMENT_TABS: Readonly<Record<string, readonly string[]>> = { to_ship: ['picked'], shipped: ['shipped'], delivered: ['delivered', 'invoiced'] };

export const orders = list('orders', { en: 'Orders', tr: 'Siparişler' }, z.object({ ...base, status: z.enum(ORDER_STATUSES).optional() }), (input) =>
  input.status ? { statuses: [input.status] } : {},
);
export const shipments = list(
  'shipments',
  { en: 'Shipments', tr: 'Sevkiyatlar' },
  z.object({ ...base, tab: z.enum(['to_ship', 'shipped', 'delivered']).default('to_ship') }),
  (input) => ({
    statuses: SHIPMENT_TABS[input.tab] ?? [],
  }),
);
const CONTROL_STATES = ['pending_control', 'failed', 'passed'] as const;

/** How many invoices stand where in control, and since when the oldest waits (J92). */
export const invoiceControlQueues = defineView({
  name: 'invoice-control-queues',
  system: 'wms',
  title: { en: 'Invoice control queues', tr: 'Fatura kontrol kuyrukları' },
  query: z.object({}),
  run: async ({ tx, orgIds }) => {
    const rows = await tx.query<{ status: string; count: number; oldest: Date | null }>(
      `select invoice_control_status as status, count(*) as count, min(status_since) as oldest from wms_order
       where org = any ($1::uuid[]) and invoice_control_status is not null group by 1`,
      [orgIds],
    );
    return {
      data: CONTROL_STATES.map((status) => {
        const row = rows.find((candidate) => candidate.status === status);
        return { status, count: row?.count ?? 0, oldestSince: row?.oldest ?? null };
      }),
    };
  },
});

/** Orders accounting has to check (J92). */
export const invoiceControl = list(
  'invoice-control',
  { en: 'Invoice control', tr: 'Fatura kontrolü' },
  z.object({ ...base, status: z.enum(CONTROL_STATES).default('pending_control') }),
  (input) => ({ control: input.status }),
);

/** Every step of an order, and before them what was allocated to it past the books, with the reason. Newest first. */
const historyOf = (tx: Tx, order: string) =>
  tx.query(
    `select s.id, s.kind, nullif(concat_ws(' ', u.first_name, u.last_name), '') as "actorName",
       nullif(concat_ws(' ', b.first_name, b.last_name), '') as "onBehalfOfName", s.at as "occurredAt", s.details
     from (select h.id, h.kind, h.actor, h.on_behalf_of, h.occurred_at as at, h.details::jsonb as details from wms_order_history h where h."order" = $1
       union all
       select a.id, 'allocation.entered', a.entered_by, null, a.created_at, jsonb_build_object('position', l.position, 'rollCode', r.code, 'meters', a.meters::text,
           'override', jsonb_build_object('reasonCode', split_part(a.override_reason, ': ', 1), 'note', substr(a.override_reason, strpos(a.override_reason, ': ') + 2)))
         from wms_order_line l join wms_allocation a on a.crm_deal_line_id = l.crm_deal_line_id join wms_roll r on r.id = a.roll
         where l."order" = $1 and a.override_reason is not null) s
       left join directus_users u on u.id = s.actor left join directus_users b on b.id = s.on_behalf_of order by s.at desc, s.id desc limit 200`,
    [order],
  );

/** One order in full, with every step of its history (WHS-7). */
export const order = defineView({
  name: 'order',
  system: 'wms',
  title: { en: 'Order', tr: 'Sipariş' },
  query: z.union([z.object({ id: z.uuid() }), z.object({ po: z.string().trim().min(5).max(16) })]),
  run: async ({ tx, orgIds }, input) => {
    const [column, value] = 'id' in input ? ['id', input.id] : ['po_code', input.po.toUpperCase()];
    const head = await tx.maybe<{ id: string }>(
      `select w.id, o.code as org, w.po_code as "poCode", w.deal_code as "dealCode", w.customer_name as "customerName", w.shipping_address as "shippingAddress", w.ship_date as "shipDate", w.status,
         w.status_since as "statusSince", w.invoice_status as "invoiceStatus", w.invoice_number as "invoiceNumber", w.invoiced_on as "invoicedOn", w.invoice_control_status as "invoiceControlStatus",
         w.invoice_control_note as "invoiceControlNote", w.closed_at as "closedAt"
       from wms_order w join core_org o on o.id = w.org where w.${column} = $1 and ($2::uuid[] is null or w.org = any ($2))`,
      // By id the row's own org decides what may be seen; a scanned PO code is looked for in the scope.
      [value, 'id' in input ? null : orgIds],
    );
    if (!head) throw notFound();
    return {
      data: {
        order: head,
        lines: await tx.query(
          `select l.id, l.position, q.code as "qualityCode", q.name as "qualityName", l.uom, l.qty, l.picked_at as "pickedAt", nullif(concat_ws(' ', u.first_name, u.last_name), '') as "pickedByName", l.blocked,
             coalesce((select json_agg(json_build_object('rollCode', r.code, 'lotCode', t.code, 'meters', a.meters::text, 'location', r.location) order by r.code)
                       from wms_allocation a join wms_roll r on r.id = a.roll join wms_lot t on t.id = a.lot where a.crm_deal_line_id = l.crm_deal_line_id), '[]') as rolls
           from wms_order_line l join wms_quality q on q.id = l.quality left join directus_users u on u.id = l.picked_by where l."order" = $1 order by l.position`,
          [head.id],
        ),
        shipment:
          (await tx.maybe(
            `select id, carrier, tracking_id as "trackingId", irsaliye_number as "irsaliyeNumber", shipped_at as "shippedAt", delivered_at as "deliveredAt", pod_reference as "podReference", pod_received_by as "podReceivedBy"
             from wms_shipment where "order" = $1`,
            [head.id],
          )) ?? null,
        history: await historyOf(tx, head.id),
      },
    };
  },
});
