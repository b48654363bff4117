import { randomUUID } from 'node:crypto';
import { eventually } from '@selvedge/seed/client.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const people = world.people('MOD');
const manager = world.as('warehouse-manager.mod');
const worker = world.as('warehouse.mod');
const stranger = world.as('warehouse-manager.jtr');
let org: string;
beforeAll(async () => {
  org = await world.orgId('MOD');
});
// Other tests sell what has a price, and know how much of it there is.
world.beforeClose(() =>
  world.write('crm', (tx) => tx.query(`delete from crm_list_price where catalog_item in (select id from crm_catalog_item where code like 'TEST-%')`)),
);
afterAll(() => world.close());

const aCode = (start: string) => `${start}-${randomUUID().slice(0, 8).toUpperCase()}`;
const aQuality = () => ({ code: aCode('TEST'), name: 'Deneme Saten', composition: '%100 pamuk', widthCm: 150, weightGsm: 180, allowedUoms: ['meter', 'roll'] });
const add = async (body = aQuality(), who = manager) => ({ ...body, id: (await who.command<{ qualityId: string }>('wms', 'quality.add', body)).qualityId });
const aRoll = (meters: string) => ({ rollCode: aCode('T'), meters });
const rollsOf = (...meters: string[]) => meters.map(aRoll);
const receive = (quality: string, rolls: readonly object[], lotCode = aCode('TL'), who = worker, into = org) =>
  who.command<{ lotId: string; meters: string }>('wms', 'roll.receive', { org: into, quality, lotCode, rolls });

interface RollRow {
  id: string;
  code: string;
  lotCode: string;
  qualityId: string;
  onHandMeters: string;
  freeMeters: string;
  status: string;
}
const rolls = async (query: Record<string, string>) => (await worker.view<RollRow[]>('wms', 'rolls', { org: 'MOD', limit: '100', ...query })).data;
const rollOf = async (code: string, more: Record<string, string> = {}) => (await rolls({ q: code, ...more })).find((roll) => roll.code === code) as RollRow;
const adjust = (roll: string, onHandMeters: string, who = manager, more: object = {}) =>
  who.command<{ status: string }>('wms', 'roll.adjust', { roll, onHandMeters, reason: 'Sayımda ölçüldü', ...more });
const lotOf = (id: string) => world.look('wms', (tx) => tx.one('select * from wms_lot where id = $1', [id]));
const eventsOf = (code: string) =>
  world.look('wms', (tx) =>
    tx.query<{ org: string; data: object }>(
      `select org_code as org, body::json -> 'data' as data from kernel.outbox where type = 'catalog_item.updated' and entity_id = $1 order by position`,
      [code],
    ),
  );
const inCrm = (code: string) =>
  eventually(
    `${code} in the catalog of CRM`,
    () =>
      world.look('crm', (tx) =>
        tx.maybe<{ id: string; name: string; active: boolean }>('select id, name, active from crm_catalog_item where code = $1', [code]),
      ),
    (row) => row !== undefined,
  ) as Promise<{ id: string; name: string; active: boolean }>;

describe('the catalog', () => {
  test('a quality that a manager adds and changes reaches the catalog of CRM, and no other one moves [SYS-3]', async () => {
    const before = await world.look('wms', (tx) => tx.query(`select * from wms_quality where code not like 'TEST-%' order by code`));
    const quality = await add();
    expect(await inCrm(quality.code)).toMatchObject({ name: 'Deneme Saten', active: true });
    await manager.command('wms', 'quality.change', { quality: quality.id, name: 'Deneme Saten II', active: false });
    await eventually(
      'the change in CRM',
      () => inCrm(quality.code),
      (item) => item.name === 'Deneme Saten II' && !item.active,
    );
    const told = { code: quality.code, composition: '%100 pamuk', allowed_uoms: ['meter', 'roll'] };
    expect(await eventsOf(quality.code)).toEqual([
      { org: '*', data: { ...told, name: 'Deneme Saten', active: true } },
      { org: '*', data: { ...told, name: 'Deneme Saten II', active: false } },
    ]);
    // Width is the warehouse's own: nobody is told.
    await manager.command('wms', 'quality.change', { quality: quality.id, widthCm: 160 });
    expect(await eventsOf(quality.code)).toHaveLength(2);
    await expect(refusalOf(manager.command('wms', 'quality.change', { quality: quality.id, widthCm: 160 }))).resolves.toMatchObject({
      code: 'NOTHING_CHANGED',
    });
    await expect(refusalOf(receive(quality.id, rollsOf('10')))).resolves.toMatchObject({ status: 409, code: 'QUALITY_INACTIVE' });
    expect(await world.look('wms', (tx) => tx.query(`select * from wms_quality where code not like 'TEST-%' order by code`))).toEqual(before);
  });

  test('is not for who works the shelves, has no code twice, and an unknown quality is not there', async () => {
    const wanted = aQuality();
    const refused = { status: 403, code: 'PERMISSION_REQUIRED', details: { key: 'catalog:edit' } };
    await expect(refusalOf(add(wanted, worker))).resolves.toMatchObject(refused);
    expect(await eventsOf(wanted.code)).toEqual([]);
    const { id, code } = await add();
    await expect(refusalOf(worker.command('wms', 'quality.change', { quality: id, active: false }))).resolves.toMatchObject(refused);
    await expect(refusalOf(add({ ...wanted, code: code.toLowerCase() }))).resolves.toMatchObject({ status: 409, code: 'QUALITY_EXISTS' });
    await expect(refusalOf(manager.command('wms', 'quality.change', { quality: randomUUID(), active: false }))).resolves.toMatchObject({ status: 404 });
  });
});

