import { randomInt } from 'node:crypto';
import { eventually, type ApiClient } from '@selvedge/seed/client.ts';
import { give, hire, welcome, type Hired } from '../world/hire.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
// A founder manages what they founded ever after; the demo's own administrators stay as other tests know them.
let founder: Hired;
let admin: ApiClient;
beforeAll(async () => {
  founder = await hire(world);
  admin = founder.client;
  await welcome(world.as('admin.mod'), await world.orgId('MOD'), founder, 'admin');
});
afterAll(() => world.close());

const letters = () => Array.from({ length: 3 }, () => String.fromCharCode(65 + randomInt(26))).join('');
const wish = { name: 'Yeni Dokuma', currency: 'EUR', timeZone: 'Europe/Berlin', senderEmail: 'satis@example.com', brandColor: '#aa3355' };
async function found(code: string) {
  return admin.command<{ orgId: string }>('crm', 'org.create', { from: await world.orgId('MOD'), code, ...wish });
}
const inWarehouse = (code: string) =>
  world.look('wms', (tx) =>
    tx.maybe<{ name: string; currency: string; time_zone: string }>('select name, currency, time_zone from core_org where code = $1', [code]),
  );

describe('a new org', () => {
  test('works at once: its founder manages it, both systems know it, and it takes people, a customer, a price and a deal [ADM-1 J3 J6 J7]', async () => {
    const code = letters();
    const { orgId } = await found(code);
    const known = await eventually(
      `${code} in the warehouse`,
      () => inWarehouse(code),
      (row) => row !== undefined,
    );
    expect(known).toEqual({ name: wish.name, currency: 'EUR', time_zone: 'Europe/Berlin' });

    const [sales, manager] = [await hire(world), await hire(world)];
    await welcome(admin, orgId, sales, 'sales');
    await welcome(admin, orgId, manager, 'sales_manager');
    await give(admin, orgId, manager.id, 'pricing');
    const taxNumber = String(5_000_000_000 + randomInt(1_000_000_000));
    const { profileId } = await sales.client.command('crm', 'customer.onboard', {
      org: orgId,
      name: 'İlk Müşteri',
      taxCountry: 'TR',
      taxNumber,
      paymentMode: 'cash',
    });
    await manager.client.command('crm', 'customer.approve', { profile: profileId });
    const { data: unpriced } = await manager.client.view<{ itemId: string; allowedUoms: string[] }[]>('crm', 'price-list', { org: code, currency: 'EUR' });
    const item = unpriced.find((row) => row.allowedUoms.includes('meter'))?.itemId;
    await manager.client.command('crm', 'price.set', { org: orgId, item, currency: 'EUR', price: '4.20' });
    const { data: catalog } = await sales.client.view<{ itemId: string }[]>('crm', 'catalog', { org: code, currency: 'EUR', limit: '100' });
    expect(catalog).toHaveLength(1);
    const deal = await sales.client.command<{ dealId: string; code: string }>('crm', 'deal.create', {
      org: orgId,
      profile: profileId,
      currency: 'EUR',
      lines: [{ item: catalog[0]!.itemId, uom: 'meter', qty: '10', unitPrice: '4.20' }],
    });
    expect(deal.code).toMatch(new RegExp(`^${code}DL[A-HJKMNP-Z2-9]{8}$`));
    // Nobody of the other orgs sees anything of it.
    expect((await world.people('MOD').sales.raw('crm', `/crm/views/deal?id=${deal.dealId}`)).status).toBe(404);
  });

  test('keeps who alone administers it: they are neither suspended nor deleted, whatever path is taken, until somebody else can [ADM-2]', async () => {
    const { orgId } = await found(letters());
    const ask = (init: RequestInit) => world.as('admin').raw('crm', `/users/${founder.id}`, { headers: { 'content-type': 'application/json' }, ...init });
    const suspend = () => ask({ method: 'PATCH', body: JSON.stringify({ status: 'suspended' }) });
    for (const refused of [await suspend(), await ask({ method: 'DELETE' })]) {
      expect(refused.status).toBe(409);
      expect(JSON.stringify(await refused.json())).toContain('LAST_ADMINISTRATOR');
    }
    for (const sql of [`update directus_users set status = 'archived' where id = $1`, 'delete from directus_users where id = $1'])
      await expect(world.write('crm', (tx) => tx.query(sql, [founder.id]))).rejects.toMatchObject({ code: '23514' });
    expect((await ask({ method: 'PATCH', body: JSON.stringify({ title: 'Kurucu' }) })).status).toBe(200);
    expect((await admin.raw('crm', '/kernel/me')).status).toBe(200);
    expect(orgId).toBeTruthy();
  });

  test('is edited by its administrators alone, and the warehouse follows [ADM-1 ADM-3]', async () => {
    const code = letters();
    const { orgId } = await found(code);
    await admin.command('crm', 'org.edit', { org: orgId, name: 'Yeni Dokuma A.Ş.', timeZone: 'Europe/Istanbul' });
    await eventually(
      'the new name in the warehouse',
      () => inWarehouse(code),
      (row) => row?.name === 'Yeni Dokuma A.Ş.' && row.time_zone === 'Europe/Istanbul',
    );
    const edit = (who: string, body: object) => refusalOf(world.as(who).command('crm', 'org.edit', { org: orgId, ...body }));
    await expect(edit('admin.jtr', { name: 'Başkası' })).resolves.toMatchObject({ status: 404, code: 'NOT_FOUND' });
    await expect(edit(founder.email, { timeZone: 'Europe/Atlantis' })).resolves.toMatchObject({ status: 400, details: { problems: [{ path: 'timeZone' }] } });
    await expect(edit(founder.email, { brandColor: 'red' })).resolves.toMatchObject({ status: 400, details: { problems: [{ path: 'brandColor' }] } });
    const { data } = await admin.view<{ code: string; name: string; people: number }[]>('core', 'orgs');
    expect(data.find((row) => row.code === code)).toMatchObject({ name: 'Yeni Dokuma A.Ş.', people: 1 });
    expect(data.some((row) => row.code === 'JTR')).toBe(false);
  });

  test('takes three letters that nobody has, from an administrator of an org that is theirs', async () => {
    const from = await world.orgId('MOD');
    const create = (who: string, body: object = {}) => refusalOf(world.as(who).command('crm', 'org.create', { from, code: letters(), ...wish, ...body }));
    await expect(create(founder.email, { code: 'JTR' })).resolves.toMatchObject({ status: 409, code: 'ORG_CODE_TAKEN' });
    await expect(create(founder.email, { code: 'ab1' })).resolves.toMatchObject({ status: 400 });
    await expect(create('admin.jtr')).resolves.toMatchObject({ status: 404 });
    await expect(create('sales-manager.mod')).resolves.toMatchObject({ status: 403, code: 'PERMISSION_REQUIRED' });
  });
});
