import { MEMBER_ROLE_ID } from '@selvedge/directus/access/directus-permissions.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict } from '@selvedge/kernel/errors.ts';

export interface Newcomer {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: 'tr-TR' | 'en-US';
}

/**
 * Whoever has an address here, else a new person with the role Member and no password, as one node makes whom it
 * meets through the other. Of somebody known nothing is changed: what they are called is theirs.
 * @throws Refusal PERSON_NOT_ACTIVE
 */
export async function welcomePerson(tx: Tx, { email, firstName, lastName, language }: Newcomer): Promise<string> {
  const known = await tx.maybe<{ id: string; status: string }>('select id, status from directus_users where lower(email) = lower($1)', [email]);
  if (known && known.status !== 'active')
    throw conflict(
      'PERSON_NOT_ACTIVE',
      {
        en: `The account of ${email} is closed; an administrator of the installation opens it in the Studio.`,
        tr: `${email} hesabı kapalı; kurulumun yöneticisi Studio’da açar.`,
      },
      { email },
    );
  if (known) return known.id;
  const { id } = await tx.one<{ id: string }>(
    `insert into directus_users (id, email, first_name, last_name, language, role, status, provider)
     values (gen_random_uuid(), lower($1), $2, $3, $4, $5, 'active', 'default') returning id`,
    [email, firstName, lastName, language, MEMBER_ROLE_ID],
  );
  return id;
}

/** SQL: whether a person `alias` signs in with a password here and has none yet. */
export const hasNoPassword = (alias: string) => `(${alias}.password is null and ${alias}.provider = 'default')`;
