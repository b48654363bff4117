import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { DEMO_ORGS } from '@selvedge/seed/base-identity.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { envelope, postEvent } from '../world/event-sender.ts';
import { openWorld, refusalOf, unmetCodes } from '../world/world.ts';

const world = openWorld();
const { sales, manager } = world.people('MOD');
const groupManager = world.as('sales-manager.group');
const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 2, 'selvedge-test');
afterAll(() => Promise.all([world.close(), pool.end()]));

const plant = (sql: string, params: unknown[]) => inTransaction(pool, { kind: 'system' }, (tx) => tx.query(sql, params));
interface Requirement {
  code: string;
  met: boolean;
}
const unmetFor = async (po: string) =>
  (await manager.explain<{ requirements: Requirement[] }>('crm', 'shipment-approval', po)).requirements.filter((one) => !one.met).map((one) => one.code);

/** The warehouse says that a line takes a roll of another org; the next number of its deal, as WMS would count it. */
async function tellRoll(dealId: string, ownerOrg: string, meters = '10') {
  const { line, sequence } = await world.look('crm', (tx) =>
    tx.one<{ line: string; sequence: number }>(
      `select (select id from crm_deal_line where deal = $1::uuid) as line,
         (select applied_sequence + 1 from kernel.inbox_cursor where target = 'crm' and source = 'wms' and entity = 'deal' and entity_id = $1::text) as sequence`,
      [dealId],
    ),
  );
  const data = {
    deal_id: dealId,
    deal_line_id: line,
    state: 'allocated',
    allocated_meters: meters,
    rolls: [{ lot: 'LJ-1', roll: 'RJ-1', meters, owner_org: ownerOrg }],
  };
  return postEvent(world, 'crm', envelope({ type: 'allocation.updated', source: 'wms', entity: 'deal', entity_id: dealId, sequence, data }));
}

/** MOD owes JTR: a released PO of MOD as a customer there, whose due date passed long ago. */
async function owe(): Promise<string> {
  const wish = await world.wish('JTR', { mode: 'credit', lines: 1 });
  const { profile } = await world.look('crm', (tx) =>
    tx.one<{ profile: string }>('select p.id as profile from crm_customer_profile p join crm_customer c on c.id = p.customer where c.tax_number = $1', [
      DEMO_ORGS.MOD.taxNumber,
    ]),
  );
  const order = await travel(world.people('JTR'), { ...wish, profileId: profile }, 'approved');
  await plant(`update crm_receivable set due_date = current_date - 100 where purchase_order = $1`, [order.purchaseOrderId]);
  return order.purchaseOrderId as string;
}

describe('group stock', () => {
  test('waits at shipment approval while this org owes its supplier in the group, and tells nobody whom or what [J74]', async () => {
    const order = await travel(world.people('MOD'), await world.wish('MOD', { mode: 'cash', lines: 1 }), 'paid');
    const po = order.purchaseOrderId as string;
    expect(await unmetFor(po)).toEqual([]);
    expect((await tellRoll(order.dealId, 'JTR')).body).toEqual({ status: 'applied' });
    // In order there: the supplier's stock goes like one's own.
    expect(await unmetFor(po)).toEqual([]);

    const debt = await owe();
    expect(await unmetFor(po)).toEqual(['GROUP_STOCK_RELEASED']);
    const approve = (who: typeof manager, override?: object) =>
      who.command<{ overridden: string[] }>('crm', 'purchase-order.approve-shipment', { purchaseOrder: po, ...(override && { override }) });
    const blocked = await refusalOf(approve(manager));
    expect(unmetCodes(blocked.details)).toEqual(['GROUP_STOCK_RELEASED']);
    expect(blocked.message).toContain('Group supplier release pending: yes');

    // Who approves shipments here alone cannot lift it; who does so there as well can.
    const override = { reasonCode: 'management_decision', note: 'Grup içinde anlaşıldı' };
    const refused = await refusalOf(approve(manager, override));
    expect(refused).toMatchObject({ status: 403, code: 'GROUP_RELEASE_REQUIRED', details: {} });
    const shown = JSON.stringify([
      blocked,
      refused,
      await manager.view('crm', 'purchase-order', { id: po }),
      await (await manager.raw('crm', '/items/crm_reservation_mirror?limit=-1')).json(),
      await manager.explain('crm', 'shipment-approval', po),
    ]);
    expect(shown).toContain('"group":true');
    expect(shown).not.toMatch(/JTR|owner_org/);
    expect((await manager.raw('crm', '/items/crm_group_stock')).status).toBe(403);
    expect((await sales.view<{ purchaseOrder: { status: string } }>('crm', 'purchase-order', { id: po })).data.purchaseOrder.status).toBe('draft');
    expect((await approve(groupManager, override)).overridden).toEqual(['GROUP_STOCK_RELEASED']);
    await plant('update crm_receivable set due_date = current_date where purchase_order = $1', [debt]);
  });

  test('becomes own stock again when the warehouse takes other rolls [J74]', async () => {
    const order = await travel(world.people('MOD'), await world.wish('MOD', { mode: 'cash', lines: 1 }), 'allocated');
    await tellRoll(order.dealId, 'JTR');
    const noted = () =>
      world.look('crm', (tx) => tx.query('select g.id from crm_group_stock g join crm_deal_line l on l.id = g.deal_line where l.deal = $1', [order.dealId]));
    expect(await noted()).toHaveLength(1);
    await tellRoll(order.dealId, 'MOD');
    expect(await noted()).toEqual([]);
    const { data } = await sales.view<{ lines: { rolls: object[] }[] }>('crm', 'deal', { id: order.dealId });
    expect(data.lines[0]?.rolls).toEqual([{ lot: 'LJ-1', roll: 'RJ-1', meters: '10' }]);
  });

  test('of an org this node does not know waits, and nothing of it is kept [SYS-2]', async () => {
    const order = await travel(world.people('MOD'), await world.wish('MOD', { mode: 'cash', lines: 1 }), 'allocated');
    expect((await tellRoll(order.dealId, 'QQQ', '11')).body.status).toBe('waiting');
    await eventually(
      'the mirror, unchanged',
      () => sales.view<{ lines: { allocatedMeters: string }[] }>('crm', 'deal', { id: order.dealId }),
      ({ data }) => data.lines[0]?.allocatedMeters === '10.000',
    );
  });
});
