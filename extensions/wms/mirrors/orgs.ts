import type { KeptMirror } from '@selvedge/kernel/mirror/mirror.ts';

/** The organisations, as WMS copies them where it has a database of its own. */
export const keptOrgs: KeptMirror = {
  name: 'orgs',
  owner: 'crm',
  keeper: 'wms',
  entity: 'org',
  digests: `select code as entity_id, '*' as org_code, md5(concat_ws('|', name, currency, time_zone, active)) as digest from core_org`,
};
