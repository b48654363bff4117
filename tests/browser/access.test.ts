import { stableId } from '@selvedge/directus/access/directus-permissions.ts';
import { hire, inSeconds, welcome } from '../world/hire.ts';
import { openWorld } from '../world/world.ts';
import { openBrowser, type Person } from './chromium.ts';
import { overflowing, settled, untranslated } from './look.ts';

const world = openWorld();
const people: Person[] = [];
afterAll(async () => {
  for (const person of people) await person.close();
  await world.close();
});

async function open(...args: Parameters<typeof openBrowser>): Promise<Person> {
  const person = await openBrowser(...args);
  people.push(person);
  return person;
}
const inDays = (days: number) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Istanbul' }).format(Date.now() + days * 86_400_000);

test('an administrator gives a role for a time, sees what ending it takes away, and ends it; the person is in and out at once [ADM-2 ADM-5]', async () => {
  const newcomer = await hire(world, 'Tarayıcı');
  const admin = await open(world.addresses.crm, 'admin.mod');
  const { page } = admin;
  await admin.goto('/access');
  await settled(page);
  await page.getByTestId('give-role').click();
  await page.getByTestId('field-person').locator('input').fill(newcomer.email);
  await page.locator('.ant-select-item-option').filter({ hasText: newcomer.email }).click();
  await page.getByTestId('field-role').click();
  await page.locator('.ant-select-item-option').getByText('sales', { exact: true }).click();
  await page.getByTestId('field-until').fill(inDays(10));
  await page.getByTestId('field-until').press('Enter');
  await page.getByTestId('field-reason').fill('Fuar için');
  await page.getByTestId('dialog-confirm-grant.give').click();
  await page.getByText('Role given.').waitFor();
  expect((await newcomer.client.raw('crm', '/crm/views/deals')).status).toBe(200);

  await admin.goto(`/access?tab=expiring&q=${newcomer.email}`);
  await page.locator('.sv-table tbody tr').first().click();
  const grant = page.getByTestId('grant');
  await grant.getByText('every way into MOD').waitFor();
  await grant.getByText('deals:win').waitFor();
  await page.getByTestId('command-grant.end').click();
  await page.getByTestId('field-reason').fill('Fuar bitti');
  await page.getByTestId('dialog-confirm-grant.end').click();
  await page.getByText('Grant ended.').waitFor();
  expect((await newcomer.client.raw('crm', '/crm/views/deals')).status).toBe(403);
  expect(admin.problems).toEqual([]);
}, 180_000);

test('an administrator sets how long list prices hold and what sales gives unasked; what was not touched stays [ADM-1 J25]', async () => {
  const admin = await open(world.addresses.crm, 'admin.jtr');
  const { page } = admin;
  const org = () =>
    world.look('crm', (tx) =>
      tx.one("select name, sender_email, price_stale_days, trim_scale(allowed_discount_percent) as discount from core_org where code = 'JTR'"),
    );
  const before = await org();
  const set = async (days: string, discount: string) => {
    await page.getByTestId('edit-JTR').click();
    await page.getByTestId('field-priceStaleDays').fill(days);
    await page.getByTestId('field-allowedDiscountPercent').fill(discount);
    await page.getByTestId('dialog-confirm-org.edit').click();
  };
  await admin.goto('/access?tab=orgs');
  await set('45', '100');
  await page.locator('.sv-inline-error').filter({ hasText: 'below 100' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await org()).toEqual(before);

  await set('45', '2.5');
  await page.getByTestId('dialog-confirm-org.edit').waitFor({ state: 'detached' });
  expect(await org()).toEqual({ ...before, price_stale_days: 45, discount: '2.5' });

  await settled(page);
  await set(String(before['price_stale_days']), String(before['discount']));
  await page.getByTestId('dialog-confirm-org.edit').waitFor({ state: 'detached' });
  expect(await org()).toEqual(before);
  expect(admin.problems.filter((problem) => !problem.includes('400'))).toEqual([]);
}, 180_000);

test('a key is given to a role with a click and a reason, pinned ones cannot be touched [J96 MGR-4]', async () => {
  const admin = await open(world.addresses.crm, 'admin.mod');
  const { page } = admin;
  await admin.goto('/access?tab=roles');
  const box = (role: string, key: string) => page.getByRole('checkbox', { name: `${role} may ${key}` });
  await box('sales manager', 'email:send_now').waitFor();
  expect(await box('sales manager', 'payments:confirm').isDisabled()).toBe(true);
  expect(await box('pricing', 'payments:confirm').count()).toBe(0);
  for (const allowed of [true, false]) {
    await box('sales manager', 'email:send_now').click();
    await page.getByTestId('field-reason').fill('Deneme');
    await page.getByTestId('dialog-confirm-role-key.tune').click();
    await page.getByTestId('dialog-confirm-role-key.tune').waitFor({ state: 'detached' });
    const me = (await (await world.people('MOD').manager.raw('crm', '/kernel/me')).json()) as { orgs: { keys: string[] }[] };
    expect(me.orgs[0]?.keys.includes('email:send_now')).toBe(allowed);
  }
  expect(admin.problems).toEqual([]);
}, 180_000);

test('a manager lends the own role to a colleague and takes it back', async () => {
  const mod = await world.orgId('MOD');
  const lender = await hire(world, 'Devreden');
  await welcome(world.as('admin.mod'), mod, lender, 'sales_manager', { expiresAt: inSeconds(86_400) });
  const manager = await open(world.addresses.crm, lender.email.replace('@selvedge.test', ''));
  const { page } = manager;
  await manager.goto('/access');
  await settled(page);
  expect(await page.getByRole('tab').count()).toBe(1);
  await page.getByTestId('lend-role').click();
  await page.getByTestId('field-person').locator('input').fill('selin');
  await page.locator('.ant-select-item-option').filter({ hasText: 'sales.mod@' }).click();
  await page.getByTestId('field-until').fill(inDays(3));
  await page.getByTestId('field-until').press('Enter');
  await page.getByTestId('field-reason').fill('İzin');
  await page.getByTestId('dialog-confirm-role.delegate').click();
  await page.locator('[data-testid="lending"][data-state="lent"]').waitFor();
  const borrows = () =>
    world.look('crm', (tx) =>
      tx.query(`select 1 from app.live_roles(array[$1::uuid]) where role = 'sales_manager'`, [stableId('user:sales.mod@selvedge.test')]),
    );
  expect(await borrows()).toHaveLength(1);
  await page.getByTestId('command-delegation.end').click();
  await page.getByTestId('dialog-confirm-delegation.end').click();
  await page.locator('[data-testid="lending"][data-state="expired"]').waitFor();
  expect(await borrows()).toEqual([]);
  expect(manager.problems).toEqual([]);
}, 180_000);

test.each(['grants', 'expiring', 'roles', 'orgs', 'certificates'])(
  'the tab %s fits a phone, in the dark, with every word translated',
  async (tab) => {
    const person =
      people.find((one) => one.page.viewportSize()?.width === 390) ??
      (await open(world.addresses.crm, 'admin.mod', { width: 390, height: 844, theme: 'dark' }));
    await person.goto(`/access?tab=${tab}`);
    await settled(person.page);
    expect(await overflowing(person.page)).toEqual([]);
    expect(await untranslated(person.page)).toEqual([]);
    expect(person.problems).toEqual([]);
  },
  180_000,
);
