import { travel } from '@selvedge/seed/order-path.ts';
import { openWorld } from '../world/world.ts';
import { openBrowser, type Person } from './chromium.ts';
import { settled } from './look.ts';

const world = openWorld();
const people = world.people('MOD');
let person: Person;
let code: string;
beforeAll(async () => {
  for (const station of ['won', 'allocated', 'dated', 'dated'] as const) {
    const order = await travel(people, await world.wish('MOD', { mode: 'credit' }), station);
    if (station === 'allocated') code = order.purchaseOrderCode as string;
  }
  person = await openBrowser(world.addresses.crm, 'sales-manager.mod');
}, 180_000);
afterAll(async () => {
  await person.close();
  await world.close();
});

const codes = () =>
  person.page.locator('.sv-table tbody tr').evaluateAll((all) => all.map((row) => (row as unknown as { dataset: { code: string } }).dataset.code));
const param = (name: string) => new URL(person.page.url()).searchParams.get(name);

test('tab, search, filter, sort and the open record live in the address, and survive a reload and Back', async () => {
  const { page } = person;
  await person.goto('/fulfillment');
  await settled(page);
  await page.getByTestId('tab-approval').click();
  // A double click turns the sort twice, however late the first turn is drawn.
  await page.getByRole('button', { name: 'Gross amount' }).dblclick();
  await page.waitForURL((url) => url.searchParams.get('sort') === '-gross_amount' && url.searchParams.get('tab') === 'approval');
  // The address turns before the list does; its head and its rows turn together.
  await page.locator('.sv-table th[aria-sort="descending"]').waitFor();
  await settled(page);
  const shown = await codes();
  expect(shown.length).toBeGreaterThanOrEqual(2);
  await page.locator('.sv-table tbody tr td:nth-child(2)').first().click();
  await page.locator(`[data-testid="purchase-order"][data-code="${shown[0] ?? ''}"]`).waitFor();

  await page.reload();
  await page.locator(`[data-testid="purchase-order"][data-code="${shown[0] ?? ''}"]`).waitFor();
  await settled(page);
  expect(await codes()).toEqual(shown);
  expect(await page.getByTestId('tab-approval').getAttribute('aria-selected')).toBe('true');
  expect(await page.locator('.sv-table').getByRole('columnheader', { name: 'Gross amount' }).getAttribute('aria-sort')).toBe('descending');

  await page.getByTestId('open-full-page').click();
  await page.waitForURL(/\/purchase-orders\//);
  await page.goBack();
  await page.locator(`[data-testid="purchase-order"][data-code="${shown[0] ?? ''}"]`).waitFor();
  expect([param('tab'), param('sort')]).toEqual(['approval', '-gross_amount']);
});

test('a search that finds one, a filter that finds none: the page says why it is empty', async () => {
  const { page } = person;
  await person.goto(`/fulfillment?q=${code}`);
  await settled(page);
  expect(await codes()).toEqual([code]);
  expect(await page.getByTestId('search').inputValue()).toBe(code);
  await person.goto(`/fulfillment?q=${code}&stage=closed`);
  await page.getByText('The filters above leave nothing.').waitFor();
  await page.getByRole('button', { name: /Remove filter/ }).click();
  await page.locator(`tr[data-code="${code}"]`).waitFor();
  expect(param('stage')).toBeNull();
});

test('an empty queue says what brings something into it', async () => {
  const { page } = person;
  await person.goto('/fulfillment?tab=shortage');
  await page.getByText('No shortage waits for a decision').waitFor();
  await page.getByText('A PO appears here when its deal is won.').waitFor();
  expect(person.problems).toEqual([]);
});
