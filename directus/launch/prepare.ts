import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { applyAccess } from '../prepare/access.ts';
import { loadInternals } from '../prepare/directus-internals.ts';
import { schemaFingerprint } from '../prepare/fingerprint.ts';
import { foundFirstOrg, readFounding } from '../prepare/first-org.ts';
import { keepGateDefaults } from '../prepare/gate-defaults.ts';
import { runMigrations } from '../prepare/migrations.ts';
import { applySchema } from '../prepare/schema.ts';
import { ConfigInvalid, readConfig, type Config } from './config.ts';
import { directusEnvironment } from './directus-environment.ts';
import { loadFaster } from './load-faster.ts';
import { reasonOf, StartRefused } from './start-refused.ts';

/**
 * Brings one node's database in line with the code: Directus' own tables, the data model,
 * migrations, row security and permissions. Does nothing when it is in line already. A database without
 * an organisation gets the first one, with its administrator.
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
  loadFaster();
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

/**
 * Several nodes of one database may start at once; one prepares, the others wait and find it done. They ask
 * again and again: a statement that waits for the lock holds a snapshot, for whose end Directus' migrations
 * wait when they make an index concurrently, and neither would ever go on.
 */
async function takeTurn(owner: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<{ taken: boolean }>('select pg_try_advisory_lock(7274001) as taken');
    if (rows[0]?.taken === true) return;
    await sleep(200);
  }
}

async function bringInLine(owner: pg.Client, config: Config): Promise<boolean> {
  const { version } = createRequire(import.meta.url)('directus/package.json') as { version: string };
  const wanted = await schemaFingerprint(config.SELVEDGE_SYSTEMS, version);
  if ((await readFingerprint(owner)) === wanted) return false;
  await applyDirectus(config);
  const ran = await runMigrations(owner, config.SELVEDGE_SYSTEMS);
  if (ran.length > 0) say(`Migrations: ${ran.join(', ')}.`);
  await keepGateDefaults(owner);
  await applyAccess(owner, config.SELVEDGE_SYSTEMS, new URL(config.DATABASE_APP_URL).username);
  await owner.query('insert into app.prepared (fingerprint) values ($1) on conflict (fingerprint) do update set at = now()', [wanted]);
  return true;
}

/**
 * @returns whether anything had to be done
 * @throws StartRefused when the database has no organisation and the settings do not say whom to give one to
 */
export async function prepareNode(config: Config): Promise<boolean> {
  const owner = new pg.Client({ connectionString: config.DATABASE_URL, application_name: 'selvedge-prepare' });
  await owner.connect().catch((error: unknown) => {
    const { host, pathname } = new URL(config.DATABASE_URL);
    throw new StartRefused(
      `DATABASE_URL does not connect to ${host}${pathname}: ${reasonOf(error)}. Start that server or correct DATABASE_URL.`,
      error,
    );
  });
  try {
    await takeTurn(owner);
    await owner.query(`select set_config('app.user_id', 'system', false)`);
    // Asked first: a refusal must not come after a minute of work.
    const founding = await readFounding(owner, config);
    const changed = await bringInLine(owner, config);
    if (founding === null) return changed;
    await foundFirstOrg(owner, founding);
    say(`Founded ${founding.orgCode}, ${founding.orgName}; ${founding.email} is its administrator.`);
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
    process.stderr.write(`${error instanceof ConfigInvalid || error instanceof StartRefused ? error.message : (error as Error).stack}\n`);
    process.exit(1);
  }
}
