import { openBrowser, type Person } from '../browser/chromium.ts';
import { settled } from '../browser/look.ts';
import { openWorld, PASSWORD } from '../world/world.ts';

const world = openWorld();
let person: Person;
beforeAll(async () => {
  person = await openBrowser(world.addresses.crm, 'accounting.mod');
});
afterAll(async () => {
  await person.close();
  await world.close();
});

const signInHere = async () => {
  await person.page.getByTestId('login-password').fill(PASSWORD);
  await person.page.getByTestId('login-submit').click();
};
/** Whom a node takes the browser for; null is nobody. */
const knownAt = async (system: 'crm' | 'wms'): Promise<string | null> => {
  const answer = await person.page.request.get(`${world.addresses[system]}/kernel/me`);
  return answer.ok() ? ((await answer.json()) as { user: { email: string } }).user.email : null;
};

test('signing out ends the session at both nodes, and a session of somebody else at the other node is not used [J1]', async () => {
  const { page } = person;
  await person.goto('/shipments');
  await page.locator('.sv-second-login').waitFor();
  await signInHere();
  await page.locator('.sv-second-login').waitFor({ state: 'detached' });
  expect([await knownAt('crm'), await knownAt('wms')]).toEqual(['accounting.mod@selvedge.test', 'accounting.mod@selvedge.test']);

  await page.getByTestId('person').click();
  await page.getByTestId('sign-out').click();
  await page.getByTestId('login-email').fill('accounting.jtr@selvedge.test');
  expect([await knownAt('crm'), await knownAt('wms')]).toEqual([null, null]);

  await signInHere();
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
  await settled(page);
  const left = await page.request.post(`${world.addresses.wms}/auth/login`, {
    data: { email: 'accounting.mod@selvedge.test', password: PASSWORD, mode: 'session' },
  });
  expect(left.status()).toBe(200);
  await person.goto('/shipments');
  await page.locator('.sv-second-login').waitFor();
  expect(await knownAt('wms')).toBe('accounting.mod@selvedge.test');
}, 180_000);
