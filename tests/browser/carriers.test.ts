import { randomUUID } from 'node:crypto';
import { travel } from '@selvedge/seed/order-path.ts';
import { openWorld } from '../world/world.ts';
import { openBrowser, type Person } from './chromium.ts';
import { settled, untranslated } from './look.ts';

const world = openWorld();
const crew: Person[] = [];
const hire = async (email: string) => {
  const person = await openBrowser(world.addresses.wms, email);
  crew.push(person);
  return person;
};
afterAll(async () => {
  await Promise.all(crew.map((person) => person.close()));
  await world.close();
});

test('a manager lists a carrier; whoever posts a shipment finds it, and is asked for its number [WHS-6]', async () => {
  const name = `Poyraz ${randomUUID().slice(0, 6)}`;
  const manager = await hire('warehouse-manager.mod');
  await manager.goto('/carriers?org=MOD');
  await settled(manager.page);
  await manager.page.getByTestId('new-carrier').click();
  await manager.page.getByTestId('field-name').fill(name);
  await manager.page.getByTestId('dialog-confirm-carrier.add').click();
  await manager.page.locator(`tr[data-code="${name}"]`).waitFor();
  expect(await untranslated(manager.page)).toEqual([]);

  const people = world.people('MOD');
  const { orderId } = await travel(people, await world.wish('MOD', { mode: 'credit', lines: 1, qty: '1' }), 'picked');
  const { page, goto } = await hire('warehouse.mod');
  await goto(`/orders/${orderId ?? ''}`);
  await page.getByTestId('command-shipment.post').click();
  const carrier = page.getByTestId('field-carrier');
  await carrier.fill(name.slice(0, 9).toLowerCase());
  await page.locator('.ant-select-item-option').getByText(name).click();
  await page.getByTestId('field-irsaliyeNumber').fill(`IRS${randomUUID().slice(0, 8)}`);
  await page.getByTestId('dialog-confirm-shipment.post').click();
  const number = page.getByTestId('field-trackingId');
  await page.locator('[data-testid="field-trackingId"][aria-invalid="true"]').waitFor();
  await number.fill('PO-77');
  await page.getByTestId('dialog-confirm-shipment.post').click();
  await page.locator('[data-testid="order"][data-status="shipped"]').first().waitFor();
  await page.getByText('PO-77').first().waitFor();

  await manager.page.locator(`tr[data-code="${name}"]`).click();
  await manager.page.getByTestId('command-carrier.switch-off').click();
  await manager.page.getByTestId('dialog-confirm-carrier.switch-off').click();
  await manager.page.getByTestId('command-carrier.switch-on').waitFor();
  expect(crew.flatMap((person) => person.problems)).toEqual([]);
}, 180_000);
