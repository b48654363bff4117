import { eventually } from '@selvedge/seed/client.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { asCore } from '../world/core-client.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const people = world.people('MOD');
const { sales, warehouse } = people;
afterAll(() => world.close());

interface Shown {
  readonly purchaseOrder: { readonly stage: string };
  readonly order: { readonly status: string; readonly invoiceNumber: string | null } | null;
}

test('an invoice that comes before the delivery leaves the order on its way, and counts once it has arrived [WHS-13 SYS-3]', async () => {
  const order = await travel(people, await world.wish('MOD', { mode: 'credit', lines: 1 }), 'shipped');
  const po = order.purchaseOrderId as string;
  const { id } = await world.look('wms', (tx) => tx.one<{ id: string }>('select id from wms_order where crm_purchase_order_id = $1', [po]));
  const shown = async () => (await sales.view<Shown>('crm', 'purchase-order', { id: po })).data;
  const known = (stage: string, status: string) =>
    eventually(
      `CRM to show ${stage} with its invoice`,
      shown,
      (view) => view.order?.invoiceNumber === 'FTR-ERKEN' && view.purchaseOrder.stage === stage && view.order.status === status,
    );

  await expect(warehouse.command('wms', 'order.mark-invoiced', { order: id, invoiceNumber: 'FTR-ERKEN', invoicedOn: world.today })).resolves.toMatchObject({
    status: 'shipped',
  });
  await known('shipped', 'shipped');
  await expect(warehouse.command('wms', 'shipment.deliver', { order: id, podReference: 'POD-ERKEN', podReceivedBy: 'Kapıcı' })).resolves.toMatchObject({
    status: 'invoiced',
  });
  await known('invoiced', 'invoiced');

  const admin = asCore('crm', world.as('admin'));
  await admin.command('drift.check', {});
  const { data } = await asCore('crm', world.as('admin.mod')).view<{ entityId: string }[]>('drift', { limit: '100' });
  expect(data.filter(({ entityId }) => entityId === po)).toEqual([]);
}, 180_000);
