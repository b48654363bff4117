import { createError } from '@directus/errors';
import type pg from 'pg';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';

const LastAdministrator = createError<{ orgs: string }>(
  'LAST_ADMINISTRATOR',
  ({ orgs }) => `Nobody else administers ${orgs}; make somebody else an administrator there first, on /access of the app.`,
  409,
);

const orgsLeftBy = async (pool: pg.Pool, people: readonly unknown[]): Promise<string[]> =>
  inTransaction(
    pool,
    { kind: 'system' },
    async (tx) => (await tx.one<{ orgs: string[] }>('select app.administered_by_these_alone($1::uuid[]) as orgs', [people])).orgs,
    'read',
  );

/**
 * Filters for `users.update` and `users.delete`: says in words what the database refuses anyway
 * (migrations/0075): whoever alone administers an organisation is neither suspended nor deleted.
 * @throws LAST_ADMINISTRATOR
 */
export function keepLastAdministrators(pool: pg.Pool) {
  const refuse = async (people: readonly unknown[]) => {
    const orgs = await orgsLeftBy(pool, people);
    if (orgs.length > 0) throw new LastAdministrator({ orgs: orgs.join(', ') });
  };
  return {
    update: async (payload: unknown, { keys = [] }: { keys?: readonly unknown[] }): Promise<unknown> => {
      const status = (payload as { status?: unknown } | null)?.status;
      if (status !== undefined && status !== 'active') await refuse(keys);
      return payload;
    },
    delete: async (keys: unknown): Promise<unknown> => {
      await refuse(Array.isArray(keys) ? keys : []);
      return keys;
    },
  };
}
