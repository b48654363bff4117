import { eventually } from '@selvedge/seed/client.ts';
import { createRandom } from '@selvedge/seed/random.ts';
import { postEvent, type TestEnvelope } from '../world/event-sender.ts';
import { shuffled } from '../world/shuffled.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const { sales, manager, warehouse, accounting } = world.people('MOD');
const worker = `worker-${world.stack.nodeOf('crm').name}`;

/** The full count runs in `npm run test:deep`. */
const SEEDS = process.env['SELVEDGE_DEEP'] === '1' ? 200 : 12;

// Nobody delivers meanwhile: what the two sides tell each other is carried by the test, as it was written.
beforeAll(() => world.stack.kill(worker));
afterAll(async () => {
  await world.stack.restart(worker);
  await world.close();
});

/** What a side has told so far of these records and nobody has delivered. */
const told = async (system: 'crm' | 'wms', ids: readonly string[]): Promise<TestEnvelope[]> =>
  (
    await world.look(system, (tx) =>
      tx.query<{ body: string }>(`select body from kernel.outbox where source = $1 and entity_id = any ($2) order by position`, [system, ids]),
    )
  ).map(({ body }) => JSON.parse(body) as TestEnvelope);

const carry = async (to: 'crm' | 'wms', events: readonly TestEnvelope[]) => {
  for (const event of events) expect(['applied', 'duplicate']).toContain((await postEvent(world, to, event)).body.status);
};

interface Won {
  readonly dealId: string;
  readonly purchaseOrderId: string;
}

/** A deal that the warehouse knows of and CRM has heard nothing back about. */
async function won(qty: readonly string[]): Promise<Won> {
  const wish = await world.wish('MOD', { mode: 'credit', lines: qty.length });
  const { dealId } = await sales.command<{ dealId: string }>('crm', 'deal.create', {
    org: wish.orgId,
    profile: wish.profileId,
    currency: 'USD',
    lines: wish.lines.map((line, i) => ({ ...line, qty: qty[i] })),
    submit: true,
  });
  const { purchaseOrderId } = await sales.command<{ purchaseOrderId: string }>('crm', 'deal.win', { deal: dealId });
  await carry('wms', await told('crm', [dealId]));
  return { dealId, purchaseOrderId };
}

/** Plans the deal's first line and fills it from the shelf. */
async function allocateFirst({ dealId }: Won): Promise<void> {
  const line = await world.look('wms', (tx) =>
    tx.one<{ id: string; roll: string }>(
      `select l.id, (select o.code from wms_reservation_hold h join wms_roll o on o.lot = h.lot where h.reservation_line = l.id and o.status in ('in_stock', 'allocated')
          and o.reserved_line is null and o.on_hand_meters - o.allocated_meters >= 1 order by o.code limit 1) as roll
       from wms_reservation_line l join wms_reservation r on r.id = l.reservation where r.crm_deal_id = $1 and l.position = 1`,
      [dealId],
    ),
  );
  await warehouse.command('wms', 'reservation.plan', { line: line.id });
  await warehouse.command('wms', 'allocation.enter', { line: line.id, rolls: [{ rollCode: line.roll, meters: '1' }] });
  await warehouse.command('wms', 'allocation.confirm', { line: line.id });
}

/** Everything CRM shows of a deal, without ids, codes and times. */
const stateOf = ({ dealId, purchaseOrderId }: Won) =>
  world.look('crm', (tx) =>
    tx.one(
      `select (select json_build_array(d.status, d.reservation_state) from crm_deal d where d.id = $1) as deal,
         (select json_build_array(p.stage, p.status) from crm_purchase_order p where p.id = $2) as po,
         (select json_agg(json_build_array(l.position, m.state, m.reserved_qty::text, json_array_length(coalesce(m.rolls, '[]')::json)) order by l.position)
            from crm_reservation_mirror m join crm_deal_line l on l.id = m.deal_line where m.deal = $1) as lines,
         (select json_agg(s.state) from crm_shortage s join crm_deal_line l on l.id = s.deal_line where l.deal = $1) as shortages,
         (select json_build_array(m.status, m.carrier, m.tracking_id is not null, m.pod_reference, m.invoice_control_status, m.invoice_control_note, m.closed_at is not null)
            from crm_order_mirror m where m.purchase_order = $2) as mirror,
         (select json_agg(kind order by kind) from crm_timeline_entry where deal = $1 and source = 'wms') as story,
         (select count(*) from kernel.inbox where target = 'crm' and entity_id in ($1::text, $2::text) and status <> 'applied') as held_events`,
      [dealId, purchaseOrderId],
    ),
  );

