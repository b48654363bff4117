import { z } from 'zod';
import { keysOfGrant } from '@selvedge/directus/access/permission-keys.ts';
import { notFound } from '@selvedge/kernel/errors.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { asName } from '@selvedge/kernel/view/keyset.ts';
import { inSpan, managedOrgs, personName, stateOf } from './parts.ts';

interface HeldRow extends Record<string, unknown> {
  id: string;
  userId: string;
  personName: string;
  orgId: string;
  org: string;
  role: string;
  extraKeys: string[];
  state: string;
  tuned: Record<string, boolean>;
}

const HELD = `select g.id, g."user" as "userId", ${personName('u')} as "personName", g.org as "orgId", o.code as org, g.role, coalesce(g.extra_keys, '[]') as "extraKeys",
    ${stateOf('g')} as state, coalesce((select jsonb_object_agg(k.key, k.allowed) from core_role_key k where k.org = g.org and k.role = g.role), '{}') as tuned
  from core_org_grant g join core_org o on o.id = g.org join directus_users u on u.id = g."user"`;

const keysOf = (rows: readonly HeldRow[]) => new Set(rows.flatMap((row) => keysOfGrant(row.role, row.extraKeys, row.tuned)));

/** What a person would lose with a grant: the role, the keys no other grant gives them there, the org itself, and who borrows the role from them. */
export const loses = defineView({
  name: 'loses',
  system: 'core',
  title: { en: 'What would be lost', tr: 'Ne kaybedilir' },
  query: z.object({ grant: z.uuid() }),
  run: async ({ tx, identity }, { grant }) => {
    const managed = managedOrgs(
      identity,
      identity.orgs.map((org) => org.orgId),
    );
    const row = await tx.maybe<HeldRow>(`${HELD} where g.id = $1 and g.org = any ($2::uuid[])`, [grant, managed]);
    if (!row) throw notFound();
    const others = await tx.query<HeldRow>(`${HELD} where g."user" = $1 and g.org = $2 and g.id <> $3`, [row.userId, row.orgId, row.id]);
    const live = others.filter((other) => other.state === 'live' || other.state === 'lent');
    const kept = keysOf(live);
    const borrowers = await tx.query<{ name: string }>(
      `select ${personName('u')} as name from core_org_grant g join directus_users u on u.id = g."user"
       where g.on_behalf_of = $1 and g.org = $2 and g.role = $3 and coalesce(g.expires_at > now(), true)
         and not exists (select 1 from core_org_grant own where own.id <> $4 and own."user" = $1 and own.org = $2 and own.role = $3 and own.on_behalf_of is null and ${inSpan('own')})
       order by ${asName(personName('u'))}`,
      [row.userId, row.orgId, row.role, row.id],
    );
    return {
      data: {
        personName: row.personName,
        org: row.org,
        role: live.some((other) => other.role === row.role) ? null : row.role,
        keys: [...keysOf([row])].filter((key) => !kept.has(key)),
        isWholeOrg: live.length === 0,
        borrowers: borrowers.map((borrower) => borrower.name),
      },
    };
  },
});
