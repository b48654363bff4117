import { permissionRequired } from '@selvedge/kernel/errors.ts';
import type { ViewContext } from '@selvedge/kernel/view/define-view.ts';

/**
 * The orgs of the chosen scope in which the person holds a key.
 * @throws Refusal PERMISSION_REQUIRED when there is none
 */
export function orgsWithKey({ identity, orgIds }: Pick<ViewContext, 'identity' | 'orgIds'>, key: string): string[] {
  const found = identity.orgs.filter((org) => orgIds.includes(org.orgId) && org.keys.has(key)).map((org) => org.orgId);
  if (found.length === 0) throw permissionRequired(key);
  return found;
}

/** Rows of these orgs and of the whole group; which of the group's a person sees, row security says. */
export const ofOrgs = (parameter: string, column = 'org') => `(${column} = any (${parameter}::uuid[]) or ${column} is null)`;