/** Carries the events in order for the first story, in any order and repetition for the others: all end alike. */
async function endAlike(stories: readonly Won[], eventsOf: (story: Won) => Promise<TestEnvelope[]>) {
  const [first, ...others] = stories as [Won, ...Won[]];
  const inOrder = await eventsOf(first);
  await carry('crm', inOrder);
  const expected = await stateOf(first);
  expect(expected).toMatchObject({ held_events: 0 });
  for (const [i, story] of others.entries()) {
    const [random, events] = [createRandom(i + 1), await eventsOf(story)];
    expect(events.map(({ type }) => type)).toEqual(inOrder.map(({ type }) => type));
    const deliveries = shuffled(events, random);
    // Some at the same moment, as several deliveries in flight would be.
    while (deliveries.length > 0) await Promise.all(deliveries.splice(0, random.between(1, 4)).map((event) => postEvent(world, 'crm', event)));
    // What passed its predecessor in flight is taken up by the next event, or else by the sweeper, which rests here.
    const settled = await eventually(
      `seed ${i + 1} to settle`,
      async () => {
        for (const event of events) await postEvent(world, 'crm', event);
        return stateOf(story);
      },
      (state) => state['held_events'] === 0,
    );
    expect({ seed: i + 1, ...settled }).toEqual({ seed: i + 1, ...expected });
  }
  return { types: inOrder.map(({ type }) => type), expected };
}

describe(`what the warehouse tells, delivered 1 to 5 times in any order, ${SEEDS} seeds`, () => {
  test(
    'of an order from its reservation to its end leaves CRM in the same state [SYS-2 SYS-3 J72]',
    async () => {
      const stories: Won[] = [];
      for (let i = 0; i <= SEEDS; i += 1) {
        const story = await won(['1']);
        await allocateFirst(story);
        stories.push(story);
      }
      const reserved = await endAlike(stories, ({ dealId }) => told('wms', [dealId]));
      expect(new Set(reserved.types)).toEqual(new Set(['reservation.updated', 'allocation.updated']));
      expect(reserved.expected).toMatchObject({ po: ['needs_ship_date', 'draft'] });

      for (const [i, { purchaseOrderId }] of stories.entries()) {
        await sales.command('crm', 'purchase-order.set-ship-date', { purchaseOrder: purchaseOrderId, shipDate: world.today });
        await manager.command('crm', 'purchase-order.approve-shipment', { purchaseOrder: purchaseOrderId });
        await carry('wms', await told('crm', [purchaseOrderId]));
        const order = await world.look('wms', (tx) =>
          tx.one<{ id: string; line: string }>(
            'select o.id, l.id as line from wms_order o join wms_order_line l on l."order" = o.id where o.crm_purchase_order_id = $1',
            [purchaseOrderId],
          ),
        );
        const on = { order: order.id };
        await warehouse.command('wms', 'order.start-picking', on);
        await warehouse.command('wms', 'order.pick-line', { line: order.line });
        await warehouse.command('wms', 'order.complete-picking', on);
        await warehouse.command('wms', 'shipment.post', { ...on, carrier: 'Aras', trackingId: `T-${i}`, irsaliyeNumber: `IRS-SIRA-${i}` });
        await warehouse.command('wms', 'shipment.deliver', { ...on, podReference: 'POD-SIRA', podReceivedBy: 'Kapıcı' });
        await warehouse.command('wms', 'order.mark-invoiced', { ...on, invoiceNumber: `FTR-SIRA-${i}`, invoicedOn: world.today });
        await accounting.command('wms', 'invoice-control.fail', { ...on, note: 'Tutar yanlış' });
        await accounting.command('wms', 'invoice-control.reopen', { ...on, note: 'Düzeltildi' });
        await accounting.command('wms', 'invoice-control.pass', on);
        await accounting.command('wms', 'order.close', on);
      }
      const ended = await endAlike(stories, ({ purchaseOrderId }) => told('wms', [purchaseOrderId]));
      expect(ended.types).toEqual([
        'picking_started',
        'picking_completed',
        'shipment_posted',
        'shipment_delivered',
        'order_invoiced',
        'invoice_control.failed',
        'invoice_control.reopened',
        'invoice_control.passed',
        'order.closed',
      ]);
      expect(ended.expected).toMatchObject({ po: ['closed', 'closed'], mirror: ['closed', 'Aras', true, 'POD-SIRA', 'passed', null, true] });
    },
    30_000 + SEEDS * 15_000,
  );

  test(
    'of a shortage and of what was given back leaves CRM in the same state [SYS-2 SYS-3 WHS-10]',
    async () => {
      const stories: Won[] = [];
      for (let i = 0; i <= SEEDS; i += 1) {
        const story = await won(['1', '99999']);
        await allocateFirst(story);
        // All of the stock was held by the second line: it goes back before the next story takes it.
        await manager.command('crm', 'deal.cancel', { deal: story.dealId, reason: 'Vazgeçildi' });
        await carry('wms', await told('crm', [story.dealId]));
        stories.push(story);
      }
      const { types, expected } = await endAlike(stories, ({ dealId }) => told('wms', [dealId]));
      expect(new Set(types)).toEqual(new Set(['reservation.updated', 'shortage.detected', 'allocation.updated']));
      expect(expected).toMatchObject({ deal: ['cancelled', 'released'] });
    },
    30_000 + SEEDS * 15_000,
  );
});
