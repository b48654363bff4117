import { catalogItemUpdated } from '@selvedge/contract/events/catalog-item-updated.ts';
import { stockByQualityUpdated } from '@selvedge/contract/events/stock-by-quality-updated.ts';
import { consume, WaitsFor } from '@selvedge/kernel/inbox/consumer.ts';

/** The warehouse's catalog, copied. */
export const onCatalogItemUpdated = consume(catalogItemUpdated, async ({ tx, now, changed }, { data }) => {
  const row = await tx.one<{ id: string }>(
    `insert into crm_catalog_item (code, name, composition, allowed_uoms, active, updated_at) values ($1, $2, $3, $4::json, $5, $6)
     on conflict (code) do update set name = excluded.name, composition = excluded.composition, allowed_uoms = excluded.allowed_uoms, active = excluded.active, updated_at = excluded.updated_at
     returning id`,
    [data.code, data.name, data.composition, JSON.stringify(data.allowed_uoms), data.active, now],
  );
  changed('crm_catalog_item', row.id, { after: data });
});

/** Free stock by quality, copied. */
export const onStockByQualityUpdated = consume(stockByQualityUpdated, async ({ tx, now, org, changed }, { data }) => {
  const item = await tx.maybe<{ id: string }>('select id from crm_catalog_item where code = $1', [data.item_code]);
  if (!org || !item) return new WaitsFor('catalog_item', data.item_code);
  const row = await tx.one<{ id: string }>(
    `insert into crm_stock_by_quality (org, catalog_item, on_hand_meters, free_meters, updated_at) values ($1, $2, $3, $4, $5)
     on conflict (org, catalog_item) do update set on_hand_meters = excluded.on_hand_meters, free_meters = excluded.free_meters, updated_at = excluded.updated_at returning id`,
    [org.id, item.id, data.on_hand_meters, data.free_meters, now],
  );
  changed('crm_stock_by_quality', row.id, { after: data });
  return undefined;
});
