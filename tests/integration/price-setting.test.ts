import { randomUUID } from 'node:crypto';
import type { BulkAnswer } from '../world/core-client.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const { sales, manager } = world.people('MOD');
const pricing = world.as('pricing.mod');
// Other tests know the demo's price lists without this currency.
world.beforeClose(() => world.write('crm', (tx) => tx.query(`delete from crm_list_price where currency = 'EUR'`)));
afterAll(() => world.close());

interface PriceRow {
  readonly itemId: string;
  readonly code: string;
  readonly org: string;
  readonly priceId: string | null;
  readonly price: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedByName: string | null;
  readonly currency: string | null;
}
interface QueueRow {
  readonly queue: string;
  readonly count: number;
  readonly oldestSince: string | null;
}
const listOf = async (query: Record<string, string> = {}) =>
  (await pricing.view<PriceRow[]>('crm', 'price-list', { org: 'MOD', currency: 'EUR', limit: '100', ...query })).data;
const pricesOf = (item: string) =>
  world.look('crm', (tx) =>
    tx.query<{ org: string; currency: string; price: string; confirmed_at: Date }>(
      'select o.code as org, p.currency, p.price, p.confirmed_at from crm_list_price p join core_org o on o.id = p.org where p.catalog_item = $1 order by o.code, p.currency',
      [item],
    ),
  );
/** A quality that has no price in EUR yet. */
async function unpriced(): Promise<PriceRow> {
  const [row] = await listOf({ only: 'missing' });
  if (!row) throw new Error('Every quality has a price in EUR already.');
  return row;
}

