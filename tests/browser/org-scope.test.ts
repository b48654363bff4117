import { travel } from '@selvedge/seed/order-path.ts';
import { openWorld } from '../world/world.ts';
import { openBrowser, type Person } from './chromium.ts';
import { settled, untranslated } from './look.ts';

const world = openWorld();
let manager: Person;
beforeAll(async () => {
  for (const org of ['MOD', 'JTR'] as const) await travel(world.people(org), await world.wish(org, { mode: 'credit' }), 'won');
  manager = await openBrowser(world.addresses.crm, 'sales-manager.group');
}, 180_000);
afterAll(async () => {
  await manager.close();
  await world.close();
});

// The newest first, where the list can: both orgs stand on its first page.
const PAGES = ['/fulfillment', '/credit', '/pricing'] as const;
const orgColumn = () => manager.page.locator('.sv-table thead th').filter({ hasText: /^Org$/ });
/** The orgs that the rows shown name. */
const orgsShown = async () => new Set(await manager.page.locator('.sv-table tbody .sv-org').allInnerTexts());
const scope = () => new URL(manager.page.url()).searchParams.get('org');

test.each(PAGES)('%s shows both orgs and the org column in All Orgs, one org without it in Active Org [MGR-7 ADM-3 J2]', async (path) => {
  const { page } = manager;
  await manager.goto(`${path}?org=all&sort=-stage_since`);
  await settled(page);
  await orgColumn().waitFor();
  expect([...(await orgsShown())].sort()).toEqual(['JTR', 'MOD']);

  const all = await page.locator('.sv-table tbody tr').count();
  await page.getByTestId('scope').selectOption('MOD');
  await orgColumn().waitFor({ state: 'detached' });
  await settled(page);
  expect(scope()).toBe('MOD');
  expect(all).toBeGreaterThan(0);
  expect((await orgsShown()).size).toBe(0);
  expect(await page.locator('.sv-table tbody tr').count()).toBeGreaterThan(0);
});

test('the organisation that is worked in stands in the head by its name and its colour, all of them by none [ADM-3]', async () => {
  const { page } = manager;
  const colors = await world.look('crm', (tx) =>
    tx.query<{ code: string; brand_color: string }>(`select code, brand_color from core_org where code in ('MOD', 'JTR')`),
  );
  for (const { code, brand_color: color } of colors) {
    await manager.goto(`/credit?org=${code}`);
    await settled(page);
    const swatch = page.locator(`.sv-header [data-testid="org-color"][data-org="${code}"]`);
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
    expect(await swatch.getAttribute('style')).toContain(`rgb(${red}, ${green}, ${blue})`);
  }
  await manager.goto('/credit?org=all');
  await settled(page);
  expect(await page.getByTestId('org-color').count()).toBe(0);
});

