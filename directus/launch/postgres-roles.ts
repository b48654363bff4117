import pg from 'pg';
import type { Secrets } from './secrets.ts';

export const ownerRole = 'selvedge_owner';
export const appRole = 'selvedge_app';

/** Connection strings for one database. */
export interface RoleUrls {
  /** The role that owns the schema: migrations. */
  readonly ownerUrl: string;
  /** The role that owns nothing, so that row security binds it: run time. */
  readonly appUrl: string;
}

/** The same server and database, as another role. */
export function asRole(databaseUrl: string, role: string, password: string, database?: string): string {
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = password;
  if (database !== undefined) url.pathname = `/${database}`;
  return url.href;
}

export async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000, application_name: 'selvedge-launch' });
  // A server that stops meanwhile fails the query; the event itself must not end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates the login role, or gives an existing one these rights and this password. It never passes row security. */
export async function ensureLoginRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const name = pg.escapeIdentifier(role);
  if (rowCount === 0) await client.query(`create role ${name}`);
  // Only a superuser may even name these two, so they are named only where they are wrong.
  const wrong = await client.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
    'select rolsuper, rolbypassrls from pg_roles where rolname = $1',
    [role],
  );
  const unsafe = wrong.rows[0]?.rolsuper === true || wrong.rows[0]?.rolbypassrls === true;
  await client.query(`alter role ${name} with login ${unsafe ? 'nosuperuser nobypassrls' : ''} password ${pg.escapeLiteral(password)}`);
}

/** Roles and databases, created where missing. @param superuserUrl  a superuser's connection to the maintenance database */
export async function ensureDatabases(
  superuserUrl: string,
  databases: readonly string[],
  passwords: Secrets['postgres'],
): Promise<ReadonlyMap<string, RoleUrls>> {
  await withClient(superuserUrl, async (client) => {
    await ensureLoginRole(client, ownerRole, passwords.owner);
    await ensureLoginRole(client, appRole, passwords.app);
    for (const database of databases) {
      const name = pg.escapeIdentifier(database);
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
      if (rowCount === 0) await client.query(`create database ${name} owner ${ownerRole} template template0`);
      await client.query(`revoke connect, temporary on database ${name} from public`);
      await client.query(`grant connect on database ${name} to ${appRole}`);
    }
  });
  return new Map(
    databases.map((database) => [
      database,
      {
        ownerUrl: asRole(superuserUrl, ownerRole, passwords.owner, database),
        appUrl: asRole(superuserUrl, appRole, passwords.app, database),
      },
    ]),
  );
}
