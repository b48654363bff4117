import { z } from 'zod';
import { allOrFirstError } from '@selvedge/kernel/database/transaction.ts';
import { notFound } from '@selvedge/kernel/errors.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { contains, decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';

interface Row extends Record<string, unknown> {
  id: string;
  code: string;
}

const ROLL = `r.id, o.code as org, r.code, t.code as "lotCode", r.quality as "qualityId", q.code as "qualityCode", q.name as "qualityName", r.on_hand_meters as "onHandMeters",
  r.on_hand_meters - r.allocated_meters as "freeMeters", r.location, r.status`;
const ROLLS = `wms_roll r join wms_lot t on t.id = r.lot join wms_quality q on q.id = r.quality join core_org o on o.id = r.org`;

const status = z.enum(['in_stock', 'allocated', 'shipped', 'written_off']);

/** Rolls by code; those on the shelf, unless another state is asked for. */
export const rolls = defineView({
  name: 'rolls',
  system: 'wms',
  title: { en: 'Rolls', tr: 'Toplar' },
  query: z.object({
    ...pageFields,
    quality: z.uuid().optional(),
    lot: z.string().trim().max(40).optional(),
    status: status.optional(),
    q: z.string().trim().max(100).optional(),
  }),
  run: async ({ tx, orgIds }, input) => {
    const [code, id] = input.cursor ? decodeCursor(input.cursor, 2) : [null, null];
    const rows = await tx.query<Row>(
      `select ${ROLL} from ${ROLLS}
       where r.org = any ($1::uuid[]) and case when $8::text is null then r.status not in ('shipped', 'written_off') else r.status = $8 end
         and ($2::uuid is null or r.quality = $2) and ($9::text is null or t.code = $9)
         and ($3::text is null or r.code ilike $4 or t.code ilike $4 or q.code ilike $4 or q.name ilike $4)
         and ($5::text is null or (r.code, r.id) > ($5::text, $6::uuid))
       order by r.code, r.id limit $7`,
      [orgIds, input.quality ?? null, input.q ?? null, contains(input.q ?? ''), code, id, input.limit + 1, input.status ?? null, input.lot ?? null],
    );
    return page(rows, input.limit, (row) => [row.code, row.id]);
  },
});

/** One roll, its quality, and the lines it is cut for. */
export const roll = defineView({
  name: 'roll',
  system: 'wms',
  title: { en: 'Roll', tr: 'Top' },
  query: z.object({ id: z.uuid() }),
  run: async ({ tx }, { id }) => {
    const [found, allocations] = await allOrFirstError([
      tx.maybe(
        `select ${ROLL}, r.received_meters as "receivedMeters", r.allocated_meters as "allocatedMeters", r.created_at as "receivedAt", r.reserved_line is not null as "promisedWhole",
           t.on_hand_meters as "lotOnHandMeters", t.on_hand_meters - t.reserved_meters as "lotFreeMeters",
           json_build_object('id', q.id, 'code', q.code, 'name', q.name, 'composition', q.composition, 'widthCm', q.width_cm, 'weightGsm', q.weight_gsm,
                             'allowedUoms', q.allowed_uoms, 'active', q.active) as quality
         from ${ROLLS} where r.id = $1`,
        [id],
      ),
      tx.query(
        `select a.id, v.deal_code as "dealCode", v.customer_name as "customerName", l.position, a.meters, l.status
         from wms_allocation a join wms_reservation_line l on l.id = a.reservation_line join wms_reservation v on v.id = l.reservation
         where a.roll = $1 order by a.created_at, a.id`,
        [id],
      ),
    ]);
    if (!found) throw notFound();
    return { data: { roll: found, allocations } };
  },
});

/** The catalog of the group by code, with what the orgs of the scope have of each quality. */
export const qualities = defineView({
  name: 'qualities',
  system: 'wms',
  title: { en: 'Qualities', tr: 'Kaliteler' },
  query: z.object({ ...pageFields, active: z.enum(['true', 'false']).optional(), q: z.string().trim().max(100).optional() }),
  run: async ({ tx, orgIds }, input) => {
    const [code, id] = input.cursor ? decodeCursor(input.cursor, 2) : [null, null];
    const rows = await tx.query<Row>(
      `select q.id, q.code, q.name, q.composition, q.width_cm as "widthCm", q.weight_gsm as "weightGsm", q.allowed_uoms as "allowedUoms", q.active,
         coalesce(s.on_hand, 0) as "onHandMeters", coalesce(s.free, 0) as "freeMeters"
       from wms_quality q
       left join lateral (select sum(t.on_hand_meters) as on_hand, sum(t.on_hand_meters - t.reserved_meters) as free from wms_lot t
                          where t.quality = q.id and t.org = any ($1::uuid[])) s on true
       where ($2::text is null or q.code ilike $3 or q.name ilike $3) and ($4::boolean is null or q.active = $4)
         and ($5::text is null or (q.code, q.id) > ($5::text, $6::uuid))
       order by q.code, q.id limit $7`,
      [orgIds, input.q ?? null, contains(input.q ?? ''), input.active ?? null, code, id, input.limit + 1],
    );
    return page(rows, input.limit, (row) => [row.code, row.id]);
  },
});