test('the scope of a link goes with it: over the menu, into a record, on reload and to another page [ADM-3 J2 MGR-7]', async () => {
  const { page } = manager;
  await manager.goto('/pricing?org=all&currency=USD');
  await settled(page);
  await orgColumn().waitFor();
  await page.getByTestId('nav-credit').click();
  await page.waitForURL((url) => url.pathname.endsWith('/credit'));
  await settled(page);
  expect(scope()).toBe('all');
  await orgColumn().waitFor();
  const jtr = page.locator('.sv-table tbody tr').filter({ has: page.locator('.sv-org', { hasText: 'JTR' }) });
  await jtr.first().locator('td').nth(1).click();
  await page.getByTestId('customer-credit').getByText(/JTR/).first().waitFor();
  await page.reload();
  await page.getByTestId('customer-credit').getByText(/JTR/).first().waitFor();
  await orgColumn().waitFor();
  expect(scope()).toBe('all');
  await page.getByTestId('open-full-page').click();
  await page.waitForURL(/\/customers\//);
  expect(scope()).toBe('all');
  expect(manager.problems).toEqual([]);
});

test('who looks at all of them is asked which organisation something new is for, and the address always names the one looked at [ADM-3 J3]', async () => {
  const { page } = manager;
  for (const path of ['/customers/new', '/deals/new']) {
    await manager.goto(`${path}?org=all`);
    await page.getByTestId('ask-org').waitFor();
    expect(await page.getByTestId('ask-org').getByRole('button').count()).toBe(2);
    expect(await page.locator('form').count()).toBe(0);
    await page.getByTestId('ask-org-JTR').click();
    await page.locator('form h1').waitFor();
    const jtr = await world.look('crm', (tx) => tx.one<{ name: string }>(`select name from core_org where code = 'JTR'`));
    expect(await page.locator('form h1').innerText()).toContain(jtr.name);
    expect([scope(), new URL(page.url()).searchParams.get('in')]).toEqual(['all', 'JTR']);
  }
  await manager.goto('/deals');
  await page.waitForURL((url) => ['MOD', 'JTR'].includes(url.searchParams.get('org') ?? ''));
  expect(manager.problems).toEqual([]);
}, 180_000);

test('a link to All Orgs shows who holds one org just that org [ADM-3 J1]', async () => {
  const sales = await openBrowser(world.addresses.crm, 'sales-manager.jtr');
  try {
    for (const path of PAGES) {
      await sales.goto(`${path}?org=all`);
      await settled(sales.page);
      await sales.page.locator('.sv-table tbody tr').first().waitFor();
      expect(await sales.page.locator('.sv-org', { hasText: 'MOD' }).count()).toBe(0);
      expect(await sales.page.locator('.sv-table tbody .sv-org').count()).toBe(0);
    }
    expect(sales.problems).toEqual([]);
  } finally {
    await sales.close();
  }
}, 180_000);

const isSold = (code: string, active: boolean) =>
  world.write('crm', (tx) => tx.query('update crm_catalog_item set active = $2 where code = $1', [code, active]));

test('prices are set and reconfirmed for several qualities at once, each with its own answer [J12 J23]', async () => {
  const { page } = manager;
  await manager.goto('/pricing?org=MOD&currency=EUR&tab=missing');
  await settled(page);
  const rows = page.locator('.sv-table tbody tr');
  const codes = await rows.evaluateAll((all) => all.slice(0, 2).map((row) => (row as unknown as { dataset: { code: string } }).dataset.code));
  const [good = '', bad = ''] = codes;
  for (const code of codes) await page.getByTestId(`select-${code}`).check();
  await page.getByTestId('bulk-price.set').click();
  await page.getByTestId(`price-${good}`).fill('1,234.5');
  await page.getByTestId(`price-${bad}`).fill('two');
  await page.getByTestId('dialog-confirm-price.set-many').click();
  await page.getByText('“two” is no amount above 0.').waitFor();
  await page.getByTestId(`price-${bad}`).fill('2.75');
  // Meanwhile the warehouse gives the quality up, and takes that back.
  await isSold(bad, false);
  await page.getByTestId('dialog-confirm-price.set-many').click();
  await page.getByText('1 set, 1 refused').waitFor();
  expect(await page.getByTestId(`price-${good}`).count()).toBe(0);
  await isSold(bad, true);
  await page.getByTestId('dialog-confirm-price.set-many').click();
  await page.getByTestId('dialog-confirm-price.set-many').waitFor({ state: 'detached' });
  const kept = await world.look('crm', (tx) =>
    tx.query<{ code: string; price: string }>(
      `select i.code, p.price from crm_list_price p join crm_catalog_item i on i.id = p.catalog_item join core_org o on o.id = p.org
       where o.code = 'MOD' and p.currency = 'EUR' and i.code = any ($1) order by p.price`,
      [codes],
    ),
  );
  expect(kept).toEqual([
    { code: bad, price: '2.7500' },
    { code: good, price: '1234.5000' },
  ]);
  await world.write('crm', (tx) =>
    tx.query(`update crm_list_price set confirmed_at = now() - interval '300 days' where currency = 'EUR' and price in (2.75, 1234.5)`),
  );
  world.beforeClose(() => world.write('crm', (tx) => tx.query(`delete from crm_list_price where currency = 'EUR'`)));

  await manager.goto('/pricing?org=MOD&currency=EUR&tab=stale');
  await settled(page);
  for (const code of codes) await page.getByTestId(`select-${code}`).check();
  await page.getByTestId('bulk-price.reconfirm').click();
  await page.getByTestId('bulk-confirm-price.reconfirm').click();
  await page.getByText('2 done, 0 refused.').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  await manager.goto(`/pricing?org=MOD&currency=EUR&q=${good}`);
  await settled(page);
  await rows.first().locator('td').nth(1).click();
  await page.locator('[data-testid="price"][data-state="fresh"]').waitFor();
  await page.getByTestId('command-price.set').click();
  expect(await page.getByTestId('field-price').inputValue()).toBe('1234.50');
  await page.getByTestId('field-price').fill('1300');
  await page.getByTestId('dialog-confirm-price.set').click();
  await page.getByTestId('price').getByText('1,300.00').first().waitFor();
  expect([await untranslated(page), manager.problems]).toEqual([[], []]);
}, 180_000);
