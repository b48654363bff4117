import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict, notFound } from '@selvedge/kernel/errors.ts';

/**
 * The person a role is given to: by id when they belong to the org, by exact e-mail whoever they are.
 * Given both, they must be the same person.
 * @throws Refusal NOT_FOUND, PERSON_UNKNOWN
 */
export async function findPerson(tx: Tx, org: string, user: string | undefined, email: string | undefined): Promise<string> {
  const found = await tx.maybe<{ id: string }>(
    `select u.id from directus_users u where u.status = 'active' and ($1::uuid is null or u.id = $1) and ($2::text is null or lower(u.email) = lower($2))
       and ($2::text is not null or exists (select 1 from core_org_grant g where g."user" = u.id and g.org = $3))`,
    [user ?? null, email ?? null, org],
  );
  if (found) return found.id;
  if (email === undefined) throw notFound();
  throw conflict(
    'PERSON_UNKNOWN',
    {
      en: `Nobody active here has the address ${email}; check it, or invite the person.`,
      tr: `${email} adresiyle etkin kimse yok; denetleyin ya da kişiyi davet edin.`,
    },
    { email },
  );
}
