import { randomUUID } from 'node:crypto';
import { travel } from '@selvedge/seed/order-path.ts';
import { asCore } from '../world/core-client.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const admin = asCore('wms', world.as('admin.mod'));
const people = world.people('MOD');
let org: string;
beforeAll(async () => {
  org = await world.orgId('MOD');
});
afterAll(() => world.close());

interface Listed {
  code: string;
  side: string;
  labelEn: string;
  labelTr: string;
  active: boolean;
}
const listed = async (code: string) =>
  (await asCore('wms', people.warehouse).view<Listed[]>('override-reasons', { org: 'MOD', side: 'wms' })).data.find((one) => one.code === code);
const set = (code: string, more: object = {}, who = admin) =>
  who.command<{ id: string }>('override-reason.set', {
    org,
    side: 'wms',
    reasonCode: code,
    labelEn: 'Roof leaks',
    labelTr: 'Çatı akıyor',
    reason: 'Fırtına',
    ...more,
  });

/** Ships an order that is not picked, with a reason. */
async function shipping() {
  const { orderId: order } = await travel(people, await world.wish('MOD', { mode: 'cash', lines: 1, qty: '1' }), 'picking');
  const ship = (reasonCode: string) =>
    people.warehouse.command('wms', 'shipment.post', {
      order,
      carrier: 'Horoz',
      irsaliyeNumber: `IRS${randomUUID().slice(0, 8)}`,
      override: { reasonCode, note: 'Su geliyor' },
    });
  return { order, ship };
}

describe('the reasons of an organisation', () => {
  const code = `roof_${randomUUID().slice(0, 6)}`;

  test('start as the product lists them, per side', async () => {
    const { data } = await asCore('crm', people.manager).view<Listed[]>('override-reasons', { org: 'MOD', side: 'crm' });
    expect(data.map((one) => one.code)).toEqual(expect.arrayContaining(['customer_relationship', 'management_decision', 'payment_in_transit']));
    await expect(listed('recount')).resolves.toMatchObject({ labelTr: 'Yeniden sayım', active: true });
  });

  test('are what an override must name: one that is not listed is refused with those that are, and a new one counts at once [J37]', async () => {
    const { order, ship } = await shipping();
    const refusal = await refusalOf(ship(code));
    expect(refusal).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    expect(refusal.details['problems']).toEqual([
      expect.objectContaining({
        path: 'override.reasonCode',
        message: expect.stringContaining(`"${code}" is no active reason of MOD for ship; choose recount,`) as string,
      }),
    ]);
    // What another org lists counts there alone.
    const { data: others } = await asCore('wms', world.people('JTR').warehouse).view<Listed[]>('override-reasons', { side: 'wms' });
    await set(code);
    expect((await asCore('wms', world.people('JTR').warehouse).view<Listed[]>('override-reasons', { side: 'wms' })).data).toEqual(others);
    await ship(code);
    const decision = await world.look('wms', (tx) =>
      tx.one<{ override: object }>('select override from kernel.decision where subject_id = $1 and allowed', [order]),
    );
    expect(decision.override).toEqual({ reasonCode: code, note: 'Su geliyor' });
  }, 180_000);

  test('are renamed and switched off, audited; old decisions keep the code', async () => {
    const { id } = await set(code, { labelTr: 'Çatı onarımda', active: false });
    await expect(listed(code)).resolves.toMatchObject({ labelTr: 'Çatı onarımda', active: false });
    const { ship } = await shipping();
    await expect(refusalOf(ship(code))).resolves.toMatchObject({ status: 400 });
    await ship('urgent_shipment');
    const kept = await world.look('wms', (tx) =>
      tx.query<{ n: number }>(`select 1 as n from kernel.decision where override ->> 'reasonCode' = $1 and allowed`, [code]),
    );
    expect(kept).toHaveLength(1);
    const audit = await world.look('wms', (tx) =>
      tx.query(`select reason, after ->> 'active' as active from kernel.audit where subject_id = $1 and command = 'override-reason.set' order by id`, [id]),
    );
    expect(audit).toEqual([
      { reason: 'Fırtına', active: 'true' },
      { reason: 'Fırtına', active: 'false' },
    ]);
  }, 180_000);

  test('may count for one gate alone', async () => {
    const only = `count_${randomUUID().slice(0, 6)}`;
    await expect(refusalOf(set(only, { gate: 'closure' }))).resolves.toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    await set(only, { gate: 'allocation-on-hand' });
    const { ship } = await shipping();
    await expect(refusalOf(ship(only))).resolves.toMatchObject({ status: 400 });
    await set(only, { gate: 'ship' });
    await ship(only);
  }, 180_000);

  test('are kept by administrators alone, by their command alone', async () => {
    await expect(refusalOf(set(code, {}, asCore('wms', people.warehouse)))).resolves.toMatchObject({ status: 403, details: { key: 'access:manage' } });
    await expect(refusalOf(set('Çatı'))).resolves.toMatchObject({ status: 400 });
    await expect(refusalOf(set(code, {}, asCore('wms', world.as('admin.jtr'))))).resolves.toMatchObject({ status: 404 });
    const before = await listed(code);
    const response = await world.as('admin').raw('wms', '/items/core_override_reason', { method: 'DELETE', body: '[]' });
    expect(response.ok).toBe(false);
    await expect(world.write('wms', (tx) => tx.query('delete from core_override_reason where code = $1', [code]))).rejects.toMatchObject({ code: '23514' });
    expect(await listed(code)).toEqual(before);
  });

  test('a new organisation has its list from the first moment', async () => {
    const founded = `Q${String.fromCharCode(65 + Math.floor(Math.random() * 26), 65 + Math.floor(Math.random() * 26))}`;
    await world.as('admin.mod').command('crm', 'org.create', { from: org, code: founded, name: 'Yeni Şirket', currency: 'TRY', timeZone: 'Europe/Istanbul' });
    const counted = await world.look('crm', (tx) =>
      tx.query(`select r.side, count(*)::int as n from core_override_reason r join core_org o on o.id = r.org where o.code = $1 group by 1 order by 1`, [
        founded,
      ]),
    );
    expect(counted).toEqual([
      { side: 'crm', n: 5 },
      { side: 'wms', n: 5 },
    ]);
  });
});
