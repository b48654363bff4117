import { accessMatrix, type Access } from '../access/matrix.ts';
import type { Collection } from '../model/collection.ts';
import type { Role } from '../model/core/org-grant.ts';
import type { Person } from './person.ts';

const list = (ids: readonly string[]) => `'{${[...new Set(ids)].join(',')}}'::uuid[]`;

const orgsAs = (person: Person, roles: readonly Role[]) => person.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.orgId);

function throughProfiles(person: Person): string {
  const { read } = accessMatrix.crm_customer_profile;
  return `id in (select customer from crm_customer_profile p where ${where(accessMatrix.crm_customer_profile, person, read, 'p.')})`;
}

function where(access: Access, person: Person, roles: readonly Role[], alias = ''): string {
  const { hidden } = access;
  const column = access.rows === 'self' ? 'id' : 'org';
  const parts = roles.map((role) => {
    const own = `${alias}${column} = any (${list(orgsAs(person, [role]))})`;
    return hidden?.from.includes(role) ? `(${own} and ${alias}${hidden.field} <> '${hidden.value}')` : own;
  });
  return parts.length === 0 ? 'false' : `(${parts.join(' or ')})`;
}

/**
 * What a person's roles may know of at all, views included: of a row of their own org beyond it, a view is
 * as silent as of one of others. Hidden rows count as known: views show them behind records (docs/decisions/0020).
 * @returns an SQL condition
 */
export function knowableRows(collection: Collection, person: Person): string {
  const { hidden: _behindRecords, ...access }: Access = accessMatrix[collection.name as keyof typeof accessMatrix];
  return where(access, person, access.read);
}

/**
 * An administrator of the installation makes organisations, and sees of the rows in them those of the own grants;
 * all of them only where no grant says which.
 */
function whereAdmin(collection: Collection, person: Person): string {
  const access: Access = accessMatrix[collection.name as keyof typeof accessMatrix];
  const { rows, read } = access.rows === 'customer' ? accessMatrix.crm_customer_profile : access;
  if (rows !== 'org' || orgsAs(person, read).length === 0) return 'true';
  return access.rows === 'customer' ? throughProfiles(person) : where(access, person, read);
}

/**
 * What a person may meet through the items API: the access matrix said once more, in as few words as
 * it takes, so that what generates the two belts is checked by something that does not.
 * @returns an SQL condition, or null where the collection answers as one that does not exist
 */
export function visibleRows(collection: Collection, person: Person): string | null {
  if (person.isAdmin) return whereAdmin(collection, person);
  const access: Access = accessMatrix[collection.name as keyof typeof accessMatrix];
  const roles = access.read.filter((role) => !access.viewed?.includes(role));
  if (roles.length === 0) return null;
  if (access.rows === 'group') return orgsAs(person, access.read).length > 0 ? 'true' : 'false';
  return access.rows === 'customer' ? throughProfiles(person) : where(access, person, roles);
}
