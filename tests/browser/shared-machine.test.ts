import { openWorld, PASSWORD } from '../world/world.ts';
import { openBrowser, type Person } from './chromium.ts';
import { settled } from './look.ts';

const world = openWorld();
let person: Person;
beforeAll(async () => {
  person = await openBrowser(world.addresses.crm, 'sales.mod');
}, 180_000);
afterAll(async () => {
  await person.close();
  await world.close();
});

/** Signs out, and somebody else in, at the same browser. */
async function handOver(email: string) {
  const { page } = person;
  await page.getByTestId('person').click();
  await page.getByTestId('sign-out').click();
  await page.getByTestId('login-email').fill(`${email}@selvedge.test`);
  await page.getByTestId('login-password').fill(PASSWORD);
  await page.getByTestId('login-submit').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
  await settled(page);
}

const note = () => person.page.getByTestId('field-note');
const keptWith = (text: string) =>
  person.page.waitForFunction(
    (wanted) => Object.values((globalThis as unknown as { localStorage: Record<string, string> }).localStorage).some((kept) => kept.includes(wanted)),
    text,
  );

test('what one person typed at a machine is not shown to the next, and is there when they return [J1]', async () => {
  await person.goto('/deals/new');
  await note().fill('Only for Ayşe');
  await person.page.getByTestId('cell-0-qty').fill('123');
  await keptWith('Only for Ayşe');
  await keptWith('123');

  await handOver('sales-manager.mod');
  await person.goto('/deals/new');
  await note().waitFor();
  expect(await note().inputValue()).toBe('');
  expect(await person.page.getByTestId('cell-0-qty').inputValue()).toBe('');

  await handOver('sales.mod');
  await person.goto('/deals/new');
  await note().waitFor();
  expect(await note().inputValue()).toBe('Only for Ayşe');
  expect(await person.page.getByTestId('cell-0-qty').inputValue()).toBe('123');
}, 180_000);
