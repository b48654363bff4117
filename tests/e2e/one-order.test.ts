import { randomInt } from 'node:crypto';
import { verifyAudit } from '@selvedge/kernel/audit/verify.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { travel, type OrderWish, type Station, type Travelled } from '@selvedge/seed/order-path.ts';
import { openWorld, refusalOf, unmetCodes } from '../world/world.ts';

const world = openWorld();
const people = world.people('MOD');
afterAll(() => world.close());

interface PoView {
  purchaseOrder: { stage: string; code: string };
  deal: { status: string };
  order: {
    status: string;
    carrier: string;
    trackingId: string;
    podReference: string;
    invoiceNumber: string;
    invoiceControlStatus: string;
    closedAt: string;
  } | null;
  lines: { reservationState: string; rolls: unknown[] }[];
  timeline: { kind: string; source: string }[];
}
const poView = async (id: string) => (await people.sales.view<PoView>('crm', 'purchase-order', { id })).data;

/** A new customer, onboarded by sales and approved by a manager: the order starts with a stranger. */
async function newCustomer(): Promise<string> {
  const { profileId } = await people.sales.command<{ profileId: string }>('crm', 'customer.onboard', {
    org: await world.orgId('MOD'),
    name: 'Çınaraltı Konfeksiyon',
    taxCountry: 'TR',
    taxNumber: String(5_000_000_000 + randomInt(1_000_000_000)),
    paymentMode: 'cash',
    shippingAddress: 'Merter, İstanbul',
    onboarding: { sector: 'Konfeksiyon' },
  });
  return profileId;
}

