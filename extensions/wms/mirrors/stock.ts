import { stockByQualityUpdated } from '@selvedge/contract/events/stock-by-quality-updated.ts';
import type { OwnedMirror } from '@selvedge/kernel/mirror/mirror.ts';

interface Stock extends Record<string, unknown> {
  entity_id: string;
  org: string;
  org_code: string;
  item_code: string;
  on_hand: string;
  free: string;
}

/** What CRM was last told of each quality's stock; the job that publishes it tells what changed since. */
export const stockMirror: OwnedMirror = {
  name: 'stock',
  owner: 'wms',
  keeper: 'crm',
  entity: 'stock',
  digests: `select o.code || ':' || q.code as entity_id, o.code as org_code, md5(concat_ws('|', trim_scale(p.on_hand_meters), trim_scale(p.free_meters))) as digest
    from wms_stock_published p join core_org o on o.id = p.org join wms_quality q on q.id = p.quality`,
  tell: async ({ tx, emit, changed }, entityIds) => {
    const rows = await tx.query<Stock>(
      `select o.code || ':' || q.code as entity_id, p.org, o.code as org_code, q.code as item_code, p.on_hand_meters as on_hand, p.free_meters as free
       from wms_stock_published p join core_org o on o.id = p.org join wms_quality q on q.id = p.quality where o.code || ':' || q.code = any ($1) for update of p`,
      [entityIds],
    );
    for (const row of rows) {
      emit(stockByQualityUpdated, { id: row.org, code: row.org_code }, row.entity_id, {
        item_code: row.item_code,
        on_hand_meters: row.on_hand,
        free_meters: row.free,
      });
      changed('wms', 'wms_stock_published', row.entity_id, row.org, { after: { toldAgain: true } });
    }
  },
};
