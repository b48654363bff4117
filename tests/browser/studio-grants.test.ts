import type { Page } from 'playwright-core';
import { hire } from '../world/hire.ts';
import { openWorld } from '../world/world.ts';
import { openBrowser, type Person } from './chromium.ts';

const world = openWorld();
let admin: Person | undefined;
afterAll(async () => {
  await admin?.close();
  await world.close();
});

/** Chooses a row of another collection in the drawer that the Studio opens for it. */
async function choose(page: Page, field: string, text: string): Promise<void> {
  await page.locator(`[data-field="${field}"] .many-to-one button`).first().click();
  const drawer = page.locator('.v-drawer');
  await drawer.locator('.search-input').click();
  await drawer.getByPlaceholder('Search Items...').fill(text);
  await drawer.locator('tr.table-row').filter({ hasText: text }).first().click();
  await drawer.locator('[data-icon="check"]').last().click();
  await drawer.waitFor({ state: 'detached' });
}

async function fillGrant(page: Page, email: string): Promise<void> {
  await choose(page, 'org', 'MOD');
  await choose(page, 'user', email);
  await page.locator('[data-field="role"] .interface').click();
  await page
    .locator('.v-menu-content .v-list-item')
    .filter({ hasText: /^Sales$/ })
    .click();
  await page.locator('[data-field="reason"] input').fill('Fuar için');
  await page.locator('.header-bar [data-icon="check"]').click();
}

test('an administrator gives a role in the Studio, is told in words what is refused, and ends it there [ADM-2 ADM-5]', async () => {
  const person = await hire(world, 'Stüdyo');
  const seesDeals = async () => (await person.client.raw('crm', '/crm/views/deals')).status;
  admin = await openBrowser(world.addresses.crm, 'admin', { height: 1_100 });
  const { page } = admin;
  // The Studio's own code is large, and is loaded here for the first time.
  page.setDefaultTimeout(60_000);
  await page.goto(`${world.addresses.crm}/admin/content/core_org_grant/+`);
  await page.getByRole('button', { name: 'Remind Later' }).click();
  await fillGrant(page, person.email);
  await page.waitForURL((url) => url.pathname.endsWith('/core_org_grant'));
  expect(await seesDeals()).toBe(200);

  await page.goto(`${world.addresses.crm}/admin/content/core_org_grant/+`);
  await fillGrant(page, person.email);
  await page.getByText('This person holds the role sales here already, without an end; change or end that grant.').waitFor();

  const grant = await world.look('crm', (tx) => tx.one<{ id: string }>('select id from core_org_grant where "user" = $1', [person.id]));
  await page.goto(`${world.addresses.crm}/admin/content/core_org_grant/${grant.id}`);
  await page.locator('[data-field="user"] button[disabled]').first().waitFor();
  expect(await page.locator('[data-field="reason"] input').isEnabled()).toBe(true);
  await page.locator('.header-bar [data-icon="delete"]').click();
  await page.locator('#dialog-outlet').getByRole('button', { name: 'Delete' }).click();
  await page.waitForURL((url) => url.pathname.endsWith('/core_org_grant'));
  expect(await seesDeals()).toBe(403);
  const [, ended] = await world.look('crm', (tx) =>
    tx.query<{ reason: string }>('select reason from kernel.audit where subject_id = $1 order by id', [grant.id]),
  );
  expect(ended?.reason).toBe('Ended in the Studio by Sistem Yöneticisi.');
}, 240_000);
