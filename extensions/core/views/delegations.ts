import { z } from 'zod';
import { defineView } from '@selvedge/kernel/view/define-view.ts';
import { inSpan, personName, stateOf } from './parts.ts';

/** What one lends and borrows, in the orgs in scope; the newest end first. */
export const delegations = defineView({
  name: 'delegations',
  system: 'core',
  title: { en: 'Lent roles', tr: 'Devredilen roller' },
  query: z.object({}),
  run: async ({ tx, identity, orgIds }) => ({
    data: await tx.query(
      `select g.id, o.code as org, g.role, ${stateOf('g')} as state, g.on_behalf_of = $1 as "isMine", ${personName('l')} as "lenderName", ${personName('u')} as "borrowerName",
         g.starts_at as "startsAt", g.expires_at as "expiresAt", g.reason
       from core_org_grant g join core_org o on o.id = g.org join directus_users u on u.id = g."user" join directus_users l on l.id = g.on_behalf_of
       where g.org = any ($2::uuid[]) and (g.on_behalf_of = $1 or g."user" = $1) order by g.expires_at desc, g.id limit 100`,
      [identity.userId, orgIds],
    ),
  }),
});

/** The roles one could lend: own ones that count now, in orgs where one holds the key for it. */
export const lendable = defineView({
  name: 'lendable',
  system: 'core',
  title: { en: 'Roles to lend', tr: 'Devredilebilir roller' },
  query: z.object({}),
  run: async ({ tx, identity, orgIds }) => {
    const orgs = identity.orgs.filter((org) => orgIds.includes(org.orgId) && org.keys.has('access:delegate')).map((org) => org.orgId);
    const data = await tx.query(
      `select g.id, g.org as "orgId", o.code as org, g.role, g.expires_at as "expiresAt" from core_org_grant g join core_org o on o.id = g.org
       where g."user" = $1 and g.org = any ($2::uuid[]) and g.on_behalf_of is null and g.role <> 'admin' and ${inSpan('g')} order by o.code, g.role`,
      [identity.userId, orgs],
    );
    return { data };
  },
});
