import { stockByQualityUpdated } from '@selvedge/contract/events/stock-by-quality-updated.ts';
import type { Job } from '@selvedge/kernel/jobs/job.ts';

interface Difference extends Record<string, unknown> {
  org: string;
  org_code: string;
  quality: string;
  item_code: string;
  on_hand: string;
  free: string;
}

/**
 * Tells CRM the stock of each quality that differs from what it was last told. Telling it with every
 * reservation would cost an event per line; a salesperson needs it within seconds, not at once.
 */
export const publishStock: Job = {
  name: 'wms.publish-stock',
  every: { seconds: 5 },
  run: ({ inSystem }) =>
    inSystem(async ({ tx, emit, changed }) => {
      const rows = await tx.query<Difference>(
        `select l.org, o.code as org_code, l.quality, q.code as item_code, sum(l.on_hand_meters) as on_hand, sum(l.on_hand_meters - l.reserved_meters) as free
         from wms_lot l join core_org o on o.id = l.org join wms_quality q on q.id = l.quality
         left join wms_stock_published p on p.org = l.org and p.quality = l.quality
         group by l.org, o.code, l.quality, q.code, p.on_hand_meters, p.free_meters
         having sum(l.on_hand_meters) is distinct from p.on_hand_meters or sum(l.on_hand_meters - l.reserved_meters) is distinct from p.free_meters
         order by 1, 3 limit 500`,
      );
      for (const row of rows) {
        await tx.query(
          `insert into wms_stock_published (org, quality, on_hand_meters, free_meters) values ($1, $2, $3, $4)
           on conflict (org, quality) do update set on_hand_meters = excluded.on_hand_meters, free_meters = excluded.free_meters`,
          [row.org, row.quality, row.on_hand, row.free],
        );
        emit(stockByQualityUpdated, { id: row.org, code: row.org_code }, `${row.org_code}:${row.item_code}`, {
          item_code: row.item_code,
          on_hand_meters: row.on_hand,
          free_meters: row.free,
        });
        changed('wms', 'wms_stock_published', row.quality, row.org);
      }
    }),
};
