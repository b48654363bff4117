import { randomUUID } from 'node:crypto';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction, type Tx } from '@selvedge/kernel/database/transaction.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 2, 'selvedge-test');
afterAll(() => Promise.all([world.close(), pool.end()]));

const SYSTEM = { kind: 'system' } as const;
const RUN = `insert into kernel.job_run (name, slot) values ($1, now())`;
const runsOf = (name: string) => world.look('crm', (tx) => tx.query('select 1 from kernel.job_run where name = $1', [name]));
const name = () => `test.${randomUUID()}`;

/** Writes one row now and one with the commit. */
const writeTwo = (tx: Tx, now: string, later: string) => {
  tx.atCommit(RUN, [later]);
  return tx.query(RUN, [now]);
};

describe('what leaves with the commit', () => {
  test('is kept with the rest', async () => {
    const [now, later] = [name(), name()];
    await inTransaction(pool, SYSTEM, (tx) => writeTwo(tx, now, later));
    expect([await runsOf(now), await runsOf(later)]).toEqual([[expect.anything()], [expect.anything()]]);
  });

  test('takes everything with it when it fails, says why, and leaves the connection usable', async () => {
    const [now, later] = [name(), name()];
    for (let i = 0; i < 3; i += 1) {
      const failing = inTransaction(pool, SYSTEM, async (tx) => {
        await writeTwo(tx, now, later);
        tx.atCommit('insert into kernel.job_run (name, slot) values ($1, null)', [later]);
      });
      await expect(failing).rejects.toMatchObject({ code: '23502', column: 'slot' });
    }
    expect([await runsOf(now), await runsOf(later)]).toEqual([[], []]);
  });

  test('is tried by a dry run, and not kept', async () => {
    const [now, later] = [name(), name()];
    await inTransaction(pool, SYSTEM, (tx) => writeTwo(tx, now, later), 'rollback');
    expect([await runsOf(now), await runsOf(later)]).toEqual([[], []]);
    const fail = (tx: Tx) => {
      tx.atCommit('insert into kernel.job_run (name, slot) values ($1, null)', [later]);
      return Promise.resolve();
    };
    const failing = inTransaction(pool, SYSTEM, fail, 'rollback');
    await expect(failing).rejects.toMatchObject({ code: '23502' });
  });

  test('does not leave at all when the work fails', async () => {
    const [now, later] = [name(), name()];
    const failing = inTransaction(pool, SYSTEM, async (tx) => {
      await writeTwo(tx, now, later);
      throw new Error('thought better of it');
    });
    await expect(failing).rejects.toThrow('thought better of it');
    expect([await runsOf(now), await runsOf(later)]).toEqual([[], []]);
  });
});

test('a read leaves its connection free of a transaction, whether it is used again or not', async () => {
  const single = createPool(world.stack.nodeOf('crm').databaseUrl, 1, 'selvedge-test-reads');
  const state = () =>
    world.look('crm', (tx) => tx.query<{ state: string }>(`select state from pg_stat_activity where application_name = 'selvedge-test-reads'`));
  try {
    const begun = (tx: Tx) => tx.one<{ at: string; user: string }>(`select now()::text as at, current_setting('app.user_id') as user`);
    const [first, second] = [
      await inTransaction(single, SYSTEM, begun, 'read'),
      await inTransaction(single, { kind: 'user', userId: randomUUID() }, begun, 'read'),
    ];
    // A transaction of its own for each: time went on, and nothing of the first one's identity is left.
    expect(first.at).not.toBe(second.at);
    expect(second.user).not.toBe('system');
    const now = name();
    await inTransaction(single, SYSTEM, (tx) => tx.query(RUN, [now]));
    expect(await runsOf(now)).toHaveLength(1);
    await inTransaction(single, SYSTEM, begun, 'read');
    await eventually('the connection is idle', state, (rows) => rows.every((row) => row.state === 'idle'));
  } finally {
    await single.end();
  }
});
