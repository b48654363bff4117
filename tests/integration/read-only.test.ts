import { randomUUID } from 'node:crypto';
import { asSystem } from '@selvedge/kernel/database/as-system.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { readOnly } from '@selvedge/kernel/database/read-only.ts';
import { inTransaction, type Tx } from '@selvedge/kernel/database/transaction.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 1, 'selvedge-test');
afterAll(() => Promise.all([world.close(), pool.end()]));

const read = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(pool, { kind: 'system' }, (tx) => work(readOnly(tx)));
const NAME = `test.${randomUUID()}`;
const RUN = `insert into kernel.job_run (name, slot) values ($1, now())`;

const writes: [string, (tx: Tx) => Promise<unknown>][] = [
  ['a statement', (tx) => tx.query(RUN, [NAME])],
  ['a statement within a query', (tx) => tx.maybe(`with made as (${RUN} returning 1) select * from made`, [NAME])],
  ['a lock', (tx) => tx.one('select id from core_org limit 1 for update')],
  ['a row', (tx) => tx.insert('core_org', { code: 'NEW' })],
  ['rows', (tx) => tx.insertMany('core_org', [{ code: 'NEW' }])],
  ['a change', (tx) => tx.update('core_org', randomUUID(), { code: 'NEW' })],

  ['a statement with the commit', async (tx) => tx.atCommit(RUN, [NAME])],

  ['a row with the commit', async (tx) => tx.insertAtCommit('core_org', [{ code: 'NEW' }])],

  ['a change with the commit', async (tx) => tx.updateAtCommit('core_org', { id: randomUUID() }, { code: 'NEW' })],
  ['work as somebody else', (tx) => asSystem(tx, (inside) => inside.query('select 1'))],
];

describe('what may only be read', () => {
  test('is read', async () => {
    expect(await read((tx) => tx.query('select code from core_org where code = $1', ['MOD']))).toEqual([{ code: 'MOD' }]);
  });

  test.each(writes)('refuses %s, and nothing is kept', async (_, write) => {
    await expect(read(write)).rejects.toThrow('Only reading is done here');
    expect(await world.look('crm', (tx) => tx.query('select 1 from kernel.job_run where name = $1', [NAME]))).toEqual([]);
  });
});
