import { randomUUID } from 'node:crypto';
import { openWorld } from '../world/world.ts';
import { openBrowser, type Person } from './chromium.ts';
import { overflowing, settled, untranslated } from './look.ts';

const world = openWorld();
let admin: Person | undefined;
afterAll(() => Promise.all([admin?.close(), world.close()]));

test('an administrator lists a reason for overrides, and switches it off', async () => {
  const code = `fair_${randomUUID().slice(0, 6)}`;
  admin = await openBrowser(world.addresses.crm, 'admin.mod');
  const { page } = admin;
  await admin.goto('/access?tab=reasons&org=MOD');
  await settled(page);
  await page.locator('tr[data-code="payment_in_transit"]').waitFor();
  await page.getByTestId('new-reason-crm').click();
  await page.getByTestId('field-reasonCode').fill(code);
  await page.getByTestId('field-labelTr').fill('Fuar sözü');
  await page.getByTestId('field-labelEn').fill('Promised at a fair');
  // One of the gates of this side that can be overridden; those of the warehouse are not offered.
  await page.getByTestId('field-gate').click();
  const offered = page.locator('.ant-select-item-option');
  await offered.filter({ hasText: 'Approve shipment' }).waitFor();
  expect((await offered.allInnerTexts()).toSorted()).toEqual(['Approve shipment', 'Win deal']);
  await offered.filter({ hasText: 'Approve shipment' }).click();
  await page.getByTestId('field-reason').fill('Fuar dönemi');
  await page.getByTestId('dialog-confirm-override-reason.add').click();
  const row = page.locator(`tr[data-code="${code}"]`);
  await row.getByText('Promised at a fair').waitFor();
  await row.getByText('Approve shipment').waitFor();
  // Without a gate it counts for all of them.
  await row.getByText('Edit').click();
  await page.getByTestId('field-gate').hover();
  await page.locator('.ant-modal .ant-select-clear').click();
  await page.getByTestId('field-reason').fill('Her geçitte geçerli');
  await page.getByTestId('dialog-confirm-override-reason.rename').click();
  await row.getByText('all gates').waitFor();
  expect([await untranslated(page), await overflowing(page)]).toEqual([[], []]);
  await row.getByText('Switch off').click();
  await page.getByTestId('field-reason').fill('Fuar bitti');
  await page.getByTestId('dialog-confirm-override-reason.switch').click();
  await row.getByText('Switch on').waitFor();
}, 180_000);
