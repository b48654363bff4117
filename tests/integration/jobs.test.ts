import { createPool } from '@selvedge/kernel/database/pool.ts';
import type { Job } from '@selvedge/kernel/jobs/job.ts';
import { runOnce } from '@selvedge/kernel/jobs/schedule.ts';
import { randomUUID } from 'node:crypto';
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
});
