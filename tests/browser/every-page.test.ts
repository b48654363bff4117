import { travel, type Station } from '@selvedge/seed/order-path.ts';
import { openWorld } from '../world/world.ts';
import { barriers } from './axe.ts';
import { openBrowser, type Person } from './chromium.ts';
import { overflowing, painted, settled, untranslated } from './look.ts';

const ROLES = [
  'sales.mod',
  'sales-manager.mod',
  'pricing.mod',
  'accounting.mod',
  'warehouse.mod',
  'warehouse-manager.mod',
  'sales-manager.group',
  'admin',
] as const;
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const world = openWorld();
let person: Person | null = null;
afterEach(async () => {
  await person?.close();
  person = null;
});
afterAll(() => world.close());

// Something for every list, at stations that have panels of their own.
beforeAll(async () => {
  const people = world.people('MOD');
  const stations: readonly Station[] = ['won', 'planned', 'allocated', 'dated', 'approved', 'picking', 'picked', 'shipped', 'invoiced', 'closed'];
  for (const station of stations) await travel(people, await world.wish('MOD', { mode: 'credit' }), station);
  await travel(people, await world.wish('MOD', { mode: 'cash' }), 'paid');
}, 120_000);

/** The pages of the menu, as this person sees it. */
const pagesOf = ({ page }: Person): Promise<string[]> =>
  page.locator('nav a.sv-nav-link').evaluateAll((links) => links.map((link) => (link as unknown as { href: string }).href));

/** Everything that must hold of what is on the screen, in both themes, on a phone and in Turkish. */
async function faultsOf({ page }: Person): Promise<string[]> {
  const faults = (await untranslated(page)).map((key) => `en: ${key} is a key, not a text`);
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.locator(`html[data-theme="${theme}"]`).waitFor();
    await painted(page);
    faults.push(...(await barriers(page)).map((what) => `${theme}: ${what}`));
  }
  await page.setViewportSize(PHONE);
  await page.locator('.sv-table').waitFor({ state: 'detached' });
  faults.push(...(await overflowing(page)).map((what) => `en, phone: ${what}`));
  await page.getByTestId('language').click();
  await page.locator('html[lang="tr"]').waitFor();
  faults.push(...(await untranslated(page)).map((key) => `tr: ${key} is a key, not a text`));
  faults.push(...(await overflowing(page)).map((what) => `tr, phone: ${what}`));
  await page.getByTestId('language').click();
  await page.locator('html[lang="en"]').waitFor();
  await page.setViewportSize(DESKTOP);
  await settled(page);
  return faults.map((fault) => `${new URL(page.url()).pathname} ${fault}`);
}

describe('every page of the menu, and the first record it opens', () => {
  test.each(ROLES)(
    'of %s is whole in both languages and on a phone, without a barrier in either theme or an error in the console',
    async (role) => {
      person = await openBrowser(world.addresses.crm, role, DESKTOP);
      const { page, problems } = person;
      await page.locator('nav a.sv-nav-link').first().waitFor();
      const pages = await pagesOf(person);
      expect(pages.length).toBeGreaterThan(2);
      const faults: string[] = [];
      for (const address of pages) {
        await page.goto(address);
        await settled(page);
        faults.push(...(await faultsOf(person)));
        const row = page.locator('.sv-table tbody tr td:nth-child(2)').first();
        if ((await row.count()) === 0) continue;
        await row.click();
        await page.getByTestId('side-panel').locator('h1').waitFor();
        await settled(page);
        faults.push(...(await faultsOf(person)));
      }
      expect([...faults, ...problems]).toEqual([]);
    },
    300_000,
  );
});
