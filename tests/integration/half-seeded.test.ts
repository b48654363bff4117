import { spawn } from 'node:child_process';
import { readFileSync, rmSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { repositoryRoot } from '@selvedge/directus/launch/paths.ts';
import { PO_STAGES } from '@selvedge/directus/model/crm/deals.ts';
import { findFreePorts } from '@selvedge/directus/launch/ports.ts';
import { asRole } from '@selvedge/directus/launch/postgres-roles.ts';
import type { Secrets } from '@selvedge/directus/launch/secrets.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { seedStack } from '@selvedge/seed/main.ts';
import { beginSeeding, readSeeding } from '@selvedge/seed/seeding.ts';
import { startOverHalfSeeded } from '@selvedge/directus/launch/start-over.ts';
import { connectStack } from '../stack/connect.ts';
import { seasonOf } from '../world/season.ts';
import { makeOwnDatabase, runToEnd, superuserOf, type OwnDatabase } from '../world/own-node.ts';

const stack = connectStack();
const SENTENCE = 'The demo data was half made when an earlier start was stopped, so its databases are emptied and it is made anew.';

test('a stack that was seeded to the end says so, and is not seeded again', async () => {
  const [node] = stack.nodes;
  expect(await readSeeding(stack.nodeOf('crm').ownerUrl)).toBe('finished');
  expect(await seedStack({ nodes: stack.nodes, password: 'selvedge-demo', level: 'demo', say: () => undefined })).toBe(false);
  expect(node?.env['SELVEDGE_SEED']).toBe('base');
});

describe('a database whose seeding was begun and not finished', () => {
  let database: OwnDatabase;
  const standing = async () => ({ seeding: await readSeeding(database.ownerUrl), orgs: await database.ask(`select to_regclass('core_org')::text as is`) });
  const startOver = async (isOwnServer: boolean) => {
    const lines: string[] = [];
    const connections = { ownerUrl: database.ownerUrl, appUrl: '', redisUrl: '', smtpUrl: '' };
    const node = { name: 'main', systems: ['crm', 'wms'], database: 'half_seeded', port: 0, redisPort: 0 } as const;
    const progress = { line: (text: string) => void lines.push(text), step: <T>(_: string, work: () => Promise<T>) => work() };
    await startOverHalfSeeded([{ node, connections, env: {} }], superuserOf(stack).passwords, isOwnServer, progress);
    return lines;
  };
  beforeAll(async () => {
    database = await makeOwnDatabase(stack, 'half_seeded', {});
    expect(await runToEnd('directus/launch/prepare.ts', database.env)).toMatchObject({ code: 0 });
  }, 120_000);
  afterAll(() => database.drop());

  test('is left alone before, emptied after, and only where it is our own', async () => {
    expect(await startOver(true)).toEqual([]);
    await beginSeeding(database.ownerUrl, 'demo');
    const nodes = [{ systems: ['crm', 'wms'] as const, url: 'http://127.0.0.1:9', databaseUrl: '', ownerUrl: database.ownerUrl }];
    await expect(seedStack({ nodes, password: 'x', level: 'demo', say: () => undefined })).rejects.toThrow('npm run reset');
    await expect(startOver(false)).rejects.toThrow(/database of DATABASE_URL is half made.+empty that database, or start with --no-seed/);
    expect(await standing()).toEqual({ seeding: 'begun', orgs: [{ is: 'core_org' }] });
    expect(await startOver(true)).toEqual([SENTENCE]);
    expect(await standing()).toEqual({ seeding: 'none', orgs: [{ is: null }] });
  });
});

describe('a launcher that is killed while it seeds', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'selvedge-half-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  test('is followed by a start that makes the whole demo data anew, the same as on any machine, and says so', async () => {
    const [port, postgres, redis, smtp, web] = await findFreePorts(5);
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: os.homedir(),
      SELVEDGE_DATA_DIR: dataDir,
      SELVEDGE_SEED: 'demo',
      SELVEDGE_PORT: String(port),
      SELVEDGE_POSTGRES_PORT: String(postgres),
      SELVEDGE_REDIS_PORT: String(redis),
      SELVEDGE_MAIL_SMTP_PORT: String(smtp),
      SELVEDGE_MAIL_WEB_PORT: String(web),
    };
    const launch = () => {
      const child = spawn(process.execPath, [path.join(repositoryRoot, 'directus/launch/main.ts')], {
        cwd: repositoryRoot,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      const says = (text: string) =>
        eventually(
          `"${text}" of the launcher`,
          async () => said,
          (all) => all.includes(text) || child.exitCode !== null,
          300_000,
        );
      return { child, ended, says, said: () => said };
    };
    const ownerUrl = () => {
      const { postgres: passwords } = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')) as Secrets;
      return asRole(`postgres://127.0.0.1:${postgres ?? 0}/x`, 'selvedge_owner', passwords.owner, 'selvedge');
    };

    const killed = launch();
    await killed.says('Seeding organisations');
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(killed.said()).not.toContain(SENTENCE);

    const next = launch();
    try {
      await next.says('Selvedge is running.');
      expect(next.said()).toContain(SENTENCE);
      expect(next.said()).toContain('Selvedge is running.');
      expect(await readSeeding(ownerUrl())).toBe('finished');
      const season = await seasonOf(ownerUrl());
      // Forty customers, and one whom nobody reviewed yet.
      expect(season).toMatchObject({ orgs: ['JTR', 'MOD'], customers: 41, qualities: 60, rolls: 600 });
      expect(Object.keys(season.perStage).sort()).toEqual([...PO_STAGES, 'draft', 'submitted', 'lost'].sort());
      expect(Object.values(season.perStage).reduce((all, deals) => all + deals)).toBe(123);
      // The same on every machine. Whoever changes the demo data changes this with it.
      expect(season.digest).toBe('93d9603eadfd31de2012a6051bdad38179f651f0addecdb37c27f974b312c70e');
    } finally {
      next.child.kill('SIGTERM');
      await next.ended;
    }
  }, 600_000);
});
