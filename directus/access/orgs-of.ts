import { ROLES, type Role } from '../model/core/org-grant.ts';
import { READER_GROUPS } from './matrix.ts';

/**
 * Whose orgs the JSON field `orgs_<name>` of a user holds: those of one role, or of all the roles that
 * read one side. Most rows are open to a whole side, and one condition costs Directus less than seven.
 */
export const ORGS_OF: Readonly<Record<string, readonly Role[]>> = { ...Object.fromEntries(ROLES.map((role) => [role, [role]])), ...READER_GROUPS };

export const orgsField = (name: string): string => `orgs_${name}`;

/** The fields of a user that are filled from the grants of the moment. */
export const ORGS_FIELDS: readonly string[] = Object.keys(ORGS_OF).map(orgsField);

/** The names that together mean exactly these roles: a group where they are one, each role where not. */
export function namesOf(roles: readonly Role[]): readonly string[] {
  const wanted = [...roles].sort().join();
  const group = Object.entries(READER_GROUPS).find(([, members]) => [...members].sort().join() === wanted);
  return group ? [group[0]] : roles;
}
