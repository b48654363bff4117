import { randomUUID } from 'node:crypto';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction, type Tx } from '@selvedge/kernel/database/transaction.ts';
import { forgetDecisions } from '@selvedge/kernel/gate/forget-decisions.ts';
import { forgetOldDecisions } from '@selvedge/directus/worker/forget-decisions.ts';
import { jobContext } from '../world/job-context.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 2, 'selvedge-test');
afterAll(() => Promise.all([world.close(), pool.end()]));

/** Decisions of some age in days. */
const decide = (tx: Tx, subject: string, rows: readonly { days: number; allowed: boolean; override?: boolean }[]) =>
  tx.query(
    `insert into kernel.decision (at, org, gate, policy_version, subject_type, subject_id, allowed, facts, requirements, actor, override)
     select now() - make_interval(days => r.days), gen_random_uuid(), 'ship', 1, 'wms_order', $1, r.allowed, '{}', '[]', 'system',
       case when r.override then '{"reasonCode": "recount", "note": "x"}'::jsonb end
     from jsonb_to_recordset($2::jsonb) as r(days int, allowed boolean, override boolean)`,
    [subject, JSON.stringify(rows)],
  );
const TWO_YEARS = 2 * 366;
const TEN_YEARS = 10 * 366;

test('refusals are forgotten after two years, what was allowed after ten, an override never', async () => {
  const subject = randomUUID();
  const left = [
    { days: 700, allowed: false },
    { days: TWO_YEARS, allowed: true },
    { days: 3_600, allowed: true },
    { days: TEN_YEARS, allowed: false, override: true },
    { days: TEN_YEARS, allowed: true, override: true },
  ];
  await world.write('crm', (tx) =>
    decide(tx, subject, [...left, { days: TWO_YEARS, allowed: false }, { days: TEN_YEARS, allowed: false }, { days: TEN_YEARS, allowed: true }]),
  );
  await forgetOldDecisions.run(jobContext(pool));
  const kept = await world.look('crm', (tx) =>
    tx.query(
      `select (now()::date - at::date) as days, allowed, override is not null as override from kernel.decision where subject_id = $1 order by days, allowed`,
      [subject],
    ),
  );
  expect(kept).toEqual(left.map((one) => ({ override: false, ...one })));
});

test('they go in batches', async () => {
  const subject = randomUUID();
  const counts = await inTransaction(
    pool,
    { kind: 'system' },
    async (tx) => {
      await decide(
        tx,
        subject,
        Array.from({ length: 7 }, () => ({ days: TEN_YEARS, allowed: true })),
      );
      return [await forgetDecisions(tx, 5), await forgetDecisions(tx, 5), await forgetDecisions(tx, 5)];
    },
    'rollback',
  );
  expect(counts).toEqual([5, 2, 0]);
});

test('nobody else deletes one, nor the system one that is not old', async () => {
  await expect(inTransaction(pool, { kind: 'user', userId: randomUUID() }, (tx) => forgetDecisions(tx, 1))).rejects.toMatchObject({ code: '42501' });
  await expect(inTransaction(pool, { kind: 'system' }, (tx) => tx.query('delete from kernel.decision'), 'rollback')).rejects.toMatchObject({ code: '42501' });
});

test('among many decisions only the old ones are read', async () => {
  const plan = await inTransaction(
    pool,
    { kind: 'system' },
    async (tx) => {
      await tx.query(
        `insert into kernel.decision (at, org, gate, policy_version, subject_type, subject_id, allowed, facts, requirements, actor)
         select now() - make_interval(hours => n % 17000), gen_random_uuid(), 'ship', 1, 'wms_order', n::text, n % 3 > 0, '{}', '[]', 'system' from generate_series(1, $1) n`,
        [50_000],
      );
      const rows = await tx.query<{ 'QUERY PLAN': string }>(
        `explain (analyze, buffers off, timing off) select id from kernel.decision where override is null and not allowed and at < now() - interval '2 years' order by at limit 2000`,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    },
    'rollback',
  );
  expect(plan).toContain('Index Scan using decision_refused_age');
  expect(plan).not.toContain('Rows Removed by Filter');
}, 180_000);
