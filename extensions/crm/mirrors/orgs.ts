import { orgUpdated } from '@selvedge/contract/events/org-updated.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import type { OwnedMirror } from '@selvedge/kernel/mirror/mirror.ts';

/** The organisations, which CRM owns. */
export const orgMirror: OwnedMirror = {
  name: 'orgs',
  owner: 'crm',
  keeper: 'wms',
  entity: 'org',
  digests: `select code as entity_id, '*' as org_code, md5(concat_ws('|', name, currency, time_zone, active)) as digest from core_org`,
  tell: async ({ tx, emit }, entityIds) => {
    const rows = await tx.query<RowFor<'core_org'> & Record<string, unknown>>('select * from core_org where code = any ($1) for update', [entityIds]);
    for (const { code, name, currency, time_zone, active } of rows) {
      emit(orgUpdated, null, code, { code, name, currency: currency, time_zone, active });
    }
  },
};
