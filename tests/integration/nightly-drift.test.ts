import Bull from 'bull';
import { Redis } from 'ioredis';
import { queuePrefix } from '@selvedge/directus/extension/queue-prefix.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { asCore } from '../world/core-client.ts';
import { openWorld } from '../world/world.ts';

const NAME = 'kernel.check-mirrors';
const world = openWorld();
const node = world.stack.nodeOf('crm');
const clients: Redis[] = [];
const scheduled = new Bull('scheduled', {
  prefix: queuePrefix(node.systems),
  createClient: () => {
    const client = new Redis(node.redisUrl, { maxRetriesPerRequest: null, enableReadyCheck: false });
    clients.push(client);
    return client;
  },
});
afterAll(async () => {
  await scheduled.close();
  for (const client of clients) client.disconnect();
  await world.close();
});

const admin = asCore('crm', world.as('admin'));
const planned = async () => (await scheduled.getRepeatableJobs()).find((one) => one.name === NAME);

test('the worker compares the mirrors every night by itself, and the console shows what it found [SYS-1 J97]', async () => {
  expect(await planned()).toMatchObject({ cron: '40 2 * * *', tz: 'UTC' });
  const { code, name } = await world.look('crm', (tx) =>
    tx.one<{ code: string; name: string }>('select code, name from crm_catalog_item order by code desc limit 1'),
  );
  await world.write('crm', (tx) => tx.query(`update crm_catalog_item set name = 'Yanlış' where code = $1`, [code]));
  const startedAt = Date.now();
  // The night comes: what waits for 02:40 is due, and the running worker takes it up.
  const tonight = (await scheduled.getDelayed()).find((job) => job.name === NAME);
  await tonight?.promote();

  const found = await eventually(
    'the difference in the console',
    async () => (await admin.view<{ id: string; entityId: string; kind: string }[]>('drift', { limit: '100' })).data.find((row) => row.entityId === code),
    (row) => row !== undefined,
  );
  expect(found?.kind).toBe('differs');
  const { data: runs } = await admin.view<{ mirror: string; at: string; compared: number; error: string | null }[]>('drift-runs');
  expect(runs.length).toBeGreaterThan(3);
  expect(runs.filter((run) => Date.parse(run.at) < startedAt || run.error !== null || run.compared === undefined)).toEqual([]);
  await eventually(
    'the run to be noted',
    () =>
      world.look('crm', (tx) =>
        tx.maybe<{ outcome: string | null }>('select outcome from kernel.job_run where name = $1 and started_at >= $2 order by slot desc limit 1', [
          NAME,
          new Date(startedAt),
        ]),
      ),
    (run) => run?.outcome === 'done',
  );
  // And the next night as well.
  const next = await eventually(
    'the next run',
    async () => (await scheduled.getDelayed()).find((job) => job.name === NAME),
    (job) => job !== undefined,
  );
  expect(new Date((next?.timestamp ?? 0) + Number(next?.opts.delay)).toISOString()).toMatch(/T02:40:0/);

  await admin.command('drift.heal', { differences: [found?.id], reason: 'Edited by hand' });
  await eventually(
    'the name to be right again',
    () => world.look('crm', (tx) => tx.one<{ name: string }>('select name from crm_catalog_item where code = $1', [code])),
    (row) => row.name === name,
  );
}, 180_000);
