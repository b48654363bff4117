import type pg from 'pg';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { ORGS_OF, orgsField } from '../access/orgs-of.ts';
import { currentRequest, NOBODY, type LiveRole } from './row-security.ts';

export interface UserRow {
  id?: string;
  [field: string]: unknown;
}

const NAMES = Object.keys(ORGS_OF);

const liveRolesOf = (pool: pg.Pool, people: readonly string[]): Promise<readonly LiveRole[]> =>
  inTransaction(
    pool,
    { kind: 'system' },
    (tx) => tx.query<LiveRole & Record<string, unknown>>('select person, role, org from app.live_roles($1::uuid[])', [people]),
    'read',
  );

/**
 * A filter for `users.read`: fills `orgs_<name>` from the live grants of this moment. Directus'
 * permissions scope every read by them, so a grant that ended is gone at the next request. Directus
 * reads whoever asks several times in one request: they are looked up once.
 */
export function fillGrants(pool: pg.Pool) {
  return async (users: unknown): Promise<unknown> => {
    const rows = (Array.isArray(users) ? users : []) as UserRow[];
    const asking = rows.filter((row) => NAMES.some((name) => orgsField(name) in row));
    if (asking.length === 0) return users;
    const request = currentRequest();
    // Directus reads $CURRENT_USER without the id; then the row is that of whoever asks.
    const idOf = (row: UserRow) => row.id ?? request?.actor;
    const people = [...new Set(asking.map(idOf).filter((id) => id !== undefined && id !== NOBODY))] as string[];
    const isWhoAsks = request !== undefined && people.length === 1 && people[0] === request.actor;
    const grants = await (isWhoAsks ? (request.liveRoles ??= liveRolesOf(pool, people)) : liveRolesOf(pool, people));
    for (const row of asking) {
      const own = grants.filter((grant) => grant.person === idOf(row));
      for (const [name, roles] of Object.entries(ORGS_OF)) {
        const field = orgsField(name);
        if (field in row) row[field] = [...new Set(own.filter(({ role }) => (roles as readonly string[]).includes(role)).map(({ org }) => org))];
      }
    }
    return users;
  };
}
