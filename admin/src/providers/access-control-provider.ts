import type { AccessControlProvider } from '@refinedev/core';
import { holdsKey, homeMe, meIn, systemsOf } from '../session/me.ts';
import { sessionOf } from '../session/session-store.ts';
import { systemOf } from './system-of.ts';

/**
 * `resource: 'core' | 'crm' | 'wms', action: 'open'` asks for a system; `action: '<permission key>'` asks for a key,
 * in the org given as `params.org`, or in any.
 */
export const accessControlProvider: AccessControlProvider = {
  can({ resource, action, params }) {
    const system = systemOf(resource);
    if (action === 'open') {
      const me = homeMe();
      return Promise.resolve({ can: me !== null && systemsOf(me).has(system) });
    }
    const me = meIn(sessionOf(system));
    const org = typeof params?.['org'] === 'string' ? params['org'] : null;
    return Promise.resolve({ can: me !== null && holdsKey(me, action, org) });
  },
};
