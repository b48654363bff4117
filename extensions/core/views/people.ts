import { z } from 'zod';
import { permissionRequired } from '@selvedge/kernel/errors.ts';
import { holdsKey } from '@selvedge/kernel/identity/identity.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { asName, contains } from '@selvedge/kernel/view/keyset.ts';
import { inSpan, MANAGE, personName } from './parts.ts';

const FOUND = 20;

/**
 * People to choose from, for whoever gives or lends roles: those of the chosen orgs by name, and for
 * those who give them anybody by their whole e-mail address, so that nobody can leaf through strangers.
 */
export const people = defineView({
  name: 'people',
  system: 'core',
  title: { en: 'People', tr: 'Kişiler' },
  query: z.object({ q: z.string().trim().max(255).optional() }),
  run: async ({ tx, identity, orgIds }, { q }) => {
    const managed = orgIds.filter((org) => holdsKey(identity, org, MANAGE));
    const own = orgIds.filter((org) => managed.includes(org) || holdsKey(identity, org, 'access:delegate'));
    if (own.length === 0) throw permissionRequired(MANAGE);
    const data = await tx.query(
      `select u.id, ${personName('u')} as name, u.email from directus_users u
       where u.status = 'active' and (
         (exists (select 1 from core_org_grant g where g."user" = u.id and g.org = any ($1::uuid[]) and ${inSpan('g')})
           and ($2::text is null or ${personName('u')} ilike $3 or u.email ilike $3))
         or ($4 and lower(u.email) = lower($2)))
       order by ${asName(personName('u'))}, u.id limit ${FOUND}`,
      [own, q ?? null, contains(q ?? ''), managed.length > 0],
    );
    return { data };
  },
});
