import { randomInt } from 'node:crypto';
import { openWorld } from '../world/world.ts';
import { openBrowser, type Person } from './chromium.ts';
import { overflowing, settled, untranslated } from './look.ts';

const world = openWorld();
const crew: Person[] = [];
const hire = async (email: string) => {
  const person = await openBrowser(world.addresses.crm, email);
  crew.push(person);
  return person;
};
afterAll(async () => {
  await Promise.all(crew.map((person) => person.close()));
  await world.close();
});

test('who sells answers the onboarding questions, a manager changes the terms, and the timeline tells of both [SAL-1 SAL-2]', async () => {
  const people = world.people('MOD');
  const { profileId } = await people.sales.command<{ profileId: string }>('crm', 'customer.onboard', {
    org: await world.orgId('MOD'),
    name: 'Düzenlenen Dokuma',
    taxCountry: 'TR',
    taxNumber: String(7_000_000_000 + randomInt(1_000_000_000)),
    paymentMode: 'cash',
  });
  await people.manager.command('crm', 'customer.approve', { profile: profileId });

  const { page, goto } = await hire('sales.mod');
  await goto(`/customers/${profileId}`);
  await settled(page);
  await page.getByTestId('command-customer.edit').click();
  await page.getByTestId('terms-locked').waitFor();
  expect(await page.getByTestId('field-taxNumber').count()).toBe(0);
  await page.getByTestId('field-pocEmail').fill('alim');
  await page.getByTestId('field-sector').fill('Konfeksiyon');
  await page.getByTestId('dialog-confirm-customer.edit').click();
  await page.locator('[data-testid="field-pocEmail"][aria-invalid="true"]').waitFor();
  await page.getByTestId('field-pocEmail').fill('alim@duzenlenen.example');
  await page.setViewportSize({ width: 390, height: 844 });
  expect([...(await untranslated(page)), ...(await overflowing(page))]).toEqual([]);
  await page.getByTestId('dialog-confirm-customer.edit').click();
  await page.getByText('alim@duzenlenen.example').first().waitFor();
  await page.getByText('Konfeksiyon').first().waitFor();

  const manager = await hire('sales-manager.mod');
  await manager.goto(`/customers/${profileId}`);
  await settled(manager.page);
  await manager.page.getByTestId('command-customer.edit').click();
  await manager.page.getByTestId('field-paymentMode').click();
  await manager.page.locator('.ant-select-item-option').last().click();
  await manager.page.getByTestId('field-termsDays').fill('45');
  await manager.page.getByTestId('field-limit-USD').fill('50,000');
  await manager.page.getByTestId('dialog-confirm-customer.edit').click();
  await manager.page.getByRole('dialog').waitFor({ state: 'detached' });
  await manager.page.getByText('50,000.00').first().waitFor();
  await page.reload();
  await settled(page);
  expect(await page.locator('.sv-timeline-row', { hasText: /edited|düzenlendi/i }).count()).toBe(2);
  // What a refused address is told with, Chromium logs as well.
  expect(crew.flatMap((person) => person.problems).filter((problem) => !problem.includes('400'))).toEqual([]);
}, 90_000);
