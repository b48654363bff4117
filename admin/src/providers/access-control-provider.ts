import type { AccessControlProvider } from '@refinedev/core';
import type { System } from '../api/types/shared.ts';
import { holdsKey, homeMe, meIn, systemsOf } from '../session/me.ts';
import { sessionOf } from '../session/session-store.ts';

/**
 * `resource: 'crm' | 'wms', action: 'open'` asks for a system; `action: '<permission key>'` asks for a key,
 * in the org given as `params.org`, or in any.
 */
export const accessControlProvider: AccessControlProvider = {
  can({ resource, action, params }) {
    const system: System = resource === 'wms' ? 'wms' : 'crm';
    if (action === 'open') {
      const me = homeMe();
      return Promise.resolve({ can: me !== null && systemsOf(me).has(system) });
    }
    const me = meIn(sessionOf(system));
    const org = typeof params?.['org'] === 'string' ? params['org'] : null;
    return Promise.resolve({ can: me !== null && holdsKey(me, action, org) });
  },
};
