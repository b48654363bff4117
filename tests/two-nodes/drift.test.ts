import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { hire, welcome } from '../world/hire.ts';
import { asCore } from '../world/core-client.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const pool = createPool(world.stack.nodeOf('wms').databaseUrl, 1, 'selvedge-test');
const crmPool = createPool(world.stack.nodeOf('crm').databaseUrl, 1, 'selvedge-test');
afterAll(() => Promise.all([world.close(), pool.end(), crmPool.end()]));
/** Copies of all organisations are compared: for administrators of the node. */
const check = (node: 'crm' | 'wms') => asCore(node, world.as('admin')).command('drift.check', {});

test("the warehouse's copy of an organisation that was changed by hand is found, and healed by what CRM has [SYS-1]", async () => {
  // An organisation itself belongs to no one of them, so its copies are for administrators of the node.
  const admin = asCore('wms', world.as('admin'));
  const name = async () => (await world.look('wms', (tx) => tx.one<{ name: string }>(`select name from core_org where code = 'MOD'`))).name;
  const right = await name();
  await inTransaction(pool, { kind: 'system' }, (tx) => tx.query(`update core_org set name = 'Yanlış' where code = 'MOD'`));
  await check('wms');
  const { data } = await admin.view<{ id: string; mirror: string; entityId: string }[]>('drift');
  expect(data).toEqual([expect.objectContaining({ mirror: 'orgs', entityId: 'MOD' })]);
  await admin.command('drift.heal', { differences: [data[0]?.id], reason: 'Edited by hand' });
  await eventually('the name to be right again', name, (seen) => seen === right);
  await check('wms');
  expect((await admin.view<unknown[]>('drift')).data).toEqual([]);
});

interface Difference {
  readonly id: string;
  readonly mirror: string;
  readonly entityId: string;
}
/** What a role is at a node: nothing while it has not arrived there. */
const grantAt = (system: 'crm' | 'wms', id: string) =>
  world.look(system, (tx) =>
    tx.maybe<{ role: string; extra_keys: string[]; expires_at: Date | null }>('select role, extra_keys, expires_at from core_org_grant where id = $1', [id]),
  );

describe('[SYS-1 ADM-2] a role that was changed by hand on the node that was told of it', () => {
  test.each([
    ['crm', 'wms', 'grants'],
    ['wms', 'crm', 'warehouse_grants'],
  ] as const)('by %s is found on %s, and healed by who gave it', async (giver, keeper, mirror) => {
    const newcomer = await hire(world, 'Sapma');
    const org = await world.orgId('MOD');
    const ended = await welcome(world.as('admin.mod'), org, newcomer, 'sales');
    const [owner, copy] = [asCore(giver, world.as('admin.mod')), asCore(keeper, world.as('admin.mod'))];
    await eventually(
      'the first role on the other node',
      () => grantAt('wms', ended),
      (seen) => seen !== undefined,
    );
    const of = await world.look(giver, (tx) => tx.one<{ id: string }>(`select id from core_org where code = 'MOD'`));
    const { grantId } = await owner.command<{ grantId: string }>('grant.give', {
      org: of.id,
      email: newcomer.email,
      role: 'warehouse',
      extraKeys: [],
      reason: 'Test',
    });
    const right = await eventually(
      'the role on the other node',
      () => grantAt(keeper, grantId),
      (seen) => seen !== undefined,
    );
    expect(right).toEqual(await grantAt(giver, grantId));
    await check(keeper);
    expect((await copy.view<Difference[]>('drift')).data).toEqual([]);

    await inTransaction(keeper === 'wms' ? pool : crmPool, { kind: 'system' }, (tx) =>
      tx.query(`update core_org_grant set extra_keys = '["stock:adjust"]', expires_at = now() + interval '1 day' where id = $1`, [grantId]),
    );
    await check(keeper);
    const { data } = await copy.view<Difference[]>('drift');
    expect(data).toEqual([expect.objectContaining({ mirror, entityId: grantId, org: 'MOD', kind: 'differs' })]);
    await copy.command('drift.heal', { differences: [data[0]?.id], reason: 'Edited by hand' });
    await eventually(
      'the role to be right again',
      () => grantAt(keeper, grantId),
      (seen) => seen?.expires_at === null,
    );
    expect(await grantAt(keeper, grantId)).toEqual(right);
    // The other role of the same person was right, and stays as it was.
    expect(await grantAt('wms', ended)).toMatchObject({ role: 'sales', expires_at: null });
    await check(keeper);
    expect((await copy.view<Difference[]>('drift')).data).toEqual([]);
    await owner.command('grant.end', { grant: grantId, reason: 'Test' });
    await eventually(
      'its end on the other node',
      () => grantAt(keeper, grantId),
      (seen) => seen?.expires_at !== null,
    );
    await check(keeper);
    expect((await copy.view<Difference[]>('drift')).data).toEqual([]);
  });
});
