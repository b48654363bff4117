import { z } from 'zod';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { asName, contains, decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';

interface Row extends Record<string, unknown> {
  id: string;
  name: string;
}

/** Who takes the goods, as the orgs of the scope list them, with what they carried in the last 90 days. */
export const carriers = defineView({
  name: 'carriers',
  system: 'wms',
  title: { en: 'Carriers', tr: 'Taşıyıcılar' },
  query: z.object({ ...pageFields, q: z.string().trim().max(100).optional(), active: z.enum(['true', 'false']).optional() }),
  run: async ({ tx, orgIds, now }, input) => {
    const [name, id] = input.cursor ? decodeCursor(input.cursor, 2) : [null, null];
    const rows = await tx.query<Row>(
      `select c.id, o.code as org, c.name, c.tracking, c.active, s.shipments, s.last as "lastShippedAt"
       from wms_carrier c join core_org o on o.id = c.org
       cross join lateral (select count(*) as shipments, max(x.shipped_at) as last from wms_shipment x
                           where x.org = c.org and x.carrier = c.name and x.shipped_at > $8::timestamptz - interval '90 days') s
       where c.org = any ($1::uuid[]) and ($2::text is null or c.name ilike $3) and ($4::boolean is null or c.active = $4)
         and ($5::text is null or (${asName('c.name')}, c.id) > (${asName('$5::text')}, $6::uuid))
       order by ${asName('c.name')}, c.id limit $7`,
      [orgIds, input.q ?? null, contains(input.q ?? ''), input.active ?? null, name, id, input.limit + 1, now],
    );
    return page(rows, input.limit, (row) => [row.name, row.id]);
  },
});
