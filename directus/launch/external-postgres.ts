import type pg from 'pg';
import { appRole, asRole, ensureLoginRole, withClient, type RoleUrls } from './postgres-roles.ts';
import { reasonOf, StartRefused } from './start-refused.ts';

const oldestVersion = 150_000;

interface Standing {
  readonly role: string;
  readonly version: number;
  readonly passesRowSecurity: boolean;
  readonly mayCreateRoles: boolean;
}

/** @param setting  the variable the connection comes from, named in the refusal; its value is a secret */
async function connect<T>(setting: string, url: string, work: (client: pg.Client, standing: Standing) => Promise<T>): Promise<T> {
  let connected = false;
  try {
    return await withClient(url, async (client) => {
      connected = true;
      const { rows } = await client.query<Standing>(
        `select rolname as role, current_setting('server_version_num')::int as version,
                rolsuper or rolbypassrls as "passesRowSecurity", rolsuper or rolcreaterole as "mayCreateRoles"
           from pg_roles where rolname = current_user`,
      );
      const [standing] = rows;
      if (!standing) throw new StartRefused(`${setting} connects as a role that the server does not list.`);
      return work(client, standing);
    });
  } catch (error) {
    if (connected) throw error;
    const { host, pathname } = new URL(url);
    throw new StartRefused(
      `${setting} does not connect to ${host}${pathname}: ${reasonOf(error)}. Start that server, correct ${setting}, or unset it to use the embedded PostgreSQL.`,
      error,
    );
  }
}

/**
 * Uses a server of the user's own.
 * @param appUrl  DATABASE_APP_URL; when absent the role is created through `databaseUrl` with `appPassword`
 * @throws StartRefused when it does not connect, is too old, or the run-time role could pass row security
 */
export async function useExternalPostgres(databaseUrl: string, appUrl: string | undefined, appPassword: string): Promise<RoleUrls> {
  if (!URL.canParse(databaseUrl))
    throw new StartRefused('DATABASE_URL is not a URL; it looks like postgres://user:password@host:5432/database.');
  if (appUrl !== undefined && !URL.canParse(appUrl))
    throw new StartRefused('DATABASE_APP_URL is not a URL; it looks like postgres://user:password@host:5432/database.');

  const owner = await connect('DATABASE_URL', databaseUrl, async (client, standing) => {
    if (standing.version < oldestVersion) throw new StartRefused('DATABASE_URL leads to a PostgreSQL older than 15; use 15 or later.');
    if (appUrl !== undefined) return standing.role;
    if (standing.role === appRole)
      throw new StartRefused(`DATABASE_URL connects as ${appRole}, which must own nothing; connect as the role that owns the schema.`);
    if (!standing.mayCreateRoles) {
      throw new StartRefused(
        `The role ${standing.role} of DATABASE_URL may not create roles; create ${appRole} yourself and give its connection in DATABASE_APP_URL.`,
      );
    }
    await ensureLoginRole(client, appRole, appPassword).catch((error: unknown) => {
      throw new StartRefused(
        `The role ${appRole} exists already and ${standing.role} may not change it (${reasonOf(error)}); give the connection of ${appRole} in DATABASE_APP_URL.`,
        error,
      );
    });
    await client.query(`do $$ begin execute format('grant connect on database %I to ${appRole}', current_database()); end $$`);
    return standing.role;
  });

  const chosen = appUrl ?? asRole(databaseUrl, appRole, appPassword);
  await connect(appUrl === undefined ? 'DATABASE_URL' : 'DATABASE_APP_URL', chosen, (_client, standing) => {
    // Fails closed: such a role would read every organisation's rows.
    if (standing.passesRowSecurity)
      throw new StartRefused(
        `The role ${standing.role} of DATABASE_APP_URL is a superuser or has BYPASSRLS, so row security would not bind it; use a plain role.`,
      );
    if (standing.role === owner)
      throw new StartRefused('DATABASE_APP_URL and DATABASE_URL connect as the same role; the run-time role must own nothing.');
    return Promise.resolve();
  });
  return { ownerUrl: databaseUrl, appUrl: chosen };
}
