import { randomUUID } from 'node:crypto';
import { travel } from '@selvedge/seed/order-path.ts';
import { openWorld, refusalOf, unmetCodes } from '../world/world.ts';

const world = openWorld();
const people = world.people('MOD');
const manager = world.as('warehouse-manager.mod');
const worker = world.as('warehouse.mod');
let org: string;
beforeAll(async () => {
  org = await world.orgId('MOD');
});
afterAll(() => world.close());

interface Listed {
  id: string;
  name: string;
  tracking: string;
  shipments: number;
}
const listed = async (who = worker, more: Record<string, string> = {}) =>
  (await who.view<Listed[]>('wms', 'carriers', { org: 'MOD', limit: '100', ...more })).data;
const aName = (words: string) => `${words} ${randomUUID().slice(0, 6)}`;
const add = (name: string, tracking: string, who = manager) => who.command<{ carrierId: string }>('wms', 'carrier.add', { org, name, tracking });

/** An order that is picked, and the posting of its shipment. */
async function picked() {
  const { orderId: order } = await travel(people, await world.wish('MOD', { mode: 'cash', lines: 1, qty: '1' }), 'picked');
  const post = (body: object, who = worker) => who.command('wms', 'shipment.post', { order, irsaliyeNumber: `IRS${randomUUID().slice(0, 8)}`, ...body });
  const shipment = () =>
    world.look('wms', (tx) =>
      tx.maybe<{ carrier: string; tracking_id: string | null }>('select carrier, tracking_id from wms_shipment where "order" = $1', [order]),
    );
  return { post, shipment };
}

describe('a shipment by a carrier that gives tracking numbers', () => {
  test('is posted with its number or not at all, however the carrier is written, and goes into the books under the listed name [WHS-6]', async () => {
    const name = aName('Yıldız İç Kargo');
    await add(name, 'given');
    const { post, shipment } = await picked();
    const written = `  ${name.replace('İç', 'IÇ').toUpperCase()} `;
    const refused = await refusalOf(post({ carrier: written }));
    expect([refused.code, unmetCodes(refused.details)]).toEqual(['GATE_BLOCKED', ['TRACKING_GIVEN']]);
    expect(await shipment()).toBeUndefined();
    await post({ carrier: written, trackingId: 'YI-9' });
    expect(await shipment()).toEqual({ carrier: name, tracking_id: 'YI-9' });
    expect((await listed()).find((one) => one.name === name)).toMatchObject({ shipments: 1 });
  }, 180_000);

  test('leaves without it by the word of a warehouse manager alone [J20]', async () => {
    const name = aName('Numaralı');
    await add(name, 'given');
    const { post, shipment } = await picked();
    const override = { reasonCode: 'carrier_issue', note: 'Numara yarın gelir' };
    await expect(refusalOf(post({ carrier: name, override }))).resolves.toMatchObject({ status: 403, details: { key: 'shipment:override' } });
    await post({ carrier: name, override }, manager);
    expect(await shipment()).toEqual({ carrier: name, tracking_id: null });
  }, 180_000);

  test.each(['none', 'unlisted'])(
    'a carrier that gives none, or that nobody listed, is asked for none: %s',
    async (tracking) => {
      const name = aName('Ambar');
      if (tracking === 'none') await add(name, tracking);
      const { post, shipment } = await picked();
      await post({ carrier: name });
      expect(await shipment()).toEqual({ carrier: name, tracking_id: null });
    },
    180_000,
  );
});

describe('the list of carriers', () => {
  test('is kept by warehouse managers of its own organisation', async () => {
    const refused = { status: 403, code: 'PERMISSION_REQUIRED', details: { key: 'carriers:keep' } };
    await expect(refusalOf(add(aName('Kuzey'), 'given', worker))).resolves.toMatchObject(refused);
    const { carrierId } = await add(aName('Kuzey'), 'given');
    await expect(refusalOf(worker.command('wms', 'carrier.change', { carrier: carrierId, active: false }))).resolves.toMatchObject(refused);
    await expect(refusalOf(world.as('warehouse-manager.jtr').command('wms', 'carrier.change', { carrier: carrierId, active: false }))).resolves.toMatchObject({
      status: 404,
    });
  });

  test('has no carrier twice, whatever the case, the dots or the blanks', async () => {
    const name = aName('Işık Şehir');
    await add(name, 'given');
    const { carrierId } = await add(aName('Güney'), 'none');
    for (const again of [name.toUpperCase(), name.replace('Işık Şehir', 'isik  SEHIR')]) {
      const taken = { status: 409, code: 'CARRIER_EXISTS', message: expect.stringContaining(`"${name}" is listed already`) };
      await expect(refusalOf(add(again, 'none'))).resolves.toMatchObject(taken);
      await expect(refusalOf(manager.command('wms', 'carrier.change', { carrier: carrierId, name: again }))).resolves.toMatchObject(taken);
    }
    // Its own name in another hand is a change like any other.
    const mine = (await listed(manager)).find((one) => one.name === name) as Listed;
    await manager.command('wms', 'carrier.change', { carrier: mine.id, name: name.toUpperCase() });
  });

  test('offers no more what was switched off, and keeps asking its number', async () => {
    const name = aName('Batı');
    const { carrierId } = await add(name, 'given');
    const offered = async () => (await listed(worker, { active: 'true' })).some((one) => one.id === carrierId);
    expect(await offered()).toBe(true);
    await manager.command('wms', 'carrier.change', { carrier: carrierId, active: false });
    expect(await offered()).toBe(false);
    const { post } = await picked();
    const refused = await refusalOf(post({ carrier: name }));
    expect(unmetCodes(refused.details)).toEqual(['TRACKING_GIVEN']);
    const kept = await world.look('wms', (tx) =>
      tx.one<{ before: object; after: object }>(`select before, after from kernel.audit where subject_id = $1 and command = 'carrier.change'`, [carrierId]),
    );
    expect(kept).toEqual({ before: { name, tracking: 'given', active: true }, after: { name, tracking: 'given', active: false } });
  }, 180_000);
});
