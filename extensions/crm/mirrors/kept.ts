import type { KeptMirror } from '@selvedge/kernel/mirror/mirror.ts';

const ofWms = { owner: 'wms', keeper: 'crm' } as const;

/** What CRM copies from the warehouse. Each digest is made from the values, and in the order, that the owner makes it from. */
export const keptMirrors: readonly KeptMirror[] = [
  {
    ...ofWms,
    name: 'catalog',
    entity: 'catalog_item',
    digests: `select code as entity_id, '*' as org_code, md5(concat_ws('|', name, composition, allowed_uoms::jsonb, active)) as digest from crm_catalog_item`,
  },
  {
    ...ofWms,
    name: 'stock',
    entity: 'stock',
    digests: `select o.code || ':' || i.code as entity_id, o.code as org_code, md5(concat_ws('|', trim_scale(s.on_hand_meters), trim_scale(s.free_meters))) as digest
      from crm_stock_by_quality s join core_org o on o.id = s.org join crm_catalog_item i on i.id = s.catalog_item`,
  },
  {
    ...ofWms,
    name: 'reservations',
    entity: 'deal',
    digests: `select m.deal::text as entity_id, o.code as org_code,
        md5(string_agg(concat_ws('|', m.deal_line, m.state, trim_scale(m.reserved_qty), trim_scale(m.shortage_qty), trim_scale(m.allocated_meters)), ',' order by m.deal_line)) as digest
      from crm_reservation_mirror m join core_org o on o.id = m.org group by m.deal, o.code`,
  },
  {
    ...ofWms,
    name: 'orders',
    entity: 'purchase_order',
    // One that was only released has been told nothing yet.
    digests: `select m.purchase_order::text as entity_id, o.code as org_code,
        md5(concat_ws('|', m.status, coalesce(m.invoice_number, '-'), coalesce(m.invoice_control_status, '-'))) as digest
      from crm_order_mirror m join core_org o on o.id = m.org where m.status <> 'released'`,
  },
];
