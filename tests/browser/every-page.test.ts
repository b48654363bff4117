import { travel, type Station } from '@selvedge/seed/order-path.ts';
import { openWorld } from '../world/world.ts';
import { barriers } from './axe.ts';
import { openBrowser, type Person } from './chromium.ts';
import { overflowing, painted, settled, shapeOf, untranslated } from './look.ts';

/** Who sees most comes first: what they have looked at is looked at no more. */
const ROLES = [
  'sales-manager.mod',
  'warehouse-manager.mod',
  'admin',
  'pricing.mod',
  'accounting.mod',
  'sales.mod',
  'warehouse.mod',
  'sales-manager.group',
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
  const cheap = await world.wish('MOD', { mode: 'credit', lines: 1 });
  const { dealId: deal } = await travel(people, { ...cheap, lines: cheap.lines.map((line) => ({ ...line, unitPrice: '1.00' })) }, 'submitted');
  const { data } = await people.sales.view<{ lines: { id: string }[] }>('crm', 'deal', { id: deal });
  await people.sales.command('crm', 'price-request.create', { deal, line: data.lines[0]?.id, reason: 'Rakip daha ucuz' });
}, 300_000);

/** The pages of the menu, as this person sees it. */
const pagesOf = ({ page }: Person): Promise<string[]> =>
  page.locator('nav a.sv-nav-link').evaluateAll((links) => links.map((link) => (link as unknown as { pathname: string }).pathname));

/**
 * What somebody has looked at already: a page of one org, or of all, is looked at once, whoever opens it; in the deep run once for
 * each shape it has.
 */
const seen = new Set<string>();
async function isNew({ page }: Person, part: string): Promise<boolean> {
  const { pathname, searchParams } = new URL(page.url());
  const shape = process.env['SELVEDGE_DEEP'] === '1' ? await shapeOf(page, part) : '';
  const what = [pathname, searchParams.get('org') === 'all', part, shape].join('\n');
  if (seen.has(what)) return false;
  seen.add(what);
  return true;
}

/** Everything in the page's other theme, and in its other language: each place is seen in both, whichever it begins with. */
const otherTheme = { light: 'dark', dark: 'light' } as const;
const otherLanguage = { en: 'tr', tr: 'en' } as const;
const now = {
  theme: ({ page }: Person) => page.evaluate<'light' | 'dark'>('document.documentElement.dataset.theme'),
  language: ({ page }: Person) => page.evaluate<'en' | 'tr'>('document.documentElement.lang'),
};

/** Everything that must hold of a part of the screen, in both themes, on a phone and in both languages. */
async function faultsOf(person: Person, within: string): Promise<string[]> {
  const { page } = person;
  const faults: string[] = [];
  const [theme, language] = [await now.theme(person), await now.language(person)];
  await painted(page);
  faults.push(...(await barriers(page, { within })).map((what) => `${theme}: ${what}`));
  await page.emulateMedia({ colorScheme: otherTheme[theme], reducedMotion: 'reduce' });
  await page.locator(`html[data-theme="${otherTheme[theme]}"]`).waitFor();
  await painted(page);
  faults.push(...(await barriers(page, { within, coloursOnly: true })).map((what) => `${otherTheme[theme]}: ${what}`));

  await page.setViewportSize(PHONE);
  await page.locator('.sv-table').waitFor({ state: 'detached' });
  faults.push(...(await overflowing(page)).map((what) => `${language}, phone: ${what}`));
  await page.getByTestId('language').click();
  await page.locator(`html[lang="${otherLanguage[language]}"]`).waitFor();
  faults.push(...(await untranslated(page)).map((key) => `${otherLanguage[language]}: ${key} is a key, not a text`));
  faults.push(...(await overflowing(page)).map((what) => `${otherLanguage[language]}, phone: ${what}`));
  await page.setViewportSize(DESKTOP);
  await settled(page);
  return faults;
}

describe('every page of the menu, and the first record it opens', () => {
  test.each(ROLES)(
    'of %s is whole in both languages and on a phone, without a barrier in either theme or an error in the console',
    async (role) => {
      person = await openBrowser(world.addresses.crm, role, DESKTOP);
      const { page, problems } = person;
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.locator('nav a.sv-nav-link').first().waitFor();
      const pages = await pagesOf(person);
      expect(pages.length).toBeGreaterThan(2);
      const faults: string[] = [];
      const look = async (part: string) => {
        await settled(page);
        const place = new URL(page.url()).pathname;
        const keys = (await untranslated(page)).map((key) => `${key} is a key, not a text`);
        const others = (await isNew(person as Person, part)) ? await faultsOf(person as Person, part) : [];
        faults.push(...[...keys, ...others].map((fault) => `${role} ${place} ${fault}`));
      };
      for (const address of pages) {
        await page.locator(`nav a.sv-nav-link[href^="${address}"]`).first().click();
        // The address changes at once; until the page's code has come, the one before is still shown.
        await page.locator(`nav a.sv-nav-link[aria-current="page"][href^="${address}"]`).first().waitFor();
        // The frame around the pages is the same on all of them.
        await look(address === pages[0] ? 'body' : 'main');
        const row = page.locator('.sv-table tbody tr td:nth-child(2)').first();
        if ((await row.count()) === 0) continue;
        await row.click();
        await page.getByTestId('side-panel').locator('h1').waitFor();
        await look('[data-testid="side-panel"]');
      }
      expect([...faults, ...problems]).toEqual([]);
    },
    300_000,
  );
});
