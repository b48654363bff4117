import { z } from 'zod';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { contains, decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';

interface Row extends Record<string, unknown> {
  id: string;
  sortKey: string;
}

const LINES = `
  select l.id, o.code as org, l.reservation as "reservationId", r.deal_code as "dealCode", r.customer_name as "customerName", l.position, l.quality as "qualityId", q.code as "qualityCode",
    q.name as "qualityName", l.uom, l.qty, l.reserved_qty as "reservedQty", l.shortage_qty as "shortageQty", l.status, coalesce(l.planned_at, l.created_at) as since,
    coalesce((select json_agg(json_build_object('lotCode', t.code, 'meters', h.meters::text) order by t.code) from wms_reservation_hold h join wms_lot t on t.id = h.lot where h.reservation_line = l.id), '[]') as lots,
    coalesce((select sum(a.meters) from wms_allocation a where a.reservation_line = l.id), 0) as "allocatedMeters", l.qty as "neededMeters",
    coalesce((select json_agg(json_build_object('id', a.id, 'rollCode', x.code, 'lotCode', t.code, 'meters', a.meters::text) order by a.created_at, a.id)
              from wms_allocation a join wms_roll x on x.id = a.roll join wms_lot t on t.id = a.lot where a.reservation_line = l.id), '[]') as allocations,
    coalesce(l.planned_at, l.created_at)::text as "sortKey"
  from wms_reservation_line l join wms_reservation r on r.id = l.reservation join wms_quality q on q.id = l.quality join core_org o on o.id = l.org
  where l.org = any ($1::uuid[]) and l.status = any ($2) and ($3::text is null or r.deal_code like upper($3) || '%' or q.code ilike $4 or r.customer_name ilike $4)
    and ($5::timestamptz is null or (coalesce(l.planned_at, l.created_at), l.id) > ($5::timestamptz, $6::uuid))
  order by coalesce(l.planned_at, l.created_at), l.id limit $7`;

const query = z.object({ ...pageFields, q: z.string().trim().max(100).optional() });

const lines = (name: string, title: { en: string; tr: string }, states: readonly string[]) =>
  defineView({
    name,
    system: 'wms',
    title,
    query,
    run: async ({ tx, orgIds }, input) => {
      const [since, id] = input.cursor ? decodeCursor(input.cursor, 2) : [null, null];
      const rows = await tx.query<Row>(LINES, [orgIds, states, input.q ?? null, contains(input.q ?? ''), since, id, input.limit + 1]);
      const { data, nextCursor } = page(rows, input.limit, (row) => [row.sortKey, row.id]);
      return { data: data.map(({ sortKey: _sortKey, ...row }) => row), nextCursor };
    },
  });

/** Lines to plan (WHS-3). */
export const allocationPlanning = lines('allocation-planning', { en: 'Allocation planning', tr: 'Tahsis planlama' }, ['reserved', 'short']);
/** Planned lines that want rolls (WHS-4). */
export const allocationEntry = lines('allocation-entry', { en: 'Allocation entry', tr: 'Tahsis girişi' }, ['planned']);
