import { randomInt, randomUUID } from 'node:crypto';
import { addDays } from '@selvedge/kernel/clock.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { stableId } from '@selvedge/directus/access/directus-permissions.ts';
import type { ApiClient } from '@selvedge/seed/client.ts';
import { travel, type OrderWish, type Travelled } from '@selvedge/seed/order-path.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const people = world.people('MOD');
const { sales, manager, accounting } = people;
const pricing = world.as('pricing.mod');
afterAll(() => world.close());

const taxNumber = String(7_000_000_000 + randomInt(1_000_000_000));
const name = `Kapanan Tekstil ${taxNumber}`;
let wish: OrderWish;
let won: Travelled;
let draft: Travelled;

beforeAll(async () => {
  const orgId = await world.orgId('MOD');
  const { profileId } = await sales.command<{ profileId: string }>('crm', 'customer.onboard', {
    org: orgId,
    name,
    taxCountry: 'TR',
    taxNumber,
    paymentMode: 'cash',
  });
  await manager.command('crm', 'customer.approve', { profile: profileId });
  wish = { ...(await world.wish('MOD', { mode: 'cash', lines: 1 })), profileId };
  won = await travel(people, wish, 'allocated');
  draft = await travel(people, wish, 'draft');
  await manager.command('crm', 'customer.deactivate', { profile: profileId, reason: 'Ödemiyor' });
});

const withoutRequestId = (text: string) => text.replaceAll(/"requestId":"[^"]+"/g, '"requestId":"…"');
const items = async (client: ApiClient, path: string) => ((await (await client.raw('crm', `/items/${path}`)).json()) as { data?: unknown[] }).data;

