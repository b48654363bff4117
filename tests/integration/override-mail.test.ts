import { randomUUID } from 'node:crypto';
import { eventually } from '@selvedge/seed/client.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const people = world.people('MOD');
afterAll(() => world.close());

interface Received {
  readonly subject: string;
  readonly to: { readonly address: string }[];
  readonly text: string;
}
interface Queued {
  recipient: string;
  status: string;
}
const mailbox = async () => (await (await fetch(`${world.stack.mail.webUrl}/api/email`)).json()) as Received[];
const queued = (system: 'crm' | 'wms', note: string) =>
  world.look(system, (tx) =>
    tx.query<Queued & Record<string, unknown>>(
      `select recipient, status from ${system}_outbound_mail where type = 'override_used' and position($1 in body) > 0 order by recipient`,
      [note],
    ),
  );
const sent = (system: 'crm' | 'wms', note: string) =>
  eventually(
    `the mails about ${note}`,
    () => queued(system, note),
    (rows) => rows.length > 0 && rows.every((row) => row.status === 'sent'),
  );
const aNote = (words: string) => `${words} ${randomUUID().slice(0, 8)}`;

describe('an override', () => {
  test('of picking is told to the warehouse managers of the org, and stands in the history [J20 J37]', async () => {
    const order = await travel(people, await world.wish('MOD', { mode: 'cash', lines: 1, qty: '1' }), 'picking');
    const ship = (note: string, options: { dryRun?: boolean } = {}) =>
      people.warehouse.command(
        'wms',
        'shipment.post',
        { order: order.orderId, carrier: 'Horoz', irsaliyeNumber: `IRS${randomUUID().slice(0, 8)}`, override: { reasonCode: 'urgent_shipment', note } },
        options,
      );
    const tried = aNote('Yalnız denendi');
    await ship(tried, { dryRun: true });
    const note = aNote('Müşteri bekliyor');
    await ship(note);
    const rows = await sent('wms', note);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.recipient.startsWith('warehouse-manager'))).toBe(true);
    expect(await queued('wms', tried)).toEqual([]);
    const mails = (await mailbox()).filter((mail) => mail.text.includes(note));
    expect(mails.flatMap((mail) => mail.to.map((to) => to.address)).sort()).toEqual(rows.map((row) => row.recipient));
    expect(mails[0]?.subject).toContain(order.purchaseOrderCode);
    const history = await world.look('wms', (tx) =>
      tx.one<{ details: { override: object } }>(`select details from wms_order_history where "order" = $1 and kind = 'shipment_posted'`, [order.orderId]),
    );
    expect(history.details.override).toEqual({ reasonCode: 'urgent_shipment', note });
  }, 180_000);

  test('of meters on hand is told each time, also twice on one line [WMG-1]', async () => {
    const order = await travel(people, await world.wish('MOD', { mode: 'credit', lines: 1, qty: '2000' }), 'planned');
    const { data: lines } = await people.warehouse.view<{ id: string; qualityId: string }[]>('wms', 'allocation-entry', { org: 'MOD', q: order.dealCode });
    const { id: line, qualityId: quality } = lines[0] as { id: string; qualityId: string };
    const { data: rolls } = await people.warehouse.view<{ code: string; freeMeters: string }[]>('wms', 'rolls', { org: 'MOD', quality, limit: '100' });
    const free = rolls.filter((roll) => Number(roll.freeMeters) > 0 && Number(roll.freeMeters) < 900).slice(0, 2);
    const notes = [aNote('Topta fazla'), aNote('Bunda da')];
    for (const [index, { code, freeMeters }] of free.entries())
      await people.warehouse.command('wms', 'allocation.enter', {
        line,
        rolls: [{ rollCode: code, meters: String(Number(freeMeters) + 1) }],
        override: { reasonCode: 'recount', note: notes[index] },
      });
    for (const note of notes) expect((await sent('wms', note)).length).toBeGreaterThan(0);
    const [mail] = (await mailbox()).filter(({ text }) => text.includes(notes[0] as string));
    expect(mail?.subject).toContain(order.dealCode);
    await people.manager.command('crm', 'deal.cancel', { deal: order.dealId, reason: 'Test over' });
  }, 180_000);

  test('of a payment is told to the sales managers; one that lifted nothing is told to nobody [J37]', async () => {
    const order = await travel(people, await world.wish('MOD', { mode: 'cash', lines: 1, qty: '1' }), 'dated');
    const approve = (note: string) =>
      people.manager.command('crm', 'purchase-order.approve-shipment', {
        purchaseOrder: order.purchaseOrderId,
        override: { reasonCode: 'payment_in_transit', note },
      });
    const refused = aNote('Sözleşme yok');
    await refusalOf(approve(refused));
    await people.manager.command('crm', 'contract.waive', { deal: order.dealId, note: 'Yıllardır müşterimiz' });
    const note = aNote('Dekont görüldü');
    await approve(note);
    expect((await sent('crm', note)).every((row) => row.recipient.startsWith('sales-manager'))).toBe(true);
    const needless = aNote('Gerek yoktu');
    const { dealId: deal } = await travel(people, await world.wish('MOD', { mode: 'credit', lines: 1, qty: '1' }), 'submitted');
    await people.manager.command('crm', 'deal.win', { deal, override: { reasonCode: 'management_decision', note: needless } });
    expect([await queued('crm', refused), await queued('crm', needless)]).toEqual([[], []]);
  }, 180_000);
});
