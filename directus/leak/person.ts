import { SignJWT } from 'jose';
import type { Role } from '../model/core/org-grant.ts';

/** Somebody through whose eyes the system is looked at. */
export interface Person {
  readonly userId: string;
  readonly label: string;
  readonly isAdmin: boolean;
  readonly grants: readonly { readonly orgId: string; readonly orgCode: string; readonly role: Role }[];
  readonly token: string;
}

/** Minutes a probe's token lives. */
const TOKEN_MINUTES = 30;

/** An access token as Directus signs them; it opens what the person's own would open, and nothing else. */
export function tokenFor(userId: string, roleId: string | null, secret: string): Promise<string> {
  return new SignJWT({ id: userId, role: roleId, app_access: false, admin_access: false })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('directus')
    .setIssuedAt()
    .setExpirationTime(`${TOKEN_MINUTES}m`)
    .sign(new TextEncoder().encode(secret));
}

interface UserRow {
  id: string;
  email: string;
  role: string | null;
  is_admin: boolean;
  grants: Person['grants'];
}

export type Query = <R>(sql: string, params?: readonly unknown[]) => Promise<R[]>;

/**
 * People who hold grants on this node, one for every combination of roles and orgs that somebody holds.
 * @param query runs as the system
 * @param secret the node's SELVEDGE_SECRET
 */
export async function everyKindOfPerson(query: Query, secret: string): Promise<Person[]> {
  const users = await query<UserRow>(
    `select distinct on (grants::text) id, email, role, is_admin, grants from (
       select u.id, u.email, u.role, app.is_admin(u.id) as is_admin,
         jsonb_agg(jsonb_build_object('orgId', g.org, 'orgCode', o.code, 'role', g.role) order by o.code, g.role) as grants
       from directus_users u, app.live_roles(array[u.id]) g join core_org o on o.id = g.org
       where u.status = 'active' group by u.id, u.email, u.role) people
     order by grants::text, email`,
  );
  return Promise.all(
    users.map(async ({ id, email, role, is_admin: isAdmin, grants }) => ({
      userId: id,
      label: email,
      isAdmin,
      grants,
      token: await tokenFor(id, role, secret),
    })),
  );
}
