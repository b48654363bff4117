import type { z } from 'zod';
import type { grant } from '@selvedge/contract/grant.ts';
import { MEMBER_ROLE_ID } from '@selvedge/directus/access/directus-permissions.ts';
import type { Row, Tx } from '@selvedge/kernel/database/transaction.ts';
import type { ConsumerContext } from '@selvedge/kernel/inbox/consumer.ts';

export type GrantData = z.infer<typeof grant>;
export type PersonData = GrantData['person'];

type IdRow = Row & { id: string };

/** The person on this node. Whoever is new here has no password yet: they sign in by their provider, or ask for a new one by mail. */
async function meet(tx: Tx, person: PersonData | null): Promise<string | null> {
  if (person === null) return null;
  const known = await tx.maybe<IdRow>('select id from directus_users where id = $1 or lower(email) = lower($2) order by (id = $1) desc limit 1', [
    person.id,
    person.email,
  ]);
  if (known) return known.id;
  await tx.query(
    `insert into directus_users (id, email, first_name, last_name, language, provider, external_identifier, role, status) values ($1, $2, $3, $4, $5, $6, $7, $8, 'active')`,
    [person.id, person.email, person.first_name, person.last_name, person.language, person.provider, person.external_id, MEMBER_ROLE_ID],
  );
  return person.id;
}

/** Keeps a grant of the other node as it stands there. One that ended here stays ended, whichever node ended it. */
export async function takeGrant({ tx, org, changed }: ConsumerContext, data: GrantData): Promise<void> {
  if (!org) throw new Error(`The grant ${data.grant_id} names no organisation; a role is always held in one.`);
  const user = await meet(tx, data.person);
  const lender = await meet(tx, data.lent_by);
  const giver = await meet(tx, data.given_by);
  await tx.query(`select set_config('app.audited', 'on', true)`);
  const written = await tx.maybe<IdRow>(
    `insert into core_org_grant as g (id, org, "user", role, created_at, starts_at, expires_at, extra_keys, on_behalf_of, granted_by, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8::json, $9, $10, $11)
     on conflict (id) do update set expires_at = excluded.expires_at, extra_keys = excluded.extra_keys where g.expires_at is null or g.expires_at > now() returning id`,
    [data.grant_id, org.id, user, data.role, data.given_at, data.starts_at, data.expires_at, JSON.stringify(data.extra_keys), lender, giver, data.reason],
  );
  if (written) changed('core_org_grant', data.grant_id, { after: { user, role: data.role, expires_at: data.expires_at, extra_keys: data.extra_keys } });
}
