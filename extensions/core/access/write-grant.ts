import type { RowFor } from '@selvedge/directus/model/index.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict } from '@selvedge/kernel/errors.ts';

/** What the constraints of 0020-access.sql mean to a person; races alone meet them, since commands look first. */
const MEANING: Readonly<Record<string, readonly [code: string, message: string]>> = {
  org_keeps_an_admin: ['LAST_ADMIN', 'This is the last administrator without an end here; give somebody else that role first.'],
  one_grant_at_a_time: ['GRANT_OVERLAPS', 'This person holds that role here already for a part of the time; change or end that grant.'],
  grant_is_not_to_oneself: ['NOT_TO_ONESELF', 'Nobody gives a role to themselves; ask another administrator.'],
};

/** The grant as the audit keeps it. */
export const auditOf = ({ user, role, starts_at, expires_at, extra_keys, on_behalf_of }: RowFor<'core_org_grant'>) => ({
  user,
  role,
  starts_at,
  expires_at,
  extra_keys,
  on_behalf_of,
});

/**
 * Writes a grant in a command, which tells the audit itself.
 * @throws Refusal LAST_ADMIN, GRANT_OVERLAPS, NOT_TO_ONESELF
 */
export async function writeGrant<T>(tx: Tx, write: () => Promise<T>): Promise<T> {
  await tx.query(`select set_config('app.audited', 'on', true)`);
  try {
    return await write();
  } catch (error) {
    const [code, message] = MEANING[(error as { constraint?: string }).constraint ?? ''] ?? [];
    throw code === undefined || message === undefined ? error : conflict(code, message);
  }
}
