import type pg from 'pg';
import { inviteAgain, invitePerson } from '@selvedge/core/commands/invitations.ts';
import { hasNoPassword } from '@selvedge/core/access/welcome-person.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import type { CommittedEffects, Log } from '@selvedge/kernel/http/context.ts';

/** Directus' own service for people, as far as it is asked here. */
interface People {
  requestPasswordReset(email: string, url: string): Promise<void>;
}

const INVITING = [invitePerson.name, inviteAgain.name];

const withoutPassword = (pool: pg.Pool, grants: readonly string[]): Promise<{ email: string }[]> =>
  inTransaction(
    pool,
    { kind: 'system' },
    (tx) =>
      tx.query<{ email: string }>(
        `select distinct u.email from core_org_grant g join directus_users u on u.id = g."user" where g.id = any ($1::uuid[]) and ${hasNoPassword('u')}`,
        [grants],
      ),
    'read',
  );

/**
 * Mails a link to a first password to whom a commit invited. The link is Directus' own token, made when it is
 * mailed, so that nothing that opens an account is kept in a table. What is lost here, such as by a crash or a mail
 * server that is away, is asked for again: by "invite again", or by the person with "Forgot password?".
 */
export function mailInvitations(pool: pg.Pool, people: () => Promise<People>, page: string, log: Log) {
  return ({ changes }: Pick<CommittedEffects, 'changes'>): void => {
    const grants = changes.filter(({ type }) => INVITING.includes(type)).map(({ id }) => id);
    if (grants.length === 0) return;
    const send = async () => {
      const service = await people();
      for (const { email } of await withoutPassword(pool, grants)) await service.requestPasswordReset(email, page);
    };
    send().catch((error: unknown) => log.error({ err: error, grants }, 'a link to a first password could not be mailed'));
  };
}