describe('a list price', () => {
  test('is set by pricing, shows the quality to sales, and keeps its earlier values in the audit [J22]', async () => {
    const org = await world.orgId('MOD');
    const { itemId: item, code } = await unpriced();
    const before = await pricesOf(item);
    const seen = async () => (await sales.view<{ itemId: string; listPrice: string }[]>('crm', 'catalog', { org: 'MOD', currency: 'EUR', q: code })).data;
    expect(await seen()).toEqual([]);
    const { priceId } = await pricing.command('crm', 'price.set', { org, item, currency: 'EUR', price: '4.20', note: 'İlk fiyat' });
    expect(await seen()).toMatchObject([{ itemId: item }]);
    await manager.command('crm', 'price.set', { org, item, currency: 'EUR', price: '4.55' });
    expect((await listOf({ q: code })).find((row) => row.itemId === item)).toMatchObject({ priceId, price: '4.5500' });
    const audit = await world.look('crm', (tx) =>
      tx.query<{ before: { price: string } | null; after: { price: string }; reason: string | null }>(
        `select before, after, reason from kernel.audit where subject_id = $1 and command = 'price.set' order by id`,
        [priceId],
      ),
    );
    expect(audit.map((row) => [row.before?.price, row.after.price, row.reason])).toEqual([
      [undefined, '4.2000', 'İlk fiyat'],
      ['4.2000', '4.5500', null],
    ]);
    // Neither another currency nor another org.
    expect((await pricesOf(item)).filter((row) => row.currency !== 'EUR' || row.org !== 'MOD')).toEqual(before);
  });

  test('that is set again to what it is stays as old as it was, and one key has one effect [J23]', async () => {
    const org = await world.orgId('MOD');
    const { itemId: item } = await unpriced();
    const body = { org, item, currency: 'EUR', price: '3.10' };
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => pricing.command('crm', 'price.set', body, { key })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await world.write('crm', (tx) => tx.query(`update crm_list_price set confirmed_at = now() - interval '200 days' where id = $1`, [answers[0]?.['priceId']]));
    const old = (await pricesOf(item)).find((row) => row.currency === 'EUR')?.confirmed_at;
    await pricing.command('crm', 'price.set', { ...body, price: '3.1000' });
    expect((await pricesOf(item)).find((row) => row.currency === 'EUR')).toMatchObject({ price: '3.1000', confirmed_at: old });
    await pricing.command('crm', 'price.set', { ...body, price: '3.20' });
    expect((await pricesOf(item)).find((row) => row.currency === 'EUR')?.confirmed_at.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  test('is set in bulk, one bad row never stops the rest', async () => {
    const org = await world.orgId('MOD');
    const { itemId: item } = await unpriced();
    const row = { org, item, currency: 'EUR', price: '2.00' };
    const answer = await pricing.command<BulkAnswer & Record<string, unknown>>('crm', 'price.set-many', {
      items: [{ ...row, item: randomUUID() }, row, { ...row, org: await world.orgId('JTR') }],
    });
    expect(answer.results.map((result) => (result.ok ? 'set' : result.error?.code))).toEqual(['INVALID_INPUT', 'set', 'NOT_FOUND']);
  });

  test('is not for sales to set nor to list, nor for another org, nor anything but above zero [J22 J1]', async () => {
    const { itemId: item } = await unpriced();
    const before = await pricesOf(item);
    const body = { org: await world.orgId('MOD'), item, currency: 'EUR', price: '1.00' };
    await expect(refusalOf(sales.command('crm', 'price.set', body))).resolves.toMatchObject({ status: 403, details: { key: 'prices:edit' } });
    await expect(refusalOf(sales.view('crm', 'price-list', { currency: 'EUR' }))).resolves.toMatchObject({ status: 403, details: { key: 'prices:edit' } });
    await expect(refusalOf(world.as('pricing.jtr').command('crm', 'price.set', body))).resolves.toMatchObject({ status: 404 });
    for (const price of ['0', '-1', 'two', '1.00001'])
      await expect(refusalOf(pricing.command('crm', 'price.set', { ...body, price }))).resolves.toMatchObject({
        status: 400,
        details: { problems: [{ path: 'price' }] },
      });
    expect(await pricesOf(item)).toEqual(before);
    expect((await listOf()).every((row) => row.org === 'MOD')).toBe(true);
  });
});

describe('the queues of prices', () => {
  const queuesOf = async (query: Record<string, string> = {}) =>
    new Map((await pricing.view<QueueRow[]>('crm', 'price-queues', { org: 'MOD', currency: 'EUR', ...query })).data.map((row) => [row.queue, row]));

  test('hold what has no price, what is stale, and of that what is in stock; reconfirming takes it out and says who did [J12 J22 J23 J24]', async () => {
    const org = await world.orgId('MOD');
    const inStock = (rows: readonly PriceRow[]) => rows.find((row) => Number((row as unknown as { onHandMeters: string }).onHandMeters) > 0);
    const stocked = inStock(await listOf({ only: 'missing' }));
    if (!stocked) throw new Error('No quality in stock is without a price in EUR.');
    const before = await queuesOf();
    expect(before.get('missing')?.count).toBe((await listOf({ only: 'missing' })).length);
    const set = await pricing.command<{ priceId: string } & Record<string, unknown>>('crm', 'price.set', {
      org,
      item: stocked.itemId,
      currency: 'EUR',
      price: '5.00',
    });
    expect((await queuesOf()).get('missing')?.count).toBe((before.get('missing')?.count ?? 0) - 1);
    await world.write('crm', (tx) => tx.query(`update crm_list_price set confirmed_at = now() - interval '300 days' where id = $1`, [set.priceId]));
    const aged = await queuesOf();
    expect(aged.get('stale_in_stock')?.count).toBe((before.get('stale_in_stock')?.count ?? 0) + 1);
    expect(Date.now() - Date.parse(aged.get('stale_in_stock')?.oldestSince ?? '')).toBeGreaterThan(299 * 86_400_000);
    expect((await listOf({ only: 'stale_in_stock' })).map((row) => row.priceId)).toContain(set.priceId);
    await manager.command('crm', 'price.reconfirm', { price: set.priceId });
    expect((await queuesOf()).get('stale_in_stock')?.count).toBe(before.get('stale_in_stock')?.count);
    const [row] = (await listOf({ q: stocked.code })).filter((one) => one.priceId === set.priceId);
    const me = (await (await manager.raw('crm', '/kernel/me')).json()) as { user: { name: string } };
    expect(row?.confirmedByName).toBe(me.user.name);
  });

  test('and the list leave no row out over their pages, in every currency at once', async () => {
    const rows: PriceRow[] = [];
    let cursor: string | null | undefined;
    do {
      const page: { data: PriceRow[]; nextCursor?: string | null } = await pricing.view<PriceRow[]>('crm', 'price-list', {
        org: 'MOD',
        limit: '7',
        ...(cursor && { cursor }),
      });
      rows.push(...page.data);
      cursor = page.nextCursor;
    } while (cursor);
    const all = (await pricing.view<QueueRow[]>('crm', 'price-queues', { org: 'MOD' })).data.find((row) => row.queue === 'all');
    expect(rows).toHaveLength(all?.count ?? 0);
    expect(new Set(rows.map((row) => `${row.itemId} ${row.currency ?? ''}`)).size).toBe(rows.length);
  });

  test('are for those who work on prices alone [J1]', async () => {
    await expect(refusalOf(sales.view('crm', 'price-queues', {}))).resolves.toMatchObject({ status: 403, details: { key: 'prices:edit' } });
    const elsewhere = (await world.as('pricing.jtr').view<QueueRow[]>('crm', 'price-queues', { currency: 'EUR' })).data;
    expect(elsewhere.find((row) => row.queue === 'stale_in_stock')?.count).toBe(0);
  });
});