describe('an inactive customer', () => {
  test('is in no list and under no id for those who sell; managers and accounting see it [J5]', async () => {
    const listed = async (client: ApiClient, query: Record<string, string>) =>
      (await client.view<{ id: string }[]>('crm', 'customers', { org: 'MOD', ...query })).data.map((row) => row.id);
    for (const query of [{ q: name }, { q: taxNumber }, { status: 'inactive', q: name }] as Record<string, string>[]) {
      expect(await listed(sales, query)).toEqual([]);
      expect(await listed(pricing, query)).toEqual([]);
      expect(await listed(manager, query)).toEqual([wish.profileId]);
      expect(await listed(accounting, query)).toEqual([wish.profileId]);
    }
    const answer = async (id: string) => {
      const response = await sales.raw('crm', `/crm/views/customer?id=${id}`);
      return { status: response.status, body: withoutRequestId(await response.text()) };
    };
    expect(await answer(wish.profileId)).toEqual(await answer(randomUUID()));
    expect((await manager.raw('crm', `/crm/views/customer?id=${wish.profileId}`)).status).toBe(200);
  });

  test('with nothing open has no credit to look at either, for those who sell [J5]', async () => {
    const credit = async (client: ApiClient, id: string) => {
      const response = await client.raw('crm', `/crm/views/customer-credit?id=${id}`);
      return { status: response.status, body: withoutRequestId(await response.text()) };
    };
    for (const client of [sales, pricing]) expect(await credit(client, wish.profileId)).toEqual(await credit(client, randomUUID()));
    expect((await credit(manager, wish.profileId)).status).toBe(200);
  });

  test('answers a new deal as one that does not exist, and nothing is written [J5]', async () => {
    const create = (client: ApiClient, profile: string) =>
      refusalOf(client.command('crm', 'deal.create', { org: wish.orgId, profile, currency: 'USD', lines: wish.lines }));
    const ofHidden = await create(sales, wish.profileId);
    const ofNone = await create(sales, randomUUID());
    expect(ofHidden).toMatchObject({ status: 404, code: 'NOT_FOUND', message: ofNone.message, details: ofNone.details });
    expect(await create(manager, wish.profileId)).toMatchObject({ status: 409, code: 'CUSTOMER_INACTIVE' });
    const { n } = await world.look('crm', (tx) => tx.one<{ n: number }>('select count(*) as n from crm_deal where profile = $1', [wish.profileId]));
    expect(n).toBe(2);
  });

  test('is not in the items API: not in lists, counts, identities, nor through a deal [J5 ADM-2]', async () => {
    const byId = `crm_customer_profile?filter[id][_eq]=${wish.profileId}&fields=name`;
    expect(await items(sales, byId)).toEqual([]);
    expect(await items(pricing, byId)).toEqual([]);
    expect(await items(manager, byId)).toEqual([{ name }]);
    expect((await sales.raw('crm', `/items/crm_customer_profile/${wish.profileId}`)).status).toBe(403);
    expect(await items(sales, 'crm_customer_profile?filter[status][_eq]=inactive&aggregate[count]=*')).toEqual([{ count: '0' }]);
    expect(await items(sales, 'crm_customer_profile?filter[status][_eq]=approved&limit=1&fields=status')).toEqual([{ status: 'approved' }]);
    const identity = `crm_customer?filter[tax_number][_eq]=${taxNumber}&fields=tax_number`;
    expect(await items(sales, identity)).toEqual([]);
    expect(await items(manager, identity)).toEqual([{ tax_number: taxNumber }]);
    const through = `crm_deal?filter[id][_eq]=${won.dealId}&fields=profile.name`;
    expect(await items(sales, through)).toEqual([{ profile: null }]);
    expect(await items(manager, through)).toEqual([{ profile: { name } }]);
    expect(await items(sales, `crm_deal?filter[profile][name][_eq]=${encodeURIComponent(name)}&fields=id`)).toEqual([]);
  });

  test('is hidden by PostgreSQL itself, from every statement that does not ask for what is behind a record [J5 ADM-4]', async () => {
    const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 1, 'selvedge-test');
    const seenBy = (email: string) =>
      inTransaction(
        pool,
        { kind: 'user', userId: stableId(`user:${email}@selvedge.test`) },
        (tx) => tx.query('select name from crm_customer_profile where id = $1', [wish.profileId]),
        'read',
      );
    try {
      expect(await seenBy('sales.mod')).toEqual([]);
      expect(await seenBy('sales-manager.jtr')).toEqual([]);
      expect(await seenBy('sales-manager.mod')).toEqual([{ name }]);
    } finally {
      await pool.end();
    }
  });

  test('stays readable on its deals, and what runs goes on: the stage follows what sales does [J5 SAL-11]', async () => {
    const { data } = await sales.view<{ customerName: string }[]>('crm', 'deals', { org: 'MOD', q: won.dealCode });
    expect(data.map((deal) => deal.customerName)).toEqual([name]);
    expect((await sales.view<{ customer: { name: string } }>('crm', 'deal', { id: won.dealId })).data.customer.name).toBe(name);
    expect((await sales.view<unknown[]>('crm', 'fulfillment', { org: 'MOD', q: won.purchaseOrderCode as string })).data).toHaveLength(1);
    await sales.command('crm', 'purchase-order.set-ship-date', { purchaseOrder: won.purchaseOrderId, shipDate: addDays(world.today, 2) });
    const po = await sales.view<{ purchaseOrder: { stage: string } }>('crm', 'purchase-order', { id: won.purchaseOrderId as string });
    expect(po.data.purchaseOrder.stage).toBe('needs_payment');
    await sales.command('crm', 'deal.submit', { deal: draft.dealId });
    const refused = await refusalOf(sales.command('crm', 'deal.win', { deal: draft.dealId }));
    expect(refused).toMatchObject({ status: 422, code: 'GATE_BLOCKED' });
  });

  test('keeps its tax number: onboarding it anew names who can help and tells nothing of it [J5]', async () => {
    const again = { org: wish.orgId, name: 'Başka ad', taxCountry: 'TR', taxNumber, paymentMode: 'cash' };
    const toSales = await refusalOf(sales.command('crm', 'customer.onboard', again));
    expect(toSales).toMatchObject({ status: 409, code: 'CUSTOMER_CLOSED', details: {} });
    expect(toSales.message).not.toContain(name);
    expect(await refusalOf(manager.command('crm', 'customer.onboard', again))).toMatchObject({
      code: 'CUSTOMER_EXISTS',
      details: { profileId: wish.profileId },
    });
  });
});
