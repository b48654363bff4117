import type pg from 'pg';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { ROLES } from '../model/core/org-grant.ts';
import { currentActor } from './row-security.ts';

interface UserRow {
  id?: string;
  [field: string]: unknown;
}

/**
 * A filter for `users.read`: fills `orgs_<role>` from the live grants of this moment. Directus'
 * permissions scope every read by them, so a grant that ended is gone at the next request.
 */
export function fillGrants(pool: pg.Pool) {
  return async (users: unknown): Promise<unknown> => {
    const rows = (Array.isArray(users) ? users : []) as UserRow[];
    const asking = rows.filter((row) => ROLES.some((role) => `orgs_${role}` in row));
    if (asking.length === 0) return users;
    // Directus reads $CURRENT_USER without the id; then the row is that of whoever asks.
    const idOf = (row: UserRow) => row.id ?? currentActor();
    const ids = asking.map(idOf).filter((id) => id !== undefined);
    const grants = await inTransaction(
      pool,
      { kind: 'system' },
      (tx) => tx.query<{ person: string; role: string; org: string }>('select person, role, org from app.live_roles($1::uuid[])', [ids]),
      'read',
    );
    for (const row of asking) {
      const own = grants.filter((grant) => grant.person === idOf(row));
      for (const role of ROLES) {
        const field = `orgs_${role}`;
        if (field in row) row[field] = own.filter((grant) => grant.role === role).map((grant) => grant.org);
      }
    }
    return users;
  };
}
