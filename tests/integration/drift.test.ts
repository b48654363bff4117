import { randomInt, randomUUID } from 'node:crypto';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { checkMirrors } from '@selvedge/kernel/mirror/check.ts';
import { newWebhookSecret } from '@selvedge/kernel/signature/secret-box.ts';
import { SecretStore } from '@selvedge/kernel/signature/secrets.ts';
import { sign } from '@selvedge/kernel/signature/standard-webhooks.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { asCore, type BulkAnswer } from '../world/core-client.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 2, 'selvedge-test');
afterAll(() => Promise.all([world.close(), pool.end()]));

const ofMod = asCore('crm', world.as('admin.mod'));
const ofJtr = asCore('crm', world.as('admin.jtr'));

interface Drift {
  readonly id: string;
  readonly mirror: string;
  readonly entityId: string;
  readonly kind: string;
}
interface Checked {
  readonly mirrors: readonly { readonly mirror: string; readonly compared: number; readonly differing: number; readonly error: string | null }[];
}
const ofInstallation = asCore('crm', world.as('admin'));
const check = () => ofInstallation.command<Checked>('drift.check', {});
const open = async (who = ofMod) => (await who.view<Drift[]>('drift', { limit: '100' })).data;
const corrupt = (sql: string, params: unknown[]) => inTransaction(pool, { kind: 'system' }, (tx) => tx.query(sql, params));

let deal: string;
let order: string;
beforeAll(async () => {
  const allocated = await travel(world.people('MOD'), await world.wish('MOD', { mode: 'credit', lines: 1 }), 'allocated');
  deal = allocated.dealId;
  const picked = await travel(world.people('MOD'), await world.wish('MOD', { mode: 'credit', lines: 1 }), 'picked');
  order = picked.purchaseOrderId as string;
  // What was written past the commands, here and by other tests, is told first.
  await world.write('wms', (tx) =>
    tx.insert('wms_quality', {
      code: `ELDEN${randomInt(1_000_000)}`,
      name: 'Elden',
      composition: '%100 pamuk',
      width_cm: 150,
      weight_gsm: 100,
      allowed_uoms: ['meter'],
    }),
  );
  await check();
  for (const who of [ofMod, ofJtr]) {
    const stale = await open(who);
    if (stale.length > 0) await ofInstallation.command('drift.heal', { differences: stale.map((one) => one.id), reason: 'Before the test' });
  }
  await eventually(
    'everything to have arrived',
    () => check(),
    ({ mirrors }) => mirrors.every((mirror) => mirror.differing === 0 && mirror.error === null),
  );
}, 180_000);

