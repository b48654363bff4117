import { catalogItemUpdated } from '@selvedge/contract/events/catalog-item-updated.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import type { OwnedMirror } from '@selvedge/kernel/mirror/mirror.ts';

/** The qualities, which CRM sells from. */
export const catalogMirror: OwnedMirror = {
  name: 'catalog',
  owner: 'wms',
  keeper: 'crm',
  entity: 'catalog_item',
  digests: `select code as entity_id, '*' as org_code, md5(concat_ws('|', name, composition, allowed_uoms::jsonb, active)) as digest from wms_quality`,
  tell: async ({ tx, emit }, entityIds) => {
    const rows = await tx.query<RowFor<'wms_quality'> & Record<string, unknown>>('select * from wms_quality where code = any ($1) for update', [entityIds]);
    for (const { code, name, composition, allowed_uoms, active } of rows)
      emit(catalogItemUpdated, null, code, { code, name, composition, allowed_uoms, active });
  },
};
