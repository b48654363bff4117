import { randomInt } from 'node:crypto';
import { eventually } from '@selvedge/seed/client.ts';
import { asCore } from '../world/core-client.ts';
import { give, hire, welcome, type Hired } from '../world/hire.ts';
import { setPasswordByMail } from '../world/set-password.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
afterAll(() => world.close());

const code = Array.from({ length: 3 }, () => String.fromCharCode(65 + randomInt(26))).join('');
let founder: Hired;
let sales: Hired;
let manager: Hired;
let warehouse: Hired;
let orgId: string;

/** Roles that somebody holds now in the new org, as a node judges them. */
const rolesOn = (system: 'crm' | 'wms', { email }: Hired) =>
  world.look(system, async (tx) =>
    (
      await tx.query<{ role: string }>(
        `select l.role from directus_users u, app.live_roles(array[u.id]) l join core_org o on o.id = l.org where u.email = $1 and o.code = $2 order by l.role`,
        [email, code],
      )
    ).map((row) => row.role),
  );
const holds = (system: 'crm' | 'wms', person: Hired, ...roles: string[]) =>
  eventually(
    `${person.email} to hold ${roles.join()} on the node of ${system}`,
    () => rolesOn(system, person),
    (held) => held.join() === roles.join(),
  );

beforeAll(async () => {
  [founder, sales, manager, warehouse] = await Promise.all([hire(world), hire(world), hire(world), hire(world)]);
  await welcome(world.as('admin.mod'), await world.orgId('MOD'), founder, 'admin');
  ({ orgId } = await founder.client.command<{ orgId: string }>('crm', 'org.create', {
    from: await world.orgId('MOD'),
    code,
    name: 'Yeni Dokuma',
    currency: 'EUR',
    timeZone: 'Europe/Istanbul',
  }));
  await welcome(founder.client, orgId, sales, 'sales');
  await welcome(founder.client, orgId, manager, 'sales_manager');
}, 180_000);

test('a new org has its administrator and its people on both nodes, each with the same roles [ADM-1 ADM-2]', async () => {
  const grant = await welcome(founder.client, orgId, warehouse, 'warehouse_manager', { expiresAt: '2031-01-01T00:00:00.000Z' });
  await holds('wms', founder, 'admin');
  await holds('wms', warehouse, 'warehouse_manager');
  const copy = await world.look('wms', (tx) =>
    tx.one<{ expires_at: Date; by: string }>(
      'select g.expires_at, u.email as by from core_org_grant g join directus_users u on u.id = g.granted_by where g.id = $1',
      [grant],
    ),
  );
  expect(copy).toEqual({ expires_at: new Date('2031-01-01T00:00:00.000Z'), by: founder.email });
  // Nothing of it reaches another org's people.
  expect(
    await world.look('wms', (tx) =>
      tx.query('select 1 from core_org_grant g join core_org o on o.id = g.org where o.code <> $1 and g."user" = $2', [code, warehouse.id]),
    ),
  ).toEqual([]);
});

test('it sets a price and wins its first deal, which its own warehouse finds at once [ADM-1]', async () => {
  const { data: prices } = await manager.client.view<{ itemId: string; price: string | null; allowedUoms: string[] }[]>('crm', 'price-list', {
    org: code,
    currency: 'EUR',
  });
  expect(prices.every((row) => row.price === null)).toBe(true);
  const item = prices.find((row) => row.allowedUoms.includes('meter'))?.itemId;
  await manager.client.command('crm', 'price.set', { org: orgId, item, currency: 'EUR', price: '4.20' });
  const { profileId } = await sales.client.command('crm', 'customer.onboard', {
    org: orgId,
    name: 'İlk Müşteri',
    taxCountry: 'TR',
    taxNumber: String(5_000_000_000 + randomInt(1_000_000_000)),
    paymentMode: 'cash',
  });
  await manager.client.command('crm', 'customer.approve', { profile: profileId });
  const deal = await sales.client.command<{ dealId: string; code: string }>('crm', 'deal.create', {
    org: orgId,
    profile: profileId,
    currency: 'EUR',
    lines: [{ item, uom: 'meter', qty: '10', unitPrice: '4.20' }],
  });
  await sales.client.command('crm', 'deal.submit', { deal: deal.dealId });
  await sales.client.command('crm', 'deal.win', { deal: deal.dealId });

  await setPasswordByMail(world, 'wms', warehouse.email);
  await eventually(
    'the deal in the warehouse',
    () => warehouse.client.view<{ dealCode: string }[]>('wms', 'allocation-planning', { org: code }),
    ({ data }) => data.some((row) => row.dealCode === deal.code),
  );
  await eventually(
    'what the warehouse answered',
    () => world.look('crm', (tx) => tx.one<{ state: string }>('select reservation_state as state from crm_deal where id = $1', [deal.dealId])),
    ({ state }) => state !== 'none' && state !== 'requested',
  );
}, 180_000);

test('a role that is given on the node of the warehouse opens CRM, and one that is ended there is ended here, for good [ADM-5]', async () => {
  await setPasswordByMail(world, 'wms', founder.email);
  const there = asCore('wms', founder.client);
  const org = await world.look('wms', async (tx) => (await tx.one<{ id: string }>('select id from core_org where code = $1', [code])).id);
  await expect(refusalOf(warehouse.client.view('crm', 'payments'))).resolves.toMatchObject({ code: 'SYSTEM_NOT_YOURS' });
  const { grantId } = await there.command<{ grantId: string }>('grant.give', { org, user: warehouse.id, role: 'accounting', reason: 'Hesaplar da onda' });
  await holds('crm', warehouse, 'accounting', 'warehouse_manager');
  await warehouse.client.view('crm', 'payments', { org: code });

  await there.command('grant.end', { grant: grantId, reason: 'Bitti' });
  await holds('crm', warehouse, 'warehouse_manager');
  await expect(refusalOf(warehouse.client.view('crm', 'payments', { org: code }))).resolves.toMatchObject({ code: 'SYSTEM_NOT_YOURS' });

  // And the other way round: what was given here is ended here.
  const grants = await world.look('crm', (tx) =>
    tx.query<{ id: string }>(`select id from core_org_grant where "user" = $1 and role = 'warehouse_manager'`, [warehouse.id]),
  );
  await founder.client.command('core', 'grant.end', { grant: grants[0]?.id, reason: 'Bitti' });
  await holds('wms', warehouse);
  await expect(refusalOf(warehouse.client.view('wms', 'allocation-planning'))).resolves.toMatchObject({ code: 'SYSTEM_NOT_YOURS' });
}, 180_000);

test('a lent role counts on both nodes while the lender holds it', async () => {
  const deputy = await hire(world);
  await welcome(founder.client, orgId, deputy, 'sales');
  await manager.client.command('core', 'role.delegate', {
    org: orgId,
    role: 'sales_manager',
    to: deputy.id,
    until: new Date(Date.now() + 86_400_000).toISOString(),
    reason: 'İzin',
  });
  await holds('wms', deputy, 'sales', 'sales_manager');
  const grants = await world.look('crm', (tx) =>
    tx.query<{ id: string }>(`select id from core_org_grant where "user" = $1 and role = 'sales_manager' and on_behalf_of is null`, [manager.id]),
  );
  await founder.client.command('core', 'grant.end', { grant: grants[0]?.id, reason: 'Ayrıldı' });
  await holds('crm', deputy, 'sales');
  await holds('wms', deputy, 'sales');
  await give(founder.client, orgId, manager.id, 'sales_manager');
});
