import { travel } from '@selvedge/seed/order-path.ts';
import { openWorld } from '../world/world.ts';
import { openBrowser, type Person } from './chromium.ts';

const world = openWorld();
const people = world.people('MOD');
let person: Person;
beforeAll(async () => {
  person = await openBrowser(world.addresses.crm, 'sales.mod');
}, 180_000);
afterAll(async () => {
  await person.close();
  await world.close();
});

const live = (state: string) => person.page.locator(`[data-testid="live-state"][data-state="${state}"]`).waitFor();

test('the lines of a colleague, saved while the same deal is edited, show as a banner that names each difference', async () => {
  const { page } = person;
  const wish = await world.wish('MOD', { mode: 'credit', lines: 2 });
  const order = await travel(people, wish, 'draft');
  await person.goto(`/deals/${order.dealId}`);
  await page.getByTestId('edit-lines').click();
  await page.getByTestId('cell-0-qty').fill('77');

  const { data: deal } = await people.manager.view<{ deal: { version: number } }>('crm', 'deal', { id: order.dealId });
  const [first] = wish.lines;
  await people.manager.command('crm', 'deal.update-lines', { deal: order.dealId, version: deal.deal.version, lines: [{ ...first, qty: '25' }] });

  const banner = page.locator('.sv-banner[role="alert"]');
  await banner.getByText('Quantity: 10 → 25').waitFor();
  await banner.getByText(/Line 2 removed/).waitFor();
  expect(await page.getByTestId('cell-0-qty').inputValue()).toBe('77');

  await page.getByRole('button', { name: 'Keep mine, save over' }).click();
  await banner.waitFor({ state: 'detached' });
  await page.getByTestId('command-deal.update-lines').click();
  await page.getByTestId('edit-lines').waitFor();
  const { data: saved } = await people.sales.view<{ lines: { qty: string; status: string }[] }>('crm', 'deal', { id: order.dealId });
  expect(saved.lines.filter((line) => line.status === 'open').map((line) => Number(line.qty))).toEqual([77, 10]);
});

test('the shell says when the stream is lost and since when the page may be stale, and fetches what was missed', async () => {
  const { page } = person;
  const order = await travel(people, await world.wish('MOD', { mode: 'credit' }), 'submitted');
  await person.goto(`/deals/${order.dealId}`);
  await page.locator('[data-testid="deal"][data-status="submitted"]').waitFor();
  await live('live');

  await page.context().setOffline(true);
  await live('reconnecting');
  await people.sales.command('crm', 'deal.lose', { deal: order.dealId, reason: 'Müşteri vazgeçti' });
  await live('stale');
  expect(await page.getByTestId('live-state').innerText()).toMatch(/Stale since \d{2}:\d{2}/);

  await page.context().setOffline(false);
  await live('live');
  await page.locator('[data-testid="deal"][data-status="lost"]').waitFor();
});
