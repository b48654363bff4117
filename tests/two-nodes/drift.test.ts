import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { asCore } from '../world/core-client.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const pool = createPool(world.stack.nodeOf('wms').databaseUrl, 1, 'selvedge-test');
afterAll(() => Promise.all([world.close(), pool.end()]));

test("the warehouse's copy of an organisation that was changed by hand is found, and healed by what CRM has [SYS-1]", async () => {
  const admin = asCore('wms', world.as('admin.mod'));
  const name = async () => (await world.look('wms', (tx) => tx.one<{ name: string }>(`select name from core_org where code = 'MOD'`))).name;
  const right = await name();
  await inTransaction(pool, { kind: 'system' }, (tx) => tx.query(`update core_org set name = 'Yanlış' where code = 'MOD'`));
  await admin.command('drift.check', {});
  const { data } = await admin.view<{ id: string; mirror: string; entityId: string }[]>('drift');
  expect(data).toEqual([expect.objectContaining({ mirror: 'orgs', entityId: 'MOD' })]);
  await admin.command('drift.heal', { differences: [data[0]?.id], reason: 'Edited by hand' });
  await eventually('the name to be right again', name, (seen) => seen === right);
  await admin.command('drift.check', {});
  expect((await admin.view<unknown[]>('drift')).data).toEqual([]);
});
