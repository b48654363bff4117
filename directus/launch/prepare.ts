import { createRequire } from 'node:module';
import pg from 'pg';
import { applyAccess } from '../prepare/access.ts';
import { loadInternals } from '../prepare/directus-internals.ts';
import { schemaFingerprint } from '../prepare/fingerprint.ts';
import { keepGateDefaults } from '../prepare/gate-defaults.ts';
import { runMigrations } from '../prepare/migrations.ts';
import { applySchema } from '../prepare/schema.ts';
import { ConfigInvalid, readConfig, type Config } from './config.ts';
import { directusEnvironment } from './directus-environment.ts';

/**
 * Brings one node's database in line with the code: Directus' own tables, the data model,
 * migrations, row security and permissions. Does nothing when it is in line already.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);

async function readFingerprint(owner: pg.Client): Promise<string | undefined> {
  await owner.query('create schema if not exists app');
  await owner.query('create table if not exists app.prepared (fingerprint text primary key, at timestamptz not null default now())');
  const { rows } = await owner.query<{ fingerprint: string }>('select fingerprint from app.prepared order by at desc limit 1');
  return rows[0]?.fingerprint;
}

async function applyDirectus(config: Config): Promise<void> {
  Object.assign(process.env, directusEnvironment(config, 'owner'));
  const internals = await loadInternals();
  const database = internals.getDatabase();
  try {
    if (!(await internals.isInstalled())) {
      say('Installing Directus system tables …');
      await internals.installSystemTables(database);
    }
    await internals.runMigrations(database, 'latest', false);
    say('Applying the data model …');
    const changes = await applySchema(internals, database, config.SELVEDGE_SYSTEMS);
    say(`Data model: ${changes === 0 ? 'up to date' : `${changes} changes`}.`);
  } finally {
    await database.destroy();
  }
}

/** @returns whether anything had to be done */
export async function prepareNode(config: Config): Promise<boolean> {
  const { version } = createRequire(import.meta.url)('directus/package.json') as { version: string };
  const owner = new pg.Client({ connectionString: config.DATABASE_URL, application_name: 'selvedge-prepare' });
  await owner.connect();
  try {
    // Several nodes of one database may start at once; one prepares, the others wait and find it done.
    await owner.query('select pg_advisory_lock(7274001)');
    const wanted = await schemaFingerprint(config.SELVEDGE_SYSTEMS, version);
    if ((await readFingerprint(owner)) === wanted) return false;
    await applyDirectus(config);
    await owner.query(`select set_config('app.user_id', 'system', false)`);
    const ran = await runMigrations(owner, config.SELVEDGE_SYSTEMS);
    if (ran.length > 0) say(`Migrations: ${ran.join(', ')}.`);
    await keepGateDefaults(owner);
    await applyAccess(owner, config.SELVEDGE_SYSTEMS, new URL(config.DATABASE_APP_URL).username);
    await owner.query('insert into app.prepared (fingerprint) values ($1) on conflict (fingerprint) do update set at = now()', [wanted]);
    return true;
  } finally {
    await owner.end();
  }
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  try {
    await prepareNode(readConfig(process.env));
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigInvalid ? error.message : (error as Error).stack}\n`);
    process.exit(1);
  }
}
