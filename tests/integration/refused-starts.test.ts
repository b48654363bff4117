import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { asRefusal } from '@selvedge/directus/launch/system-refusal.ts';
import { repositoryRoot } from '@selvedge/directus/launch/paths.ts';
import { findFreePorts } from '@selvedge/directus/launch/ports.ts';
import { asRole, withClient } from '@selvedge/directus/launch/postgres-roles.ts';
import { loadSecrets } from '@selvedge/directus/launch/secrets.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { connectStack } from '../stack/connect.ts';
import { runToEnd, superuserOf, type Ended } from '../world/own-node.ts';

type Env = Readonly<Record<string, string>>;

const LAUNCHER = 'directus/launch/main.ts';
const ownPath = { PATH: process.env['PATH'] ?? '', HOME: os.homedir() };
let scratch: string;
let ports: number[];
let closedPort: number;
const mounted: string[] = [];

beforeEach(async () => {
  scratch = mkdtempSync(path.join(os.tmpdir(), 'selvedge-refused-'));
  [closedPort = 0, ...ports] = await findFreePorts(7);
});
afterEach(() => {
  for (const folder of mounted.splice(0)) execFileSync('umount', [folder]);
  rmSync(scratch, { recursive: true, force: true });
});

const settings = (env: Env = {}): Env => ({
  ...ownPath,
  SELVEDGE_DATA_DIR: path.join(scratch, 'data'),
  SELVEDGE_PORT: String(ports[0]),
  SELVEDGE_POSTGRES_PORT: String(ports[1]),
  SELVEDGE_REDIS_PORT: String(ports[2]),
  SELVEDGE_MAIL_SMTP_PORT: String(ports[3]),
  SELVEDGE_MAIL_WEB_PORT: String(ports[4]),
  ...env,
});

/** Processes that were started on this data folder, by their arguments or what they were given. */
const leftRunning = () =>
  globSync('/proc/[0-9]*').filter((folder) => {
    try {
      return [`${folder}/cmdline`, `${folder}/environ`].some((file) => readFileSync(file, 'utf8').includes(scratch));
    } catch {
      return false;
    }
  });

