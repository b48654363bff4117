import type { Me, OrgOfMe } from '../api/types/me.ts';
import type { Role, System } from '../api/types/shared.ts';
import { homeSystems } from './nodes.ts';
import { sessionOf, useSession, type SessionState } from './session-store.ts';

const SYSTEMS_OF_ROLE: Record<Role, readonly System[]> = {
  admin: ['core', 'crm', 'wms'],
  accounting: ['crm', 'wms'],
  sales: ['crm'],
  sales_manager: ['crm'],
  pricing: ['crm'],
  warehouse: ['wms'],
  warehouse_manager: ['wms'],
};

export const meIn = (state: SessionState): Me | null => (state.kind === 'in' || state.kind === 'expired' ? state.me : null);

/** The system through which the person signed in to the node that served the app. */
export const homeSystem = (): System => homeSystems()[0] ?? 'crm';

export function useMe(): Me | null {
  return meIn(useSession(homeSystem()));
}

export const homeMe = (): Me | null => meIn(sessionOf(homeSystem()));

export function rolesOf(me: Me): Set<Role> {
  const roles = new Set<Role>(me.orgs.flatMap((org) => org.roles));
  if (me.isAdmin) roles.add('admin');
  return roles;
}

/** Systems that the person's roles open, whichever node hosts them (J21). */
export function systemsOf(me: Me): Set<System> {
  const roles = [...rolesOf(me)];
  return new Set([...roles.flatMap((role) => SYSTEMS_OF_ROLE[role]), ...(roles.length > 0 ? (['core'] as const) : [])]);
}

export const orgOf = (me: Me, code: string): OrgOfMe | undefined => me.orgs.find((org) => org.code === code);

/** Keys count per org; an administrator's are checked by the server alone. */
export function holdsKey(me: Me, key: string, orgCode: string | null): boolean {
  if (orgCode === null) return me.orgs.some((org) => org.keys.includes(key));
  return orgOf(me, orgCode)?.keys.includes(key) ?? false;
}
