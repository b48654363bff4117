import { randomUUID } from 'node:crypto';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import type { Job } from '@selvedge/kernel/jobs/job.ts';
import { runOnce } from '@selvedge/kernel/jobs/run-once.ts';
import { startScheduler } from '@selvedge/kernel/jobs/schedule.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { workerContext } from '../world/job-context.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
afterAll(() => world.close());

describe('a scheduled job', () => {
  test('runs once per slot, however many replicas take it up at the same moment [SYS-5 J97]', async () => {
    const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 10, 'selvedge-test');
    let runs = 0;
    const job: Job = {
      name: `test.${randomUUID()}`,
      every: { seconds: 60 },
      run: async () => {
        runs += 1;
        await Promise.resolve();
      },
    };
    const context = workerContext(pool);
    const slot = new Date(0);
    const ran = await Promise.all(Array.from({ length: 20 }, () => runOnce(job, slot, context)));
    await pool.end();
    expect(ran.filter(Boolean)).toHaveLength(1);
    expect(runs).toBe(1);
  });

  test('that fails is written down with its reason, and the next slot runs again [J97]', async () => {
    const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 2, 'selvedge-test');
    const job: Job = { name: `test.${randomUUID()}`, every: { seconds: 60 }, run: () => Promise.reject(new Error('no paper')) };
    const context = workerContext(pool);
    await runOnce(job, new Date(0), context);
    expect(await runOnce(job, new Date(60_000), context)).toBe(true);
    await pool.end();
    const rows = await world.look('crm', (tx) => tx.query<{ outcome: string }>('select outcome from kernel.job_run where name = $1', [job.name]));
    expect(rows.map((row) => row.outcome)).toEqual(['failed: no paper', 'failed: no paper']);
  });

  test('stands in the audit by its own name [J97]', async () => {
    const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 2, 'selvedge-test');
    const org = await world.orgId('MOD');
    const job: Job = {
      name: `test.${randomUUID()}`,
      every: { seconds: 60 },
      run: ({ inSystem }) =>
        inSystem(async ({ changed }) => {
          changed('core', 'core_org', org, org, { reason: 'test' });
          await Promise.resolve();
        }),
    };
    await runOnce(job, new Date(0), workerContext(pool));
    await pool.end();
    const told = await world.look('crm', (tx) =>
      tx.query<{ actor: string; subject_id: string }>('select actor, subject_id from kernel.audit where command = $1', [job.name]),
    );
    expect(told).toEqual([{ actor: 'system', subject_id: org }]);
  });

  test('runs once per slot by two schedulers on one Redis [SYS-5 J97]', async () => {
    const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 4, 'selvedge-test');
    const ranAt: Date[] = [];
    const job: Job = {
      name: `test.${randomUUID()}`,
      every: { seconds: 1 },
      run: async ({ clock }) => {
        ranAt.push(clock.now());
        await Promise.resolve();
      },
    };
    const prefix = `test-${randomUUID()}`;
    const replicas = [0, 1].map(() => startScheduler([job], world.stack.redisUrl, prefix, workerContext(pool)));
    try {
      await Promise.all(replicas.map((replica) => replica.ensure()));
      const rows = () =>
        world.look('crm', (tx) =>
          tx.query<{ slot: Date; attempts: number; outcome: string | null }>('select slot, attempts, outcome from kernel.job_run where name = $1', [job.name]),
        );
      await eventually('four slots', rows, (seen) => seen.filter(({ outcome }) => outcome === 'done').length >= 4);
      await Promise.all(replicas.map((replica) => replica.close()));
      const seen = await rows();
      expect(seen.every(({ attempts }) => attempts === 1)).toBe(true);
      expect(ranAt).toHaveLength(seen.length);
    } finally {
      await Promise.allSettled(replicas.map((replica) => replica.close()));
      await pool.end();
    }
  });

  test.each([
    ['that failed', `finished_at = now() - interval '2 minutes', outcome = 'failed: no paper'`],
    ['whose process died', `alive_at = now() - interval '2 minutes', finished_at = null, outcome = null`],
  ])('is taken up again when its last run is one %s, and not for ever [J97]', async (_, left) => {
    const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 4, 'selvedge-test');
    let runs = 0;
    const slot = new Date();
    const job: Job = {
      name: `test.${randomUUID()}`,
      // Its next slot is a year away: nothing else would make up for it.
      every: { cron: '0 0 1 1 *', timeZone: 'UTC' },
      run: async () => {
        runs += 1;
        await Promise.resolve();
      },
    };
    const run = () =>
      world.look('crm', (tx) =>
        tx.one<{ attempts: number; outcome: string | null }>('select attempts, outcome from kernel.job_run where name = $1', [job.name]),
      );
    const leave = (attempts: number) =>
      world.write('crm', (tx) => tx.query(`update kernel.job_run set attempts = $2, ${left} where name = $1`, [job.name, attempts]));
    await world.write('crm', (tx) => tx.query('insert into kernel.job_run (name, slot) values ($1, $2)', [job.name, slot]));
    const scheduler = startScheduler([job], world.stack.redisUrl, `test-${randomUUID()}`, workerContext(pool));
    try {
      // It runs this very moment, somewhere.
      await scheduler.ensure();
      await leave(1);
      await scheduler.ensure();
      await eventually('its second run', run, ({ outcome }) => outcome === 'done');
      expect([runs, await run()]).toEqual([1, { attempts: 2, outcome: 'done' }]);
      await leave(3);
      await scheduler.ensure();
      expect(await runOnce(job, slot, workerContext(pool))).toBe(false);
      expect(runs).toBe(1);
    } finally {
      await scheduler.close();
      await pool.end();
    }
  });
});