describe('rolls that come in', () => {
  test('are in stock, CRM sells from them, and a won deal reserves them [SYS-3]', async () => {
    const quality = await add();
    const item = await inCrm(quality.code);
    await world.as('pricing.mod').command('crm', 'price.set', { org, item: item.id, currency: 'USD', price: '4' });
    const [long, short] = [aRoll('60.5'), aRoll('39.5')];
    const lotCode = aCode('tl');
    expect(await receive(quality.id, [{ ...long, location: 'a-1' }, short], lotCode)).toMatchObject({ meters: '100' });
    expect(
      (await rolls({ quality: quality.id })).map(({ code, lotCode: lot, onHandMeters, freeMeters }) => [code, lot, onHandMeters, freeMeters]).sort(),
    ).toEqual([long, short].map(({ rollCode, meters }) => [rollCode, lotCode.toUpperCase(), `${meters}00`, `${meters}00`]).sort());
    const free = async () =>
      (await people.sales.view<{ code: string; freeMeters: string }[]>('crm', 'catalog', { org: 'MOD', q: quality.code })).data.find(
        (row) => row.code === quality.code,
      )?.freeMeters;
    await eventually('the stock in CRM', free, (meters) => Number(meters) === 100);

    const wish = await world.wish('MOD', { mode: 'credit', lines: 1 });
    const order = await travel(people, { ...wish, lines: [{ item: item.id, uom: 'meter', qty: '70', unitPrice: '4' }] }, 'allocated');
    const held = await world.look('wms', (tx) =>
      tx.one<{ status: string; meters: string }>(
        `select l.status, sum(h.meters) as meters from wms_reservation_line l join wms_reservation r on r.id = l.reservation
         join wms_reservation_hold h on h.reservation_line = l.id where r.crm_deal_id = $1 group by l.status`,
        [order.dealId],
      ),
    );
    expect(held).toEqual({ status: 'allocated', meters: '70.000' });
    await eventually('what is left, in CRM', free, (meters) => Number(meters) === 30);
  }, 60_000);

  test('join their lot; one that is there already, or stands twice, is named with its row, and nothing comes in', async () => {
    const quality = await add();
    const [first, second, third] = [aRoll('10'), aRoll('20'), aRoll('30')];
    const lotCode = aCode('TL');
    const { lotId } = await receive(quality.id, [first], lotCode);
    const before = await lotOf(lotId);
    const refused = await refusalOf(receive(quality.id, [second, first, third, { ...second, meters: '5' }], lotCode));
    expect(refused).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    expect((refused.details['problems'] as { path: string; message: string }[]).map(({ path, message }) => [path, message])).toEqual([
      ['rolls.1.rollCode', `Row 2: roll ${first.rollCode} is in lot ${lotCode} already; check the label, or adjust that roll.`],
      ['rolls.3.rollCode', `Row 4: roll ${second.rollCode} stands in row 1 already; give each roll a code of its own.`],
    ]);
    expect(await lotOf(lotId)).toEqual(before);
    expect(await rolls({ lot: lotCode })).toHaveLength(1);
    await receive(quality.id, [second, third], lotCode);
    expect(await lotOf(lotId)).toMatchObject({ on_hand_meters: '60.000' });
    const other = await add();
    await expect(refusalOf(receive(other.id, rollsOf('10'), lotCode))).resolves.toMatchObject({
      code: 'LOT_OF_OTHER_QUALITY',
      details: { quality: quality.code },
    });
  });

  test('are refused where their meters cannot be, and in an organisation that is not one’s own', async () => {
    const quality = await add();
    for (const meters of ['0', '-3', 'on', '1.2345', '200000']) {
      const refused = await refusalOf(receive(quality.id, [{ rollCode: aCode('T'), meters }]));
      expect([meters, refused.code, (refused.details['problems'] as { path: string }[])[0]?.path]).toEqual([meters, 'INVALID_INPUT', 'rolls.0.meters']);
    }
    expect(await refusalOf(receive(quality.id, rollsOf('10'), aCode('TL'), stranger))).toMatchObject({ status: 404 });
    expect(await rolls({ quality: quality.id })).toEqual([]);
  });
});

