import { travel } from '@selvedge/seed/order-path.ts';
import type { ApiClient } from '@selvedge/seed/client.ts';
import { openWorld } from '../world/world.ts';
import { openBrowser, type Person } from './chromium.ts';
import { settled } from './look.ts';

const world = openWorld();
const people = world.people('MOD');
const crew: Person[] = [];
afterAll(async () => {
  for (const person of crew) await person.close();
  await world.close();
});
async function open(who: string): Promise<Person> {
  const person = await openBrowser(world.addresses.crm, who);
  crew.push(person);
  return person;
}
/** A submitted deal of one line at nine tenths of its list price. */
async function cheapDeal(who: ApiClient = people.sales) {
  const wish = await world.wish('MOD', { mode: 'credit', lines: 1, qty: '2' });
  const lines = wish.lines.map((line) => ({ ...line, unitPrice: (Number(line.unitPrice) * 0.9).toFixed(2) }));
  const { dealId, dealCode } = await travel({ ...people, sales: who }, { ...wish, lines }, 'submitted');
  const { data } = await who.view<{ lines: { id: string }[] }>('crm', 'deal', { id: dealId });
  return { deal: dealId, code: dealCode, line: data.lines[0]?.id as string };
}
const ask = ({ deal, line }: { deal: string; line: string }, who: ApiClient = people.sales) =>
  who.command('crm', 'price-request.create', { deal, line, reason: 'Rakip daha ucuz' });
const rowOf = ({ page }: Person, code: string) => page.locator(`.sv-table tr[data-code^="${code}"]`);
const answer = async ({ page }: Person, field: string, text: string, action: string) => {
  await page.getByTestId(`field-${field}`).fill(text);
  await page.getByTestId(`dialog-confirm-${action}`).click();
  await page.getByTestId(`dialog-confirm-${action}`).waitFor({ state: 'detached' });
};

test('who sells asks for the price on the deal, a manager says no and then yes by the keyboard, and the deal is won [MGR-2 J25 J26]', async () => {
  const { deal, code } = await cheapDeal();
  const [seller, manager] = [await open('sales.mod'), await open('sales-manager.mod')];
  await seller.goto(`/deals/${deal}`);
  const card = seller.page.locator('[data-requirement="PRICING_APPROVED"]');
  await card.getByTestId('step-price-request.create').click();
  await answer(seller, 'reason', 'Rakip daha ucuz', 'price-request.create');
  const lines = seller.page.locator('.sv-lines');
  await lines.getByText('Price asked for').waitFor();
  expect(await lines.getByTestId('step-price-request.create').count()).toBe(0);
  expect(await card.getByRole('button').count()).toBe(0);

  const { page } = manager;
  await manager.goto(`/approvals?q=${code}`);
  await settled(page);
  await rowOf(manager, code).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const panel = page.locator(`[data-testid="price-request"][data-code="${code}"]`);
  await panel.getByText('Rakip daha ucuz').waitFor();
  await panel.locator('[data-requirement="REQUEST_DECIDED"]').waitFor();
  await page.keyboard.press('r');
  await answer(manager, 'note', 'Maliyetin altında', 'price-request.reject');
  await panel.and(page.locator('[data-status="rejected"]')).waitFor();
  await page.getByText('The filters above leave nothing.').waitFor();

  // The deal of whoever asked tells it by itself.
  await lines.getByText('Price rejected').waitFor();
  await lines.getByText('Maliyetin altında').waitFor();
  await lines.getByTestId('step-price-request.create').click();
  await answer(seller, 'reason', 'Son fiyatımız', 'price-request.create');
  await rowOf(manager, code).waitFor();
  await page.keyboard.press('Escape');
  await rowOf(manager, code).locator('td:nth-child(2)').click();
  await panel.and(page.locator('[data-status="pending"]')).waitFor();
  await panel.getByTestId('command-price-request.approve').waitFor();
  await page.keyboard.press('a');
  await panel.and(page.locator('[data-status="approved"]')).waitFor();
  await page.getByTestId('tab-decided').click();
  await rowOf(manager, code).first().waitFor();
  expect(await rowOf(manager, code).count()).toBe(2);

  await lines.getByText('Price approved').waitFor();
  await seller.page.locator('[data-testid="command-deal.win"]:not([aria-disabled="true"])').click();
  await seller.page.locator('[data-testid="deal"][data-status="won"]').waitFor();
  expect([...seller.problems, ...manager.problems]).toEqual([]);
}, 180_000);

test('many are approved together; what one asked for oneself says why it cannot be, before the click [MGR-2 J17]', async () => {
  const own = await cheapDeal(people.manager);
  await ask(own, people.manager);
  const others = [await cheapDeal(), await cheapDeal()];
  for (const other of others) await ask(other);
  const manager = await open('sales-manager.mod');
  const { page } = manager;
  await manager.goto('/approvals?sort=-requested_at');
  await settled(page);
  for (const { code } of [own, ...others]) await rowOf(manager, code).locator('input[type="checkbox"]').check();
  const bulk = page.getByTestId('bulk-price-request.approve');
  expect(await bulk.innerText()).toContain('2 of 3');
  await bulk.click();
  await page.getByText('3 selected: 2 can be done, 1 cannot because').waitFor();
  await page.locator('.sv-bulk-results').getByText(own.code).waitFor();
  await page.getByTestId('bulk-confirm-price-request.approve').click();
  await page.getByText('2 done, 0 refused.').waitFor();
  await page.getByRole('button', { name: 'Close' }).last().click();
  for (const { code } of others) await rowOf(manager, code).waitFor({ state: 'detached' });

  await rowOf(manager, own.code).locator('td:nth-child(2)').click();
  const approve = page.getByTestId('side-panel').getByTestId('command-price-request.approve');
  await approve.waitFor();
  expect(await approve.getAttribute('data-refusal')).toBe('You asked for it or made the deal; somebody else decides it.');
  expect(manager.problems).toEqual([]);
}, 180_000);

test('the page gathers what waits for a manager; pricing has the prices alone, and each finds it in the menu with its count [MGR-2]', async () => {
  await ask(await cheapDeal());
  for (const [who, tabs] of [
    ['sales-manager.mod', ['pending', 'shipments', 'customers', 'decided']],
    ['pricing.mod', ['pending', 'decided']],
  ] as const) {
    const person = await open(who);
    const { page } = person;
    const link = page.locator('nav a.sv-nav-link[href^="/app/approvals"]');
    await link.locator('.sv-nav-count').waitFor();
    await link.click();
    // Until the page's code has come, the one before is still shown.
    await page.getByTestId('tab-pending').waitFor();
    await settled(page);
    expect(await page.getByRole('tab').evaluateAll((all) => all.map((tab) => (tab as unknown as { dataset: { testid: string } }).dataset.testid))).toEqual(
      tabs.map((tab) => `tab-${tab}`),
    );
    for (const tab of tabs) {
      await page.getByTestId(`tab-${tab}`).click();
      await page.locator(`[data-testid="tab-${tab}"][aria-selected="true"]`).waitFor();
      await settled(page);
    }
    expect(person.problems).toEqual([]);
  }
}, 180_000);
