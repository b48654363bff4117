import { randomUUID } from 'node:crypto';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { eventually, type ApiClient } from '@selvedge/seed/client.ts';
import { openWorld, refusalOf, unmetCodes, type CatalogRow } from '../world/world.ts';

const world = openWorld();
const { sales, manager, accounting } = world.people('MOD');
const pricing = world.as('pricing.mod');
const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 2, 'selvedge-test');
afterAll(() => Promise.all([world.close(), pool.end()]));

interface PriceRow extends CatalogRow {
  readonly id: string;
  readonly stale: boolean;
  readonly hiddenFromSales: boolean;
  readonly freeMeters: string;
}
const catalogOf = async (client: ApiClient, item: string, query: Record<string, string> = {}) =>
  (await client.view<PriceRow[]>('crm', 'catalog', { org: 'MOD', currency: 'USD', limit: '100', ...query })).data.filter((row) => row.itemId === item);
const plant = (sql: string, params: unknown[]) => inTransaction(pool, { kind: 'system' }, (tx) => tx.query(sql, params));
const age = (price: string, days: number) => plant(`update crm_list_price set confirmed_at = now() - make_interval(days => $2) where id = $1`, [price, days]);

/** A draft with one line of a quality in stock, and the price of that quality. */
async function draftInStock() {
  const wish = await world.wish('MOD', { mode: 'credit', lines: 1 });
  const item = wish.lines[0]?.item as string;
  const [row] = await eventually(
    'the stock of the quality in CRM',
    () => catalogOf(sales, item),
    (rows) => Number(rows[0]?.freeMeters) > 0,
  );
  const { dealId } = await create(sales, wish);
  return { wish, item, dealId, price: row?.id as string };
}
type Wish = Awaited<ReturnType<typeof world.wish>>;
const create = (client: ApiClient, wish: Wish, lines: unknown = wish.lines) =>
  client.command<{ dealId: string }>('crm', 'deal.create', { org: wish.orgId, profile: wish.profileId, currency: 'USD', lines });
const submit = (dealId: string) => sales.command('crm', 'deal.submit', { deal: dealId });

describe('a quality in stock with a stale price', () => {
  test('is gone for sales, in the catalog and by its id, until a manager reconfirms it [J23]', async () => {
    const { wish, item, dealId, price } = await draftInStock();
    await age(price, 89);
    expect(await catalogOf(sales, item)).toHaveLength(1);
    await age(price, 91);
    expect(await catalogOf(sales, item)).toEqual([]);
    expect(await catalogOf(accounting, item)).toEqual([]);
    for (const person of [manager, pricing])
      expect(await catalogOf(person, item, { age: 'stale' })).toMatchObject([{ id: price, stale: true, hiddenFromSales: true }]);
    expect(await catalogOf(manager, item, { age: 'fresh' })).toEqual([]);

    const ofHidden = await refusalOf(create(sales, wish));
    const ofNone = await refusalOf(create(sales, wish, [{ ...wish.lines[0], item: randomUUID() }]));
    expect(ofHidden).toMatchObject({ status: 400, code: 'INVALID_INPUT', message: ofNone.message, details: ofNone.details });
    expect((await refusalOf(create(manager, wish))).message).toContain('reconfirm it first');

    const refused = await refusalOf(submit(dealId));
    expect([refused.code, unmetCodes(refused.details)]).toEqual(['GATE_BLOCKED', ['PRICES_FRESH']]);
    await expect(refusalOf(sales.command('crm', 'price.reconfirm', { price }))).resolves.toMatchObject({ status: 403, details: { key: 'prices:reconfirm' } });
    await expect(refusalOf(world.people('JTR').manager.command('crm', 'price.reconfirm', { price }))).resolves.toMatchObject({ status: 404 });
    await manager.command('crm', 'price.reconfirm', { price, note: 'Fiyat geçerli' });
    expect(await catalogOf(sales, item)).toMatchObject([{ stale: false, hiddenFromSales: false }]);
    await submit(dealId);
    const audit = await world.look('crm', (tx) =>
      tx.one<{ reason: string }>(`select reason from kernel.audit where subject_id = $1 and command = 'price.reconfirm'`, [price]),
    );
    expect(audit.reason).toBe('Fiyat geçerli');
  });

  test('is stale after the days its org says, and not while it is out of stock [J23]', async () => {
    const { wish, item, dealId, price } = await draftInStock();
    await age(price, 40);
    await plant('update core_org set price_stale_days = 30 where id = $1', [wish.orgId]);
    try {
      expect(await catalogOf(sales, item)).toEqual([]);
      const stock = await world.look('crm', (tx) =>
        tx.one<{ on_hand_meters: string }>('select on_hand_meters from crm_stock_by_quality where org = $1 and catalog_item = $2', [wish.orgId, item]),
      );
      const tell = (onHand: string) =>
        plant('update crm_stock_by_quality set on_hand_meters = $3 where org = $1 and catalog_item = $2', [wish.orgId, item, onHand]);
      await tell('0');
      expect(await catalogOf(sales, item)).toMatchObject([{ stale: true, hiddenFromSales: false }]);
      await submit(dealId);
      await tell(stock.on_hand_meters);
    } finally {
      await plant('update core_org set price_stale_days = 90 where id = $1', [wish.orgId]);
      await manager.command('crm', 'price.reconfirm', { price });
    }
  });
});

describe('a quality without a list price', () => {
  test('is in no catalog, and a draft that holds it is not submitted [J22]', async () => {
    const { dealId, item, price } = await draftInStock();
    // Its currency moves away, as when pricing withdraws a list.
    await plant(`update crm_list_price set currency = 'EUR' where id = $1`, [price]);
    expect([...(await catalogOf(sales, item)), ...(await catalogOf(manager, item))]).toEqual([]);
    expect(unmetCodes((await refusalOf(submit(dealId))).details)).toEqual(['QUALITIES_VISIBLE']);
    await plant(`update crm_list_price set currency = 'USD' where id = $1`, [price]);
    await submit(dealId);
  });

  test('is not found through the items API by sales either [J22 J23]', async () => {
    const read = async (client: ApiClient, path: string) => {
      const response = await client.raw('crm', `/items/${path}`);
      return { status: response.status, rows: ((await response.json()) as { data?: unknown[] }).data?.length };
    };
    expect(await read(sales, 'crm_list_price?limit=1')).toEqual({ status: 200, rows: 0 });
    expect(await read(manager, 'crm_list_price?limit=1')).toEqual({ status: 200, rows: 1 });
    expect((await read(sales, 'crm_catalog_item?limit=1')).status).toBe(403);
    const { item } = await draftInStock();
    const line = await sales.raw('crm', `/items/crm_deal_line?fields=catalog_item,catalog_item.code&filter[catalog_item][_eq]=${item}&limit=1`);
    // The line keeps the quality's id; nothing is looked up behind it.
    expect(await line.json()).toEqual({ data: [{ catalog_item: item }] });
    expect(await read(world.as('admin'), 'crm_catalog_item?limit=1')).toEqual({ status: 200, rows: 1 });
  });
});
