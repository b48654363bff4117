import { randomInt } from 'node:crypto';
import { addDays } from '@selvedge/kernel/clock.ts';
import { openWorld } from '../world/world.ts';
import { openBrowser, type Person } from './chromium.ts';

const world = openWorld();
const crmUrl = world.addresses.crm;
const wmsUrl = world.addresses.wms;
const crew: Person[] = [];
afterAll(async () => {
  await Promise.all(crew.map((person) => person.close()));
  await world.close();
});

async function hire(url: string, email: string): Promise<Person> {
  const person = await openBrowser(url, email);
  crew.push(person);
  return person;
}

const press = (person: Person, id: string) => person.page.getByTestId(id).first().click();
/** A button that a gate holds back is pressable once the gate's answer has changed. */
const ready = (person: Person, id: string) => person.page.locator(`[data-testid="${id}"]:not([aria-disabled="true"])`).first().waitFor();
const answer = async (person: Person, fields: Record<string, string>, action: string) => {
  for (const [name, value] of Object.entries(fields)) {
    const field = person.page.getByTestId(`field-${name}`);
    await field.fill(value);
    // Leaving the field takes a date; Enter would send the whole form.
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) await field.press('Tab');
  }
  const confirm = person.page.getByTestId(`dialog-confirm-${action}`);
  await confirm.first().click();
  await confirm.waitFor({ state: 'detached' }).catch(async (cause: unknown) => {
    // What was refused stands in the dialog.
    const said = await person.page.locator('.ant-modal [role="alert"], .ant-modal .sv-field-problem').allInnerTexts();
    throw new Error(`The dialog of ${action} stays open: ${said.join(' ') || 'it says nothing'}`, { cause });
  });
};

interface WarehouseLine {
  position: number;
  qualityId: string;
  qty: string;
  lots: { lotCode: string }[];
}

