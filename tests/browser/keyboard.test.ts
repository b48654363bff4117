import { eventually } from '@selvedge/seed/client.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { openWorld } from '../world/world.ts';
import { openBrowser, type Person } from './chromium.ts';
import { settled } from './look.ts';

const world = openWorld();
let person: Person;
let code: string;
beforeAll(async () => {
  const people = world.people('MOD');
  const order = await travel(people, await world.wish('MOD', { mode: 'credit' }), 'won');
  await travel(people, await world.wish('MOD', { mode: 'credit' }), 'submitted');
  code = order.dealCode;
  person = await openBrowser(world.addresses.crm, 'sales-manager.mod');
}, 180_000);
afterAll(async () => {
  await person.close();
  await world.close();
});

/** Opens the palette and waits until it listens. A page that was just drawn may not hear the first press. */
async function openPalette(): Promise<void> {
  const input = person.page.locator('[data-testid="palette-input"]:focus');
  await person.page.locator('main h1').first().waitFor();
  await eventually(
    'the palette',
    async () => {
      await person.page.keyboard.press('Control+k');
      return input.waitFor({ timeout: 1_000 }).then(
        () => true,
        () => false,
      );
    },
    (isOpen) => isOpen,
    15_000,
  );
}
const openParam = () => new URL(person.page.url()).searchParams.get('open');

test('Ctrl-K finds a deal by its code, and Enter goes there', async () => {
  const { page } = person;
  await openPalette();
  await page.keyboard.type(code);
  await page.getByTestId('palette-entry').filter({ hasText: code }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/deals\/[0-9a-f-]{36}/);
  await page.locator(`[data-testid="deal"][data-code="${code}"]`).waitFor();
  await page.getByTestId('palette-input').waitFor({ state: 'detached' });
});

test('Ctrl-K lists the pages of the person alone, and the commands of what is open', async () => {
  const { page } = person;
  await openPalette();
  const entries = page.getByTestId('palette-entry');
  await entries.filter({ hasText: 'Cancel deal' }).first().waitFor();
  expect(await entries.filter({ hasText: '/picking' }).count()).toBe(0);
  await page.keyboard.type('customers');
  await entries.filter({ hasText: '/customers' }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('palette-input').waitFor({ state: 'detached' });
});

test('j, k and Enter walk the table, x selects, and Escape closes the panel without leaving the list', async () => {
  const { page } = person;
  // What waits for the warehouse can be cancelled, whatever other tests did to the rest.
  await person.goto('/fulfillment?tab=warehouse');
  await settled(page);
  const rows = page.locator('.sv-table tbody tr');
  const codes = await rows.evaluateAll((all) => all.map((row) => (row as unknown as { dataset: { code: string } }).dataset.code));
  expect(codes.length).toBeGreaterThan(0);
  await page.keyboard.press('j');
  expect(await page.locator('tr.is-cursor').getAttribute('data-code')).toBe(codes[0]);
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  expect(await page.locator('tr.is-cursor').getAttribute('data-code')).toBe(codes[0]);
  await page.keyboard.press('x');
  await page.getByTestId('bulk-bar').waitFor();
  await page.keyboard.press('x');
  await page.getByTestId('bulk-bar').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.locator(`[data-testid="purchase-order"][data-code="${codes[0] ?? ''}"]`).waitFor();
  expect(openParam()).not.toBeNull();
  await page.keyboard.press('Escape');
  await page.getByTestId('side-panel').waitFor({ state: 'detached' });
  expect(openParam()).toBeNull();
  expect(new URL(page.url()).pathname).toBe('/app/fulfillment');
});

test('Escape closes a dialog and leaves the panel behind it open, with the focus where it was', async () => {
  const { page } = person;
  await page.keyboard.press('Enter');
  const button = page.getByTestId('side-panel').getByTestId('command-purchase-order.cancel');
  await button.click();
  await page.locator('[data-testid="field-reason"]:focus').waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('field-reason').waitFor({ state: 'detached' });
  await page.getByTestId('side-panel').waitFor();
  expect(await button.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
});

test('? shows the keys of the page', async () => {
  const { page } = person;
  await page.keyboard.press('?');
  await page.locator(':focus .sv-keys').getByText('Next row').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.sv-keys').waitFor({ state: 'detached' });
  expect(person.problems).toEqual([]);
});
