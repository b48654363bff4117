import { grantUpdated } from '@selvedge/contract/events/grant-updated.ts';
import { GRANTS_OF_CRM, GRANTS_OF_WMS } from '@selvedge/core/access/grant-digests.ts';
import { tellGrantsAgain } from '@selvedge/core/access/tell-grant.ts';
import type { KeptMirror, OwnedMirror } from '@selvedge/kernel/mirror/mirror.ts';

/** Roles that CRM's node told of. */
export const grantMirror: OwnedMirror = {
  name: 'grants',
  owner: 'crm',
  keeper: 'wms',
  entity: 'grant',
  digests: GRANTS_OF_CRM,
  tell: tellGrantsAgain(grantUpdated),
};

/** Roles that the warehouse's node told of, as CRM's node keeps them. */
export const keptWarehouseGrants: KeptMirror = { name: 'warehouse_grants', owner: 'wms', keeper: 'crm', entity: 'warehouse_grant', digests: GRANTS_OF_WMS };
