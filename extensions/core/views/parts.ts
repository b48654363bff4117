import { permissionRequired } from '@selvedge/kernel/errors.ts';
import { holdsKey, type Identity } from '@selvedge/kernel/identity/identity.ts';

export const MANAGE = 'access:manage';

/**
 * Of the orgs in scope, those whose access this person manages.
 * @throws Refusal PERMISSION_REQUIRED when it is none of them
 */
export function managedOrgs(identity: Identity, orgIds: readonly string[]): readonly string[] {
  const managed = orgIds.filter((org) => holdsKey(identity, org, MANAGE));
  if (managed.length === 0) throw permissionRequired(MANAGE);
  return managed;
}

export const personName = (alias: string) => `coalesce(nullif(concat_ws(' ', ${alias}.first_name, ${alias}.last_name), ''), ${alias}.email)`;

/** Whether a grant `alias` counts now (`$now`), by its dates alone. */
export const inSpan = (alias: string) => `coalesce(${alias}.starts_at <= now(), true) and coalesce(${alias}.expires_at > now(), true)`;

/** live, lent, dormant (lent, but the lender does not hold it now), future or expired. */
export const stateOf = (alias: string) => `case
    when ${alias}.expires_at <= now() then 'expired'
    when ${alias}.starts_at > now() then 'future'
    when ${alias}.on_behalf_of is null then 'live'
    when exists (select 1 from core_org_grant own join directus_users l on l.id = own."user" and l.status = 'active'
      where own."user" = ${alias}.on_behalf_of and own.org = ${alias}.org and own.role = ${alias}.role and own.on_behalf_of is null and ${inSpan('own')}) then 'lent'
    else 'dormant' end`;

export const GRANT_STATES = ['live', 'lent', 'dormant', 'future', 'expired'] as const;
