import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { openWorld } from '../world/world.ts';
import { barriers } from './axe.ts';
import { openBrowser, type BrowserOptions, type Person } from './chromium.ts';
import { overflowing, painted, settled, untranslated } from './look.ts';

const world = openWorld();
const crew: Person[] = [];
const hire = async (email: string, options: BrowserOptions = {}) => {
  const person = await openBrowser(world.addresses.wms, email, options);
  crew.push(person);
  return person;
};
afterAll(async () => {
  await Promise.all(crew.map((person) => person.close()));
  await world.close();
});

const aCode = (start: string) => `${start}-${randomUUID().slice(0, 8).toUpperCase()}`;
/** As Excel hands it over. */
const paste = (page: Page, testId: string, text: string): Promise<void> =>
  page.evaluate(
    `{ const data = new DataTransfer(); data.setData('text/plain', ${JSON.stringify(text)});
       document.querySelector('[data-testid="${testId}"]').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }`,
  );
/** Whether the grid stays within its dialog: a dialog scrolls nowhere, so that it would hang out unseen. */
const gridFits = (page: Page): Promise<boolean> =>
  page.evaluate(`{ const of = (what) => document.querySelector(what).getBoundingClientRect();
    const [grid, dialog] = [of('[data-testid="receive-grid"]'), of('.ant-modal-content')];
    grid.left >= dialog.left && grid.right <= dialog.right && dialog.right <= innerWidth }`);
async function chooseQuality(page: Page, typed: string): Promise<void> {
  await page.locator('[role="dialog"] [data-testid="field-quality"]').click();
  await page.keyboard.type(typed);
  await page.locator('.ant-select-item-option').getByText(typed).first().click();
}

test.each([
  ['on a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
])(
  'rolls pasted from Excel are received and stand in the list, %s; what is wrong is said in its row',
  async (_, size) => {
    const [first, second, lot] = [aCode('T'), aCode('T'), aCode('TL')];
    const { page, goto } = await hire('warehouse.mod', size);
    await goto('/stock?org=MOD');
    await settled(page);
    await page.getByTestId('receive-rolls').click();
    await chooseQuality(page, 'SATEEN-150');
    await page.getByTestId('field-lotCode').fill(lot);
    await paste(page, 'cell-0-rollCode', `${first}\t60.5\tA-1-2\n${second}\tten\tA-1-3\n`);
    await page.getByTestId('dialog-confirm-roll.receive').click();
    await page.getByText('“ten” is no number of meters above 0.').waitFor();
    // A reload loses nothing that was typed.
    await page.reload();
    await settled(page);
    await page.getByTestId('receive-rolls').click();
    expect(await page.getByTestId('cell-0-rollCode').inputValue()).toBe(first);
    await page.getByTestId('cell-1-meters').fill('40');
    await painted(page);
    expect(await gridFits(page)).toBe(true);
    expect([...(await untranslated(page)), ...(await overflowing(page)), ...(await barriers(page, { within: '[role="dialog"]' }))]).toEqual([]);
    await page.getByTestId('dialog-confirm-roll.receive').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByTestId('search').fill(lot);
    for (const code of [first, second]) await page.locator(`[data-code="${code}"]`).first().waitFor();
    expect(await overflowing(page)).toEqual([]);

    // The same label again is refused with its row.
    await page.getByTestId('receive-rolls').click();
    await chooseQuality(page, 'SATEEN-150');
    await page.getByTestId('field-lotCode').fill(lot);
    await page.getByTestId('cell-0-rollCode').fill(first.toLowerCase());
    await page.getByTestId('cell-0-meters').fill('10');
    await page.getByTestId('dialog-confirm-roll.receive').click();
    await page.getByText(`Row 1: roll ${first} is in lot ${lot} already`, { exact: false }).waitFor();
  },
  90_000,
);

test('a warehouse manager adds a quality, receives a roll of it and adjusts it; accounting reads', async () => {
  const [quality, roll] = [aCode('TEST'), aCode('T')];
  const manager = await hire('warehouse-manager.mod');
  const { page } = manager;
  await manager.goto('/stock?org=MOD');
  await settled(page);
  await page.getByTestId('new-quality').click();
  for (const [field, value] of [
    ['code', quality],
    ['name', 'Deneme Poplin'],
    ['composition', '%100 pamuk'],
    ['widthCm', '150'],
    ['weightGsm', '120'],
  ] as const)
    await page.getByTestId(`field-${field}`).fill(value);
  await page.getByTestId('dialog-confirm-quality.add').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByTestId('receive-rolls').click();
  await chooseQuality(page, quality);
  await page.getByTestId('field-lotCode').fill(aCode('TL'));
  await page.getByTestId('cell-0-rollCode').fill(roll);
  await page.getByTestId('cell-0-meters').fill('50');
  await page.getByTestId('dialog-confirm-roll.receive').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByTestId('search').fill(roll);
  await page.locator(`tr[data-code="${roll}"] td:nth-child(2)`).click();
  await page.getByTestId('command-roll.adjust').click();
  await page.getByTestId('field-onHandMeters').fill('48.5');
  await page.getByTestId('field-reason').fill('Measured at the count');
  await page.getByTestId('dialog-confirm-roll.adjust').click();
  await page.getByTestId('roll').getByText('48.5').first().waitFor();
  await page.getByTestId('command-roll.write-off').click();
  await page.getByTestId('field-reason').fill('Water damage');
  await page.getByTestId('dialog-confirm-roll.write-off').click();
  await page.locator('[data-testid="roll"][data-status="written_off"]').waitFor();

  const reader = await hire('accounting.mod');
  await reader.goto('/stock?org=MOD&status=written_off');
  await settled(reader.page);
  await reader.page.locator(`tr[data-code="${roll}"] td:nth-child(2)`).click();
  await reader.page.locator('[data-testid="command-roll.adjust"][data-refusal*="stock:adjust"]').waitFor();
  expect(await reader.page.getByTestId('receive-rolls').count()).toBe(0);
  expect([...manager.problems, ...reader.problems]).toEqual([]);
}, 90_000);
