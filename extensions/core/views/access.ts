import { z } from 'zod';
import { ROLES } from '@selvedge/directus/model/core/org-grant.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { asName, contains, decodeCursor, page, pageFields } from '@selvedge/kernel/view/keyset.ts';
import { hasNoPassword } from '../access/welcome-person.ts';
import { GRANT_STATES, managedOrgs, personName, stateOf } from './parts.ts';

interface GrantRow extends Record<string, unknown> {
  id: string;
  personName: string;
  sortKey: string;
}

/** Who holds which role, in the orgs one manages: by person, with who gave it, why, and until when (ADM-2, ADM-5). Ended ones show when asked for; those that end soon, the next to end first. */
export const access = defineView({
  name: 'access',
  system: 'core',
  title: { en: 'People and grants', tr: 'Kişiler ve yetkiler' },
  query: z.object({
    ...pageFields,
    q: z.string().trim().max(100).optional(),
    role: z.enum(ROLES).optional(),
    state: z.enum(GRANT_STATES).optional(),
    expires_within_days: z.coerce.number().int().min(1).max(365).optional(),
  }),
  run: async ({ tx, identity, orgIds }, input) => {
    const [after, id] = input.cursor ? decodeCursor(input.cursor, 2) : [null, null];
    const [order, type] = input.expires_within_days === undefined ? [asName('"personName"'), 'text'] : ['"expiresAt"', 'timestamptz'];
    const rows = await tx.query<GrantRow>(
      `with grants as (
         select g.id, g.org as "orgId", o.code as org, g."user" as "userId", ${personName('u')} as "personName", u.email, ${hasNoPassword('u')} as "hasNoPassword", g.role, g.extra_keys as "extraKeys",
           g.starts_at as "startsAt", g.expires_at as "expiresAt", ${stateOf('g')} as state, g.on_behalf_of as "lenderId", ${personName('l')} as "lenderName",
           ${personName('b')} as "grantedByName", g.reason, g.created_at as "createdAt"
         from core_org_grant g join core_org o on o.id = g.org join directus_users u on u.id = g."user"
           left join directus_users l on l.id = g.on_behalf_of left join directus_users b on b.id = g.granted_by
         where g.org = any ($1::uuid[]))
       select *, ${order}::text as "sortKey" from grants
       where ($2::text is null or "personName" ilike $3 or email ilike $3) and ($4::text is null or role = $4)
         and case when $5::text is null then state <> 'expired' else state = $5 end
         and ($6::int is null or ("expiresAt" > now() and "expiresAt" <= now() + make_interval(days => $6)))
         and ($7::text is null or (${order}, id) > ($7::${type}, $8::uuid))
       order by ${order}, id limit $9`,
      [
        managedOrgs(identity, orgIds),
        input.q ?? null,
        contains(input.q ?? ''),
        input.role ?? null,
        input.state ?? null,
        input.expires_within_days ?? null,
        after,
        id,
        input.limit + 1,
      ],
    );
    const { data, nextCursor } = page(rows, input.limit, (row) => [row.sortKey, row.id]);
    return { data: data.map(({ sortKey: _sortKey, ...row }) => row), nextCursor };
  },
});