describe('a roll that is measured anew', () => {
  test('changes its lot with it, is audited with the reason, and can be written off and found again', async () => {
    const quality = await add();
    const [entered, neighbour] = [aRoll('50'), aRoll('25')];
    const { lotId } = await receive(quality.id, [entered, neighbour]);
    const roll = await rollOf(entered.rollCode);
    const untouched = await rollOf(neighbour.rollCode);
    await adjust(roll.id, '48.5', manager, { seenMeters: roll.onHandMeters });
    expect(await lotOf(lotId)).toMatchObject({ on_hand_meters: '73.500' });
    await expect(refusalOf(adjust(roll.id, '40', manager, { seenMeters: '50' }))).resolves.toMatchObject({ code: 'ROLL_CHANGED' });
    expect(await adjust(roll.id, '0')).toMatchObject({ status: 'written_off' });
    expect(await rollOf(entered.rollCode)).toBeUndefined();
    expect(await rollOf(entered.rollCode, { status: 'written_off' })).toMatchObject({ onHandMeters: '0.000' });
    expect(await adjust(roll.id, '12')).toMatchObject({ status: 'in_stock' });
    expect(await lotOf(lotId)).toMatchObject({ on_hand_meters: '37.000', reserved_meters: '0.000' });
    expect(await rollOf(neighbour.rollCode)).toEqual(untouched);
    const audited = await world.look('wms', (tx) =>
      tx.query(`select before, after, reason from kernel.audit where subject_id = $1 and command = 'roll.adjust' order by id limit 1`, [roll.id]),
    );
    expect(audited).toEqual([
      {
        before: { onHandMeters: '50.000', status: 'in_stock' },
        after: { onHandMeters: '48.500', status: 'in_stock' },
        reason: 'Sayımda ölçüldü',
      },
    ]);
  });

  test('never falls below what lines were given, and the refusal names the deal', async () => {
    const order = await travel(people, await world.wish('MOD', { mode: 'credit', lines: 1, qty: '10' }), 'allocated');
    const roll = await world.look('wms', (tx) =>
      tx.one<{ id: string; lot: string }>(
        `select o.id, o.lot from wms_allocation a join wms_roll o on o.id = a.roll join wms_reservation_line l on l.id = a.reservation_line
         join wms_reservation r on r.id = l.reservation where r.crm_deal_id = $1 order by a.meters desc limit 1`,
        [order.dealId],
      ),
    );
    const before = await lotOf(roll.lot);
    const refused = await refusalOf(adjust(roll.id, '1'));
    expect(refused).toMatchObject({ status: 409, code: 'ROLL_ALLOCATED' });
    expect(refused.details['deals']).toContain(order.dealCode);
    expect(await lotOf(roll.lot)).toEqual(before);
    const { data } = await worker.view<{ roll: { status: string }; allocations: { dealCode: string; meters: string }[] }>('wms', 'roll', { id: roll.id });
    expect(data.allocations.map((allocation) => allocation.dealCode)).toContain(order.dealCode);
  }, 60_000);

  test('promised whole to a line takes the hold of that line along, and is not written off under it [J81]', async () => {
    const quality = await add();
    const item = await inCrm(quality.code);
    await world.as('pricing.mod').command('crm', 'price.set', { org, item: item.id, currency: 'USD', price: '4' });
    const entered = aRoll('60');
    const { lotId } = await receive(quality.id, [entered]);
    const wish = await world.wish('MOD', { mode: 'credit', lines: 1 });
    await travel(people, { ...wish, lines: [{ item: item.id, uom: 'roll', qty: '1', unitPrice: '4' }] }, 'planned');
    const { id } = await rollOf(entered.rollCode);
    await expect(refusalOf(adjust(id, '0'))).resolves.toMatchObject({ code: 'ROLL_PROMISED' });
    await adjust(id, '58');
    expect(await lotOf(lotId)).toMatchObject({ on_hand_meters: '58.000', reserved_meters: '58.000' });
  }, 60_000);

  test('is for who holds the key, in the organisation that owns it, with a reason', async () => {
    const quality = await add();
    const entered = aRoll('50');
    await receive(quality.id, [entered]);
    const roll = await rollOf(entered.rollCode);
    await expect(refusalOf(adjust(roll.id, '40', worker))).resolves.toMatchObject({
      status: 403,
      code: 'PERMISSION_REQUIRED',
      details: { key: 'stock:adjust' },
    });
    const ofNone = await refusalOf(adjust(randomUUID(), '40'));
    await expect(refusalOf(adjust(roll.id, '40', stranger))).resolves.toMatchObject({ status: 404, message: ofNone.message });
    await expect(refusalOf(adjust(roll.id, '40', manager, { reason: ' ' }))).resolves.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await rollOf(entered.rollCode)).toEqual(roll);
    expect((await stranger.raw('wms', `/wms/views/roll?id=${roll.id}`)).status).toBe(404);
  });
});