describe('one order, end to end', () => {
  let wish: OrderWish;
  let order: Travelled;
  const refusedAt = new Map<Station, string[]>();

  /** Each gate is tried before its proof exists, and must name exactly what is missing. */
  const tryTooEarly = async (station: Station, travelled: Travelled) => {
    const attempt = async (client: 'manager' | 'warehouse' | 'accounting', system: 'crm' | 'wms', command: string, body: object) => {
      const refusal = await refusalOf(people[client].command(system, command, body));
      refusedAt.set(station, refusal.code === 'GATE_BLOCKED' ? unmetCodes(refusal.details) : [refusal.code]);
    };
    const approve = () => attempt('manager', 'crm', 'purchase-order.approve-shipment', { purchaseOrder: travelled.purchaseOrderId });
    const close = () => attempt('accounting', 'wms', 'order.close', { order: travelled.orderId });
    if (station === 'draft') await attempt('manager', 'crm', 'deal.win', { deal: travelled.dealId });
    else if (station === 'won') await approve();
    else if (station === 'allocated') await approve();
    else if (station === 'dated') await approve();
    else if (station === 'approved') await attempt('warehouse', 'wms', 'shipment.post', { order: travelled.orderId, carrier: '', irsaliyeNumber: 'IRS-EARLY' });
    else if (station === 'picking') await attempt('warehouse', 'wms', 'order.complete-picking', { order: travelled.orderId });
    else if (station === 'shipped') await close();
    else if (station === 'delivered') await close();
    else if (station === 'invoiced') await close();
  };

  test('travels from a new customer to a closed PO across both systems [J9 J72 SAL-1 SAL-4 SAL-5 SAL-10 SAL-12 WHS-3 WHS-4 WHS-5 WHS-6 WHS-9 WHS-13 ACC-3 J31 J33 J91]', async () => {
    wish = { ...(await world.wish('MOD', { mode: 'cash' })), profileId: await newCustomer() };
    const early = await people.sales.command<{ dealId: string }>('crm', 'deal.create', {
      org: wish.orgId,
      profile: wish.profileId,
      currency: 'USD',
      lines: wish.lines,
    });
    await people.sales.command('crm', 'deal.submit', { deal: early.dealId });
    const unapproved = await refusalOf(people.sales.command('crm', 'deal.win', { deal: early.dealId }));
    expect(unmetCodes(unapproved.details)).toEqual(['PROFILE_APPROVED']);
    await people.manager.command('crm', 'customer.approve', { profile: wish.profileId, note: 'Referanslı müşteri' });

    order = await travel(people, wish, 'closed', tryTooEarly);
    const view = await poView(order.purchaseOrderId as string);
    expect(view.purchaseOrder.stage).toBe('closed');
    expect(order.dealCode).toMatch(/^MODDL[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}$/);
    expect(view.purchaseOrder.code).toMatch(/^MODPO[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}$/);
  });

  test('each gate refused before its proof existed and named what was missing [J30 J41 J91 SYS-4]', () => {
    expect(Object.fromEntries(refusedAt)).toEqual({
      draft: ['DEAL_SUBMITTED'],
      won: ['PAYMENT_CONFIRMED', 'CONTRACT_SIGNED', 'LINES_ALLOCATED', 'SHIP_DATE_SET'],
      allocated: ['PAYMENT_CONFIRMED', 'CONTRACT_SIGNED', 'SHIP_DATE_SET'],
      dated: ['PAYMENT_CONFIRMED', 'CONTRACT_SIGNED'],
      approved: ['LINES_PICKED', 'CARRIER_NAMED'],
      picking: ['PICKING_INCOMPLETE'],
      shipped: ['DELIVERED_WITH_POD', 'INVOICE_ISSUED', 'INVOICE_CONTROL_PASSED'],
      delivered: ['INVOICE_ISSUED', 'INVOICE_CONTROL_PASSED'],
      invoiced: ['INVOICE_CONTROL_PASSED'],
    });
  });

  test('CRM mirrors what the warehouse did [SYS-3 WHS-9 J16]', async () => {
    const view = await poView(order.purchaseOrderId as string);
    const tail = order.dealCode.slice(-8);
    expect(view.order).toMatchObject({
      status: 'closed',
      carrier: 'Aras',
      trackingId: `TR-${tail}`,
      podReference: `POD-${tail}`,
      invoiceNumber: `MOD${tail}`,
      invoiceControlStatus: 'passed',
    });
    expect(view.lines.every((line) => line.reservationState === 'allocated' && line.rolls.length > 0)).toBe(true);
  });

  test('the timeline tells the whole story, people and warehouse in one', async () => {
    const kinds = (await poView(order.purchaseOrderId as string)).timeline.map((entry) => entry.kind).reverse();
    const story = [
      'deal.create',
      'deal.submit',
      'deal.win',
      'reservation.updated',
      'allocation.updated',
      'purchase-order.set-ship-date',
      'payment.confirm',
      'contract.receive-signed',
      'purchase-order.approve-shipment',
      'picking_started',
      'picking_completed',
      'shipment_posted',
      'shipment_delivered',
      'order_invoiced',
      'invoice_control.passed',
      'order.closed',
    ];
    expect([...new Set(kinds)].filter((kind) => story.includes(kind)).sort()).toEqual([...story].sort());
  });

  test('the order page shows detail and history, and allocations keep their deal line [WHS-7 WHS-8]', async () => {
    const { data } = await people.warehouse.view<{ history: { kind: string }[]; lines: { rolls: unknown[] }[] }>('wms', 'order', {
      id: order.orderId as string,
    });
    expect(data.history.map((step) => step.kind)).toEqual([
      'order.closed',
      'invoice_control.passed',
      'order_invoiced',
      'shipment_delivered',
      'shipment_posted',
      'picking_completed',
      'picking_started',
      'po.created',
    ]);
    const traced = await world.look('wms', (tx) =>
      tx.query<{ crm_deal_line_id: string }>(
        'select a.crm_deal_line_id from wms_allocation a join wms_order_line l on l.crm_deal_line_id = a.crm_deal_line_id where l."order" = $1',
        [order.orderId],
      ),
    );
    const lines = await world.look('crm', (tx) => tx.query<{ id: string }>('select id from crm_deal_line where deal = $1', [order.dealId]));
    expect(new Set(traced.map((row) => row.crm_deal_line_id))).toEqual(new Set(lines.map((row) => row.id)));
  });

  test('what shipped left the stock, and its holds are gone', async () => {
    const rest = await world.look('wms', (tx) =>
      tx.one<{ holds: number; negative: number }>(
        `select (select count(*) from wms_reservation_hold h join wms_reservation_line l on l.id = h.reservation_line join wms_reservation r on r.id = l.reservation where r.crm_deal_id = $1) as holds,
                (select count(*) from wms_lot where on_hand_meters < 0 or reserved_meters < 0 or reserved_meters > on_hand_meters) as negative`,
        [order.dealId],
      ),
    );
    expect(rest).toEqual({ holds: 0, negative: 0 });
  });

  test('the deal closes when every PO is closed [J96]', async () => {
    await expect(refusalOf(people.sales.command('crm', 'deal.close', { deal: order.dealId }))).resolves.toMatchObject({
      status: 403,
      code: 'PERMISSION_REQUIRED',
    });
    await people.manager.command('crm', 'deal.close', { deal: order.dealId });
    expect((await poView(order.purchaseOrderId as string)).deal.status).toBe('closed');
  });

  test('the audit chain covers every step on each node and verifies [J72 J38]', async () => {
    for (const node of world.stack.nodes) {
      const pool = createPool(node.databaseUrl, 2, 'selvedge-test');
      try {
        const result = await eventually(
          'the audit to be sealed',
          () => verifyAudit(pool),
          (verification) => verification.unsealed === 0,
        );
        expect(result.firstBroken).toBeNull();
      } finally {
        await pool.end();
      }
    }
    const audited = async (system: 'crm' | 'wms', subjects: (string | undefined)[]) =>
      (
        await world.look(system, (tx) =>
          tx.query<{ command: string; sealed: boolean }>(
            `select a.command, exists (select 1 from kernel.audit_seal s where s.audit_id = a.id) as sealed from kernel.audit a where a.subject_id = any ($1) order by a.id`,
            [subjects],
          ),
        )
      ).map(({ command, sealed }) => `${command}${sealed ? '' : ' (not sealed)'}`);
    const commercial = await audited('crm', [order.dealId, order.purchaseOrderId]);
    const steps = [
      'deal.create',
      'deal.submit',
      'deal.win',
      'purchase-order.set-ship-date',
      'payment.confirm',
      'purchase-order.approve-shipment',
      'deal.close',
    ];
    expect(commercial.filter((command) => steps.includes(command))).toEqual(steps);
    expect((await audited('wms', [order.orderId])).filter((command) => !command.startsWith('po.'))).toEqual([
      'order.start-picking',
      ...wish.lines.map(() => 'order.pick-line'),
      'order.complete-picking',
      'shipment.post',
      'shipment.deliver',
      'order.mark-invoiced',
      'invoice-control.pass',
      'order.close',
    ]);
  });

  test('every event was delivered and applied, none twice [SYS-1 SYS-2]', async () => {
    const own = [order.dealId, order.purchaseOrderId];
    const open = async () => {
      const counts = await Promise.all(
        (['crm', 'wms'] as const).map((system) =>
          world.look(system, (tx) =>
            tx.one<{ left: number }>(
              `select (select count(*) from kernel.outbox where status <> 'delivered' and entity_id = any ($1))
                    + (select count(*) from kernel.inbox where status <> 'applied' and entity_id = any ($1)) as left`,
              [own],
            ),
          ),
        ),
      );
      return counts.reduce((sum, count) => sum + count.left, 0);
    };
    await eventually('all events to arrive', open, (left) => left === 0);
    const orders = await world.look('wms', (tx) =>
      tx.one<{ n: number }>('select count(*) as n from wms_order where crm_purchase_order_id = $1', [order.purchaseOrderId]),
    );
    expect(orders.n).toBe(1);
  });
});
