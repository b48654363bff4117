import type pg from 'pg';
import { appRole, asRole, ensureLoginRole, withClient, type RoleUrls } from './postgres-roles.ts';
import { reasonOf, StartRefused } from './start-refused.ts';

const oldestVersion = 150_000;

interface Standing {
  readonly role: string;
  readonly version: number;
  readonly passesRowSecurity: boolean;
  readonly mayCreateRoles: boolean;
  readonly database: string;
  /** Schemas of our own, an extension, and tables in `public`. */
  readonly mayCreate: boolean;
  /** One of our tables, made by an earlier start as another role. */
  readonly foreignTable: string | null;
  readonly hasBtreeGist: boolean;
}

const STANDING = `
  select rolname as role, current_setting('server_version_num')::int as version,
         rolsuper or rolbypassrls as "passesRowSecurity", rolsuper or rolcreaterole as "mayCreateRoles", current_database() as database,
         has_database_privilege(current_database(), 'CREATE') and coalesce(has_schema_privilege(to_regnamespace('public')::oid, 'CREATE'), false) as "mayCreate",
         (select min(c.relname) from pg_class c where c.relnamespace = to_regnamespace('public') and c.relkind = 'r'
            and c.relname ~ '^(core|crm|wms|directus)_' and not pg_has_role(c.relowner, 'USAGE')) as "foreignTable",
         exists (select 1 from pg_available_extensions where name = 'btree_gist') as "hasBtreeGist"
    from pg_roles where rolname = current_user`;

/** @param setting  the variable the connection comes from, named in the refusal; its value is a secret */
async function connect<T>(setting: string, url: string, work: (client: pg.Client, standing: Standing) => Promise<T>): Promise<T> {
  let connected = false;
  try {
    return await withClient(url, async (client) => {
      connected = true;
      const { rows } = await client.query<Standing>(STANDING);
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

/** @throws StartRefused when the setting is no address of a PostgreSQL */
function requirePostgresUrl(setting: string, url: string): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol !== 'postgres:' && protocol !== 'postgresql:')
    throw new StartRefused(`${setting} is not the URL of a PostgreSQL; it looks like postgres://user:password@host:5432/database.`);
}

/** @throws StartRefused when the schema could not be made, or brought up to date, by this role */
function requireOwnRights({ role, database, mayCreate, foreignTable, hasBtreeGist }: Standing): void {
  if (!mayCreate)
    throw new StartRefused(
      `The role ${role} of DATABASE_URL may not create schemas and tables in the database ${database}; let its owner run "grant create on database ${database} to ${role}; grant create on schema public to ${role}", or connect as the owner.`,
    );
  if (foreignTable !== null)
    throw new StartRefused(
      `The database ${database} of DATABASE_URL holds ${foreignTable}, which the role ${role} does not own; connect as the role that made it, or use another database.`,
    );
  if (!hasBtreeGist)
    throw new StartRefused('The server of DATABASE_URL lacks the extension btree_gist; install the "contrib" package of its PostgreSQL.');
}

/**
 * Uses a server of the user's own.
 * @param appUrl  DATABASE_APP_URL; when absent the role is created through `databaseUrl` with `appPassword`
 * @throws StartRefused when it does not connect, is too old, the owner may not create what is needed, or the run-time role could pass row security
 */
export async function useExternalPostgres(databaseUrl: string, appUrl: string | undefined, appPassword: string): Promise<RoleUrls> {
  requirePostgresUrl('DATABASE_URL', databaseUrl);
  if (appUrl !== undefined) requirePostgresUrl('DATABASE_APP_URL', appUrl);

  const owner = await connect('DATABASE_URL', databaseUrl, async (client, standing) => {
    if (standing.version < oldestVersion) throw new StartRefused('DATABASE_URL leads to a PostgreSQL older than 15; use 15 or later.');
    requireOwnRights(standing);
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
