import { createHash } from 'node:crypto';
import { accessMatrix, type Access } from './matrix.ts';
import { namesOf, orgsField } from './orgs-of.ts';
import type { Role } from '../model/core/org-grant.ts';
import { collections } from '../model/index.ts';
import type { Collection, System } from '../model/collection.ts';

/** Stable ids, so that applying twice changes nothing. */
export function stableId(name: string): string {
  const hex = createHash('sha256').update(`selvedge:${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const MEMBER_ROLE_ID = stableId('role:member');
export const ADMIN_ROLE_ID = stableId('role:administrator');
export const ADMIN_POLICY_ID = stableId('policy:administrator');
export const MEMBER_POLICY_ID = stableId('policy:member');

interface Permission {
  readonly collection: string;
  readonly action: 'read' | 'create' | 'update' | 'delete';
  readonly permissions: object;
  readonly fields: string;
}

/** What opens a row: any of the roles that may read, each its own orgs. */
function rowsOf(access: Access, roles: readonly Role[]): object {
  const field = { org: 'org', self: 'id', group: null, customer: null }[access.rows];
  // Reference data and customer identities carry no org of their own; row security decides.
  if (field === null) return {};
  const opened = (among: readonly Role[]) => namesOf(among).map((name) => ({ [field]: { _in: `$CURRENT_USER.${orgsField(name)}` } }));
  const { hidden } = access;
  if (!hidden) return { _or: opened(roles) };
  const isKept = (role: Role) => hidden.from.includes(role);
  const shown = { [hidden.field]: { _neq: hidden.value } };
  return {
    _or: [...opened(roles.filter((role) => !isKept(role))), ...opened(roles.filter(isKept)).map((orgs) => ({ _and: [orgs, shown] }))],
  };
}

/**
 * The Directus permissions of everybody who is no administrator: one per collection and action, in
 * one policy, since Directus works through every permission of every policy several times a request.
 * Scoped by the JSON fields `orgs_<name>` that are filled live from unexpired grants: relational
 * filters fail open and are never used (ADR 0010).
 */
export function directusPermissions(systems: readonly System[]): Permission[] {
  const hosted = collections.filter((c) => c.system === 'core' || systems.includes(c.system));
  return [OWN_ACCOUNT, ...hosted.flatMap(ofCollection)];
}

/** What everybody keeps of their own account: language, password and the second step of signing in. */
const OWN_ACCOUNT: Permission = {
  collection: 'directus_users',
  action: 'update',
  permissions: { id: { _eq: '$CURRENT_USER' } },
  fields: 'language,password,tfa_secret',
};

const fieldsTold = ({ fields }: Collection, { untold }: Access): string =>
  untold
    ? Object.keys(fields)
        .filter((field) => !untold.includes(field))
        .join()
    : '*';

function ofCollection(collection: Collection): Permission[] {
  const { name } = collection;
  const access = accessMatrix[name as keyof typeof accessMatrix];
  const permission = (action: Permission['action'], roles: readonly Role[]): Permission[] =>
    roles.length === 0 ? [] : [{ collection: name, action, permissions: rowsOf(access, roles), fields: fieldsTold(collection, access) }];
  const readers = access.read.filter((role) => !access.viewed?.includes(role));
  const writers = access.direct ?? [];
  return [...permission('read', readers), ...permission('create', writers), ...permission('update', writers)];
}
