import type { z } from 'zod';
import type { grant } from '@selvedge/contract/grant.ts';
import { MEMBER_ROLE_ID } from '@selvedge/directus/access/directus-permissions.ts';
import type { Row, Tx } from '@selvedge/kernel/database/transaction.ts';
import type { ConsumerContext } from '@selvedge/kernel/inbox/consumer.ts';

export type GrantData = z.infer<typeof grant>;
export type PersonData = GrantData['person'];

type IdRow = Row & { id: string };

interface Met extends Row {
  /** The id they were told by. */
  told: string;
  id: string;
}

/**
 * People of the other node as this node knows them, by the id they were told by. Whoever is new here
 * has no password yet: they sign in by their provider, or ask for a new one by mail.
 */
async function meet(tx: Tx, people: readonly (PersonData | null)[]): Promise<ReadonlyMap<string, string>> {
  const met = await tx.query<Met>(
    `with told as (
       select distinct on (id) * from jsonb_to_recordset($1::jsonb)
         as t (id uuid, email text, first_name text, last_name text, language text, provider text, external_id text) order by id),
     known as (
       select told.id as told, u.id from told cross join lateral (
         select id from directus_users where id = told.id or lower(email) = lower(told.email) order by (id = told.id) desc limit 1) u),
     new as (
       insert into directus_users (id, email, first_name, last_name, language, provider, external_identifier, role, status)
       select id, email, first_name, last_name, language, provider, external_id, $2::uuid, 'active' from told where id not in (select told from known) returning id)
     select told, id from known union all select id, id from new`,
    [JSON.stringify(people.filter((person) => person !== null)), MEMBER_ROLE_ID],
  );
  return new Map(met.map(({ told, id }) => [told, id]));
}

/** Keeps a grant of the other node as it stands there. One that ended here stays ended, whichever node ended it. */
export async function takeGrant({ tx, org, changed }: ConsumerContext, data: GrantData): Promise<void> {
  if (!org) throw new Error(`The grant ${data.grant_id} names no organisation; a role is always held in one.`);
  const here = await meet(tx, [data.person, data.lent_by, data.given_by]);
  const idOf = (person: PersonData | null) => (person === null ? null : (here.get(person.id) ?? null));
  const user = idOf(data.person);
  await tx.query(`select set_config('app.audited', 'on', true)`);
  const written = await tx.maybe<IdRow>(
    `insert into core_org_grant as g (id, org, "user", role, created_at, starts_at, expires_at, extra_keys, on_behalf_of, granted_by, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8::json, $9, $10, $11)
     on conflict (id) do update set expires_at = excluded.expires_at, extra_keys = excluded.extra_keys where g.expires_at is null or g.expires_at > now() returning id`,
    [
      data.grant_id,
      org.id,
      user,
      data.role,
      data.given_at,
      data.starts_at,
      data.expires_at,
      JSON.stringify(data.extra_keys),
      idOf(data.lent_by),
      idOf(data.given_by),
      data.reason,
    ],
  );
  if (written) changed('core_org_grant', data.grant_id, { after: { user, role: data.role, expires_at: data.expires_at, extra_keys: data.extra_keys } });
}
