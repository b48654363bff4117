import { travel } from '@selvedge/seed/order-path.ts';
import { openWorld } from '../world/world.ts';
import { openBrowser, type Person } from './chromium.ts';

const world = openWorld();
const people: Person[] = [];
afterAll(async () => {
  for (const person of people) await person.close();
  await world.close();
});
async function open(who: string): Promise<Person> {
  const person = await openBrowser(world.addresses.crm, who);
  people.push(person);
  return person;
}
const orderAt = (stage: 'picking' | 'invoiced') =>
  world.wish('MOD', { mode: 'cash', lines: 1, qty: '1' }).then((wish) => travel(world.people('MOD'), wish, stage));
/** The words of the card's first open row, by its code. */
const sentenceOf = ({ page }: Person, code: string) => page.locator(`[data-testid="why-blocked"] [data-requirement="${code}"] .sv-req-sentence`).innerText();

test('an order that is not picked leads to its picking, and its button says what the card says [J20]', async () => {
  const { orderId, purchaseOrderCode } = await orderAt('picking');
  const worker = await open('warehouse.mod');
  await worker.goto(`/orders/${orderId}`);
  const step = worker.page.locator('[data-requirement="LINES_PICKED"]').getByTestId('step-picking');
  await step.waitFor();
  const said = await sentenceOf(worker, 'LINES_PICKED');
  expect(await worker.page.getByTestId('command-shipment.post').getAttribute('data-refusal')).toContain(said);
  await step.click();
  await worker.page.waitForURL(`**/picking?*po=${purchaseOrderCode}*`);
  expect(worker.problems).toEqual([]);
}, 180_000);

test('an order that is not controlled offers the control beside what it would meet, and then closes [J91]', async () => {
  const { orderId } = await orderAt('invoiced');
  const accountant = await open('accounting.mod');
  await accountant.goto(`/orders/${orderId}`);
  const { page } = accountant;
  const step = page.locator('[data-requirement="INVOICE_CONTROL_PASSED"]').getByTestId('step-invoice-control.pass');
  await step.waitFor();
  expect(await page.getByTestId('command-order.close').getAttribute('data-refusal')).toContain(await sentenceOf(accountant, 'INVOICE_CONTROL_PASSED'));
  await step.click();
  await page.locator('[data-testid="why-blocked"][data-allowed="true"]').waitFor();
  expect(accountant.problems).toEqual([]);
}, 180_000);

test('a deal without lines opens its lines from the card [SYS-4]', async () => {
  const { dealId } = await travel(world.people('MOD'), await world.wish('MOD', { mode: 'credit', lines: 1, qty: '1' }), 'draft');
  await world.write('crm', (tx) => tx.query('delete from crm_deal_line where deal = $1', [dealId]));
  const seller = await open('sales.mod');
  await seller.goto(`/deals/${dealId}`);
  await seller.page.locator('[data-requirement="LINES_PRESENT"]').getByTestId('step-edit-lines').click();
  await seller.page.getByTestId('edit-lines').waitFor({ state: 'detached' });
  expect(await seller.page.getByTestId('why-blocked').count()).toBe(0);
  expect(seller.problems).toEqual([]);
}, 180_000);