describe('mirrors', () => {
  test('that hold what their owner has differ nowhere, each of them compared', async () => {
    const { mirrors } = await check();
    expect(mirrors.map(({ mirror, differing, error }) => [mirror, differing, error])).toEqual(
      expect.arrayContaining(['catalog', 'stock', 'reservations', 'orders'].map((name) => [name, 0, null])),
    );
    // One node shares these with itself, and tells nothing of them.
    const shared = ['orgs', 'grants', 'warehouse_grants'];
    expect(mirrors.filter((mirror) => !shared.includes(mirror.mirror) && mirror.compared === 0)).toEqual([]);
  });

  test('that were corrupted are listed to the administrators of the org, and healed by the owner telling it again [SYS-1]', async () => {
    const stock = await world.look('crm', (tx) =>
      tx.one<{ id: string; entity: string; free: string }>(
        `select s.id, o.code || ':' || i.code as entity, s.free_meters as free from crm_stock_by_quality s join core_org o on o.id = s.org
         join crm_catalog_item i on i.id = s.catalog_item where o.code = 'MOD' order by i.code desc limit 1`,
      ),
    );
    await corrupt('update crm_stock_by_quality set free_meters = free_meters + 1 where id = $1', [stock.id]);
    await corrupt(`update crm_reservation_mirror set state = 'reserved', allocated_meters = 0 where deal = $1`, [deal]);
    await corrupt(`update crm_order_mirror set status = 'released' where purchase_order = $1`, [order]);
    await check();
    const found = await open();
    const kinds = (drifts: readonly Drift[]) => drifts.map(({ mirror, entityId, kind }) => `${mirror} ${entityId} ${kind}`).sort();
    expect(kinds(found)).toEqual([`orders ${order} missing`, `reservations ${deal} differs`, `stock ${stock.entity} differs`].sort());
    expect(await open(ofJtr)).toEqual([]);

    const foreign = await ofJtr.command<BulkAnswer>('drift.heal', { differences: [found[0]!.id], reason: 'Not mine' });
    expect(foreign.results[0]?.error?.code).toBe('NOT_FOUND');
    await expect(ofMod.command('drift.heal', { differences: found.map((one) => one.id), reason: 'A restored backup was old' })).resolves.toMatchObject({
      succeeded: 3,
      failed: 0,
    });
    await eventually(
      'the mirrors to be healed',
      async () => {
        await check();
        return open();
      },
      (left) => left.length === 0,
    );
    const after = await world.look('crm', (tx) =>
      tx.one(
        `select (select free_meters from crm_stock_by_quality where id = $1) as free, (select state from crm_reservation_mirror where deal = $2) as state,
           (select allocated_meters > 0 from crm_reservation_mirror where deal = $2) as allocated, (select status from crm_order_mirror where purchase_order = $3) as status`,
        [stock.id, deal, order],
      ),
    );
    expect(after).toEqual({ free: stock.free, state: 'allocated', allocated: true, status: 'picked' });
    const again = await ofMod.command<BulkAnswer>('drift.heal', { differences: [found[0]!.id], reason: 'Once more' });
    expect(again.results[0]?.error?.code).toBe('DRIFT_HEALED');
  });

  test('of the whole group are seen by any administrator, and healed by one of the installation', async () => {
    const item = await world.look('crm', (tx) => tx.one<{ code: string; name: string }>('select code, name from crm_catalog_item order by code limit 1'));
    await corrupt(`update crm_catalog_item set name = 'Yanlış' where code = $1`, [item.code]);
    await check();
    const [found] = (await open(ofJtr)).filter((one) => one.mirror === 'catalog');
    expect(found).toMatchObject({ entityId: item.code, kind: 'differs' });
    const heal = (who: typeof ofJtr) => who.command<BulkAnswer>('drift.heal', { differences: [found?.id], reason: 'Edited by hand' });
    expect((await heal(ofJtr)).results[0]?.error?.code).toBe('PERMISSION_REQUIRED');
    await heal(ofInstallation);
    const name = () => world.look('crm', (tx) => tx.one<{ name: string }>('select name from crm_catalog_item where code = $1', [item.code]));
    await eventually('its name to be right again', name, (row) => row.name === item.name);
    await check();
  });

  test('with a row that the owner does not know say so instead of guessing', async () => {
    const other = await travel(world.people('MOD'), await world.wish('MOD', { mode: 'credit', lines: 1 }), 'approved');
    await eventually(
      'its order to be there',
      () => world.look('wms', (tx) => tx.query('select 1 from wms_order where crm_purchase_order_id = $1', [other.purchaseOrderId])),
      (rows) => rows.length === 1,
    );
    await corrupt(`update crm_order_mirror set status = 'shipped' where purchase_order = $1`, [other.purchaseOrderId]);
    await check();
    const found = (await open()).find((one) => one.entityId === other.purchaseOrderId);
    expect(found?.kind).toBe('surplus');
    const { results } = await ofMod.command<BulkAnswer>('drift.heal', { differences: [found?.id], reason: 'Try' });
    expect(results[0]?.error?.code).toBe('DRIFT_UNKNOWN_TO_OWNER');
    await corrupt(`update crm_order_mirror set status = 'released' where purchase_order = $1`, [other.purchaseOrderId]);
    await check();
  });

  test('are compared by nobody without the key, and the owner answers no person and no other signature [ADM-10]', async () => {
    for (const who of [asCore('crm', world.people('MOD').sales), ofMod, ofJtr])
      await expect(refusalOf(who.command('drift.check', {}))).resolves.toMatchObject({ status: 403, code: 'PERMISSION_REQUIRED' });
    const ask = async (headers: Record<string, string>) => {
      const body = JSON.stringify({ ask: 'digests', mirror: 'stock', after: '' });
      const signed = sign([newWebhookSecret()], randomUUID(), new Date(), body);
      return (
        await world.as('admin').raw('wms', '/wms/mirrors', { method: 'POST', body, headers: { 'content-type': 'application/json', ...signed, ...headers } })
      ).status;
    };
    expect(await ask({})).toBe(401);
    expect(await ask({ 'webhook-signature': '' })).toBe(401);
  });

  test('whose owner does not answer say so, and nothing is called healed or different', async () => {
    const before = await world.look('crm', (tx) => tx.query('select id from kernel.drift order by id'));
    const mirror = { name: 'nowhere', owner: 'wms', keeper: 'crm', entity: 'stock', digests: `select '' as entity_id, '*' as org_code, '' as digest` };
    const secrets = new SecretStore(pool, world.stack.nodeOf('crm').env['SELVEDGE_SECRETS_KEY'] as string);
    const node = {
      inboxes: new Map(),
      directions: [],
      owns: [],
      keeps: [mirror],
      gates: new Map(),
      commandNames: [],
      secrets,
      urlOf: () => 'http://127.0.0.1:9',
      contractDiffersAt: () => [],
    };
    const [checked] = await inTransaction(pool, { kind: 'system' }, (tx) => checkMirrors(tx, node, { now: () => new Date() }), 'rollback');
    expect(checked?.error).toMatch(/wms did not answer for the mirror nowhere/);
    expect(await world.look('crm', (tx) => tx.query('select id from kernel.drift order by id'))).toEqual(before);
  });
});
