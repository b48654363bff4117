import type { Page } from 'playwright-core';
import { hire } from '../world/hire.ts';
import { linksTo } from '../world/set-password.ts';
import { openWorld } from '../world/world.ts';
import { barriers } from './axe.ts';
import { openBrowser, type Person } from './chromium.ts';
import { overflowing, settled, untranslated } from './look.ts';

const world = openWorld();
const people: Person[] = [];
afterAll(async () => {
  for (const person of people) await person.close();
  await world.close();
});

const NEXT = 'yeni bir parola 2026';

/** A browser in which nobody is signed in. */
async function signedOut(options: Parameters<typeof openBrowser>[2] = {}): Promise<Person> {
  const person = await openBrowser(world.addresses.crm, 'sales.mod', options);
  people.push(person);
  await person.page.context().clearCookies();
  return person;
}
async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByTestId('login-email').fill(email);
  await page.getByTestId('login-password').fill(password);
  await page.getByTestId('login-submit').click();
}

test('whoever forgot the password asks for a link, chooses a new one by it, and signs in; the link is then dead [J99]', async () => {
  const someone = await hire(world, 'Unutan');
  const { page, goto } = await signedOut();
  await goto('/login');
  await page.getByTestId('forgot').click();
  await page.getByTestId('forgot-email').fill(someone.email);
  await page.getByTestId('forgot-submit').click();
  await page.getByTestId('forgot-sent').waitFor();
  const [token] = await linksTo(world, someone.email);
  await goto(`/reset-password?token=${token}`);
  await page.getByTestId('new-password').fill('kısa');
  await page.getByTestId('password-submit').click();
  await page.getByText('4 characters are too few; use at least 12.').waitFor();
  await page.getByTestId('new-password').fill(NEXT);
  await page.getByTestId('password-submit').click();
  await page.getByTestId('password-set').waitFor();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await signIn(page, someone.email, NEXT);
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));

  await page.context().clearCookies();
  await goto(`/reset-password?token=${token}`);
  await page.getByTestId('new-password').fill('bir başka parola');
  await page.getByTestId('password-submit').click();
  await page.getByTestId('link-dead').getByText('This link was used already').waitFor();
  await page.getByTestId('forgot-submit').waitFor();
}, 180_000);

test('an administrator invites somebody, who chooses a password and lands on the page of their role [J99 ADM-2]', async () => {
  const email = `davetli.${Date.now()}@selvedge.test`;
  const admin = await openBrowser(world.addresses.crm, 'admin.mod');
  people.push(admin);
  await admin.goto('/access');
  await settled(admin.page);
  await admin.page.getByTestId('invite-person').click();
  await admin.page.getByTestId('field-email').fill(email);
  await admin.page.getByTestId('field-firstName').fill('Davetli');
  await admin.page.getByTestId('field-lastName').fill('Kişi');
  await admin.page.getByTestId('field-role').click();
  await admin.page.locator('.ant-select-item-option').getByText('sales', { exact: true }).click();
  await admin.page.getByTestId('field-reason').fill('Yeni iş arkadaşı');
  await admin.page.getByTestId('dialog-confirm-person.invite').click();
  await admin.page.getByText('Role given. Whoever has no password yet').waitFor();
  await linksTo(world, email);

  await admin.goto(`/access?q=${email}`);
  await admin.page.locator('.sv-table tbody tr').first().click();
  await admin.page.getByText('has not chosen a password yet').waitFor();
  await admin.page.getByTestId('command-person.invite-again').click();
  await admin.page.getByText('A new link is on its way.').waitFor();
  expect(admin.problems).toEqual([]);

  const newcomer = await signedOut();
  const token = (await linksTo(world, email)).at(-1);
  await newcomer.goto(`/reset-password?token=${token}`);
  await newcomer.page.getByTestId('new-password').fill(NEXT);
  await newcomer.page.getByTestId('password-submit').click();
  await newcomer.page.getByRole('link', { name: 'Sign in' }).click();
  await signIn(newcomer.page, email, NEXT);
  await newcomer.page.waitForURL((url) => url.pathname.endsWith('/fulfillment'));
}, 180_000);

test.each([
  ['light', 1440],
  ['dark', 390],
] as const)(
  'the pages of whoever is not signed in can be read by all, in the %s, %i px wide, in both languages',
  async (theme, width) => {
    const { page, goto } = await signedOut({ theme, width, height: 844 });
    const faults: string[] = [];
    const look = async () => {
      for (let language = 0; language < 2; language += 1) {
        faults.push(...(await overflowing(page)), ...(await untranslated(page)), ...(await barriers(page)));
        await page.getByTestId('language').click();
      }
    };
    await goto('/login');
    await page.getByTestId('login-email').waitFor();
    await look();
    await page.getByTestId('forgot').click();
    await look();
    for (const path of ['/reset-password', '/reset-password?token=x']) {
      await goto(path);
      await page.locator('[data-testid="new-password"], [data-testid="link-dead"]').first().waitFor();
      await look();
    }
    expect(faults).toEqual([]);
  },
  180_000,
);