describe('the same order, clicked through in Chromium', () => {
  test('from a new customer to a closed PO, each person on their own screens [J9 J10 J35 J36 SAL-11 SAL-12 WHS-1 WHS-7]', async () => {
    const { sales: salesApi, warehouse: warehouseApi } = world.people('MOD');
    const { data: catalog } = await salesApi.view<{ code: string; listPrice: string; allowedUoms: string[] }[]>('crm', 'catalog', {
      org: 'MOD',
      currency: 'USD',
      limit: '100',
      q: 'LINEN',
    });
    const item = catalog[0];

    // Sales onboards a customer, whom a manager approves.
    const name = `Denizli Havlu ${randomInt(1_000_000)}`;
    const sales = await hire(crmUrl, 'sales.mod');
    await sales.goto('/customers/new');
    await sales.page.getByTestId('field-name').fill(name);
    await sales.page.getByTestId('field-taxNumber').fill(String(6_000_000_000 + randomInt(1_000_000_000)));
    await sales.page.getByTestId('field-shippingAddress').fill('Merkezefendi, Denizli');
    await press(sales, 'command-customer.onboard');
    await sales.page.waitForURL(/\/customers\/[0-9a-f-]{36}/);
    const manager = await hire(crmUrl, 'sales-manager.mod');
    await manager.goto(new URL(sales.page.url()).pathname.replace(/^\/app/, ''));
    await press(manager, 'command-customer.approve');
    await answer(manager, {}, 'customer.approve');

    // Sales writes the deal and wins it.
    await sales.goto('/deals/new');
    await sales.page.getByTestId('field-customer').click();
    await sales.page.keyboard.type(name);
    await sales.page.locator('.ant-select-item-option', { hasText: name }).first().click();
    await sales.page.getByTestId('cell-0-item').fill(item?.code ?? '');
    await sales.page.getByTestId('cell-0-item').press('Tab');
    await sales.page.getByTestId('cell-0-uom').selectOption('meter');
    await sales.page.getByTestId('cell-0-qty').fill('12.5');
    await sales.page.getByTestId('cell-0-unitPrice').fill(Number(item?.listPrice).toFixed(2));
    await press(sales, 'command-deal.create');
    await sales.page.waitForURL(/\/deals\/[0-9a-f-]{36}/);
    const dealId = /\/deals\/([0-9a-f-]{36})/.exec(sales.page.url())?.[1] as string;
    await press(sales, 'command-deal.submit');
    const win = sales.page.getByTestId('command-deal.win').first();
    await win.click();
    await sales.page.locator('[data-testid="deal"][data-status="won"]').waitFor();
    const dealCode = (await sales.page.getByTestId('deal').getAttribute('data-code')) as string;

    // The warehouse plans the line and scans a roll for it.
    const warehouse = await hire(wmsUrl, 'warehouse-manager.mod');
    await warehouse.goto(`/allocation-planning?q=${dealCode}`);
    await warehouse.page.getByTestId(`select-${dealCode}/1`).click();
    await press(warehouse, 'bulk-reservation.plan');
    await press(warehouse, 'bulk-confirm-reservation.plan');
    await warehouse.goto(`/allocation-entry`);
    const { data: planned } = await warehouseApi.view<(WarehouseLine & { id: string })[]>('wms', 'allocation-entry', { org: 'MOD', q: dealCode });
    const line = planned[0];
    const { data: rolls } = await warehouseApi.view<{ code: string; lotCode: string; freeMeters: string }[]>('wms', 'rolls', {
      org: 'MOD',
      quality: line?.qualityId as string,
    });
    const roll = rolls.find((one) => one.lotCode === line?.lots[0]?.lotCode && Number(one.freeMeters) >= 12.5);
    await warehouse.goto(`/allocation-entry?line=${line?.id ?? ''}`);
    await warehouse.page.getByTestId('scan').fill(roll?.code ?? '');
    await warehouse.page.getByTestId('scan').press('Enter');
    await press(warehouse, 'command-allocation.enter');
    await warehouse.page.locator(`li[data-roll="${roll?.code ?? ''}"]`).waitFor();
    await press(warehouse, 'command-allocation.confirm');

    // A manager sees the PO move by itself, and what is missing for its approval.
    const { data: deal } = await salesApi.view<{ purchaseOrders: { id: string; code: string }[] }>('crm', 'deal', { id: dealId });
    const po = deal.purchaseOrders[0] as { id: string; code: string };
    await manager.goto(`/purchase-orders/${po.id}`);
    const stage = (name: string) => manager.page.locator(`[data-testid="purchase-order"][data-stage="${name}"]`).first().waitFor();
    await stage('needs_ship_date');
    await manager.page.getByTestId('why-blocked').first().waitFor();
    await press(manager, 'command-purchase-order.set-ship-date');
    await answer(manager, { shipDate: addDays(world.today, 2) }, 'purchase-order.set-ship-date');
    await stage('needs_payment');
    await press(manager, 'command-payment.record');
    await press(manager, 'dialog-confirm-payment.record');
    await manager.page.getByTestId('dialog-confirm-payment.record').waitFor({ state: 'detached' });
    await press(manager, 'command-payment.confirm');
    await stage('needs_approval');
    await press(manager, 'command-contract.receive-signed');
    await answer(manager, {}, 'contract.receive-signed');
    const approve = manager.page.getByTestId('command-purchase-order.approve-shipment').first();
    await ready(manager, 'command-purchase-order.approve-shipment');
    await approve.click();
    await stage('released');

    // The warehouse picks by PO number, ships and records the proof of delivery.
    await warehouse.goto('/picking');
    await warehouse.page.getByTestId('scan').fill(po.code);
    await warehouse.page.getByTestId('scan').press('Enter');
    await press(warehouse, 'command-order.start-picking');
    await press(warehouse, 'command-order.pick-line-1');
    await press(warehouse, 'command-order.complete-picking');
    const { data: found } = await warehouseApi.view<{ order: { id: string } }>('wms', 'order', { po: po.code });
    await warehouse.goto(`/orders/${found.order.id}`);
    const status = (name: string) => warehouse.page.locator(`[data-testid="order"][data-status="${name}"]`).first().waitFor();
    await status('picked');
    await press(warehouse, 'command-shipment.post');
    await answer(warehouse, { carrier: 'Yurtiçi', trackingId: 'YK-1', irsaliyeNumber: `IRS-${po.code}` }, 'shipment.post');
    await status('shipped');
    await press(warehouse, 'command-shipment.deliver');
    await answer(warehouse, { podReference: 'POD-1', podReceivedBy: 'Ayşe Kaya' }, 'shipment.deliver');
    await status('delivered');
    await press(warehouse, 'command-order.mark-invoiced');
    await answer(warehouse, { invoiceNumber: `F-${po.code}`, invoicedOn: world.today }, 'order.mark-invoiced');
    await status('invoiced');

    // Accounting checks the invoice and closes the order.
    const accounting = await hire(wmsUrl, 'accounting.mod');
    await accounting.goto(`/orders/${found.order.id}`);
    await press(accounting, 'command-invoice-control.pass');
    await ready(accounting, 'command-order.close');
    await press(accounting, 'command-order.close');
    await answer(accounting, {}, 'order.close');
    await accounting.page.locator('[data-testid="order"][data-status="closed"]').first().waitFor();

    // The manager's page, left open, knows by itself.
    await stage('closed');
    expect(crew.flatMap((person) => person.problems)).toEqual([]);
  }, 180_000);
});
