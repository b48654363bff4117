import { randomUUID } from 'node:crypto';
import { MEMBER_ROLE_ID } from '@selvedge/directus/access/directus-permissions.ts';
import type { Role } from '@selvedge/directus/model/core/org-grant.ts';
import type { ApiClient } from '@selvedge/seed/client.ts';
import { PASSWORD, type World } from './world.ts';

export interface Hired {
  readonly id: string;
  readonly email: string;
  readonly client: ApiClient;
}

/** A new person without any grant, on the node of CRM, who leaves when the world closes: what is done with their roles touches no other test. */
export async function hire(world: World, firstName = 'Yeni'): Promise<Hired> {
  const email = `${randomUUID().slice(0, 8)}@selvedge.test`;
  const response = await world.as('admin').raw('crm', '/users', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD, first_name: firstName, last_name: 'Kişi', role: MEMBER_ROLE_ID, status: 'active' }),
  });
  if (!response.ok) throw new Error(`Nobody was hired: ${response.status} ${await response.text()}`);
  const { data } = (await response.json()) as { data: { id: string } };
  world.beforeClose(async () => {
    await world
      .as('admin')
      .raw('crm', `/users/${data.id}`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ status: 'suspended' }) });
    const now = new Date().toISOString();
    // Who founded an organisation of their own stays, as its last administrator must; what they were elsewhere ends.
    for (const system of ['crm', 'wms'] as const)
      await world.write(system, (tx) =>
        tx.query(
          `update core_org_grant g set expires_at = $2 from core_org o where o.id = g.org and o.code in ('MOD', 'JTR') and g."user" = $1
             and (g.expires_at is null or g.expires_at > $2) and coalesce(g.starts_at, g.created_at) < $2`,
          [data.id, now],
        ),
      );
  });
  return { id: data.id, email, client: world.as(email) };
}

export interface GrantWish {
  readonly extraKeys?: string[];
  readonly startsAt?: string;
  readonly expiresAt?: string | null;
}

/** Gives a role by command. @returns the grant's id */
export async function give(admin: ApiClient, org: string, user: string, role: Role, wish: GrantWish = {}): Promise<string> {
  const { grantId } = await admin.command<{ grantId: string }>('core', 'grant.give', { org, user, role, reason: 'Test', ...wish });
  return grantId;
}

/** Gives the first role, which goes by e-mail: the person is in no list yet. @returns the grant's id */
export async function welcome(admin: ApiClient, org: string, { email }: Hired, role: Role, wish: GrantWish = {}): Promise<string> {
  const { grantId } = await admin.command<{ grantId: string }>('core', 'grant.give', { org, email, role, reason: 'Test', ...wish });
  return grantId;
}

export const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1_000).toISOString();
