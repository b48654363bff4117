import { warehouseGrantUpdated } from '@selvedge/contract/events/warehouse-grant-updated.ts';
import { GRANTS_OF_CRM, GRANTS_OF_WMS } from '@selvedge/core/access/grant-digests.ts';
import { tellGrantsAgain } from '@selvedge/core/access/tell-grant.ts';
import type { KeptMirror, OwnedMirror } from '@selvedge/kernel/mirror/mirror.ts';

/** Roles that the warehouse's node told of. */
export const warehouseGrantMirror: OwnedMirror = {
  name: 'warehouse_grants',
  owner: 'wms',
  keeper: 'crm',
  entity: 'warehouse_grant',
  digests: GRANTS_OF_WMS,
  tell: tellGrantsAgain(warehouseGrantUpdated),
};

/** Roles that CRM's node told of, as the warehouse's node keeps them. */
export const keptGrants: KeptMirror = { name: 'grants', owner: 'crm', keeper: 'wms', entity: 'grant', digests: GRANTS_OF_CRM };