const isFree = (port: number | undefined) =>
  new Promise<boolean>((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** A refusal is one sentence, ends with 1 and leaves nothing running. */
async function expectRefused({ code, stderr }: Ended, sentence: RegExp): Promise<void> {
  expect({ code, lines: stderr.trim().split('\n') }).toEqual({ code: 1, lines: [expect.stringMatching(sentence)] });
  // The watchdog outlives the launcher by moments.
  await eventually(
    'the end of every process',
    async () => leftRunning(),
    (left) => left.length === 0,
    5_000,
  );
  expect(await Promise.all(ports.map(isFree))).toEqual(ports.map(() => true));
  expect(existsSync(path.join(scratch, 'data/running.json'))).toBe(false);
}

describe('a DATABASE_URL that cannot be used refuses the start:', () => {
  const stack = connectStack();
  const { url: superuser } = superuserOf(stack);
  const server = new URL(superuser);
  const run = (databaseUrl: string) => runToEnd(LAUNCHER, settings({ DATABASE_URL: databaseUrl }));

  test('no server answers there', async () => {
    await expectRefused(
      await run(`postgres://a:b@127.0.0.1:${closedPort}/x`),
      /DATABASE_URL does not connect to 127\.0\.0\.1:\d+\/x: .*ECONNREFUSED.*\. Start that server/,
    );
  }, 60_000);

  test('the password is wrong, which is not repeated', async () => {
    const ended = await run(asRole(superuser, 'selvedge_owner', 'wrong-password-of-the-owner'));
    await expectRefused(ended, /DATABASE_URL does not connect .+ password authentication failed .+correct DATABASE_URL/);
    expect(ended.stderr).not.toContain('wrong-password-of-the-owner');
  }, 60_000);

  test('it is the address of another kind of database', async () => {
    await expectRefused(await run('mysql://root@127.0.0.1/x'), /DATABASE_URL is not the URL of a PostgreSQL; it looks like postgres:/);
  }, 60_000);

  test('the role may create nothing there, or what is there belongs to another', async () => {
    await withClient(superuser, async (client) => {
      await client.query(`create role refused_guest login createrole password 'guest'`);
      await client.query('create database refused_db');
    });
    const guest = asRole(superuser, 'refused_guest', 'guest', 'refused_db');
    try {
      const refusal = /The role refused_guest of DATABASE_URL may not create schemas and tables in the database refused_db; .+grant create on schema public/;
      await expectRefused(await run(guest), refusal);
      await withClient(asRole(superuser, 'postgres', decodeURIComponent(server.password), 'refused_db'), async (client) => {
        await client.query('grant create on database refused_db to refused_guest');
        await client.query('grant create on schema public to refused_guest');
        await client.query('create table core_org (id uuid)');
      });
      await expectRefused(await run(guest), /holds core_org, which the role refused_guest does not own; connect as the role that made it/);
      // Nothing was made in it.
      expect(await withClient(guest, async (client) => (await client.query(`select 1 from pg_namespace where nspname in ('app', 'kernel')`)).rows)).toEqual([]);
    } finally {
      await withClient(superuser, async (client) => {
        await client.query('drop database refused_db with (force)');
        await client.query('drop role refused_guest');
      });
    }
  }, 90_000);

  test('and so the prepare step of a container, which has no launcher', async () => {
    const env = { ...stack.nodes[0]!.env, DATABASE_URL: `postgres://a:b@127.0.0.1:${closedPort}/x` };
    const { code, stderr } = await runToEnd('directus/launch/prepare.ts', env);
    expect({ code, lines: stderr.trim().split('\n') }).toEqual({ code: 1, lines: [expect.stringMatching(/DATABASE_URL does not connect .+ECONNREFUSED/)] });
  });
});

test('a port in use refuses the start and names the setting', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  await expectRefused(
    await runToEnd(LAUNCHER, settings({ SELVEDGE_MAIL_WEB_PORT: String(port) })),
    new RegExp(`Port ${port} is in use .+SELVEDGE_MAIL_WEB_PORT`),
  );
  await new Promise((resolve) => other.close(resolve));
}, 30_000);

describe('a data folder that cannot be had refuses the start:', () => {
  test('a file stands in its place, or above it', async () => {
    writeFileSync(path.join(scratch, 'data'), 'no folder');
    await expectRefused(await runToEnd(LAUNCHER, settings()), /data is a file, not a folder; move it away, or set SELVEDGE_DATA_DIR/);
    const below = settings({ SELVEDGE_DATA_DIR: path.join(scratch, 'data/below') });
    await expectRefused(await runToEnd(LAUNCHER, below), /data\/below lies below a file.+set SELVEDGE_DATA_DIR/);
  }, 30_000);

  test('the disk is full', async () => {
    const disk = path.join(scratch, 'data');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk], { stdio: 'ignore' });
      mounted.push(disk);
    } catch {
      // Only root may mount; what the system says of a full disk is tested all the same.
      const error = Object.assign(new Error('no space'), { code: 'ENOSPC', path: disk });
      expect(asRefusal(error, disk)).toMatchObject({ message: expect.stringMatching(/The disk is full/) });
      return;
    }
    await expectRefused(await runToEnd(LAUNCHER, settings()), /Only 0 MB are free on the disk that holds .+Free some space and start again/);
    expect(() => writeFileSync(path.join(disk, 'filler'), Buffer.alloc(512 * 1024))).toThrow('ENOSPC');
    const refusal = await loadSecrets(disk).then(
      () => undefined,
      (error: unknown) => asRefusal(error, path.join(disk, 'secrets.json')),
    );
    expect(refusal).toMatchObject({
      name: 'StartRefused',
      message: expect.stringMatching(/^The disk is full: .+secrets\.json could not be written; free some space/),
    });
    expect(existsSync(path.join(disk, 'secrets.json'))).toBe(false);
  }, 30_000);
});

describe('on a machine where something is missing, npm start', () => {
  test('names the tool, and both ways round it', async () => {
    const ended = await runToEnd('scripts/start.mjs', { ...settings(), PATH: scratch });
    await expectRefused(
      ended,
      /redis-server is missing and could not be installed: this system has none of apt-get, apk, dnf and brew\. Or set REDIS_URL .+docker compose/,
    );
  }, 30_000);

  test('says that the registry cannot be reached when there is no network', async () => {
    const manifests = [
      'package.json',
      'package-lock.json',
      '.npmrc',
      'scripts',
      ...globSync('{contract,rules,directus,seed,tests,admin,extensions/*}/package.json', { cwd: repositoryRoot }),
    ];
    for (const file of manifests) cpSync(path.join(repositoryRoot, file), path.join(scratch, file), { recursive: true });
    const offline = { npm_config_registry: `http://127.0.0.1:${closedPort}/`, npm_config_fetch_retries: '0', npm_config_cache: path.join(scratch, 'cache') };
    const ended = await runToEnd(path.join(scratch, 'scripts/start.mjs'), { ...settings(), ...offline });
    await expectRefused(ended, /The packages could not be installed: the package registry cannot be reached\. Check the network/);
    expect(existsSync(path.join(scratch, 'node_modules/.selvedge-stamp'))).toBe(false);
  }, 90_000);
});
