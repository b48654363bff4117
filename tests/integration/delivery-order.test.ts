import { randomUUID } from 'node:crypto';
import { eventually } from '@selvedge/seed/client.ts';
import { createRandom } from '@selvedge/seed/random.ts';
import { envelope, postEvent, type TestEnvelope } from '../world/event-sender.ts';
import { shuffled } from '../world/shuffled.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
afterAll(() => world.close());

/** The full count runs in `npm run test:deep`. */
const SEEDS = process.env['SELVEDGE_DEEP'] === '1' ? 200 : 20;
const ITEMS = ['POPLIN-100', 'POPLIN-120', 'POPLIN-150'] as const;

interface Story {
  readonly dealId: string;
  readonly poId: string;
  readonly events: TestEnvelope[];
}

/** One deal as CRM tells it: won, one shortage decided, one line released, its PO created, then cancelled or not. */
function story(cancelled: boolean): Story {
  const dealId = randomUUID();
  const poId = randomUUID();
  const code = randomUUID().slice(0, 8).toUpperCase();
  const lines = ITEMS.map((item, i) => ({ deal_line_id: randomUUID(), position: i + 1, item_code: item, uom: 'meter', qty: '1' }));
  const [first, second, third] = lines as [(typeof lines)[0], (typeof lines)[0], (typeof lines)[0]];
  const ofDeal = (sequence: number, type: string, data: unknown) => envelope({ type, source: 'crm', entity: 'deal', entity_id: dealId, sequence, data });
  const ofPo = (sequence: number, type: string, data: unknown) => envelope({ type, source: 'crm', entity: 'purchase_order', entity_id: poId, sequence, data });
  const events = [
    ofDeal(1, 'deal.won', {
      deal_id: dealId,
      deal_code: `MODDL${code}`,
      customer_name: 'Karışık',
      credit_blocked: false,
      won_at: '2026-01-30T09:00:00.000Z',
      lines,
    }),
    ofDeal(2, 'shortage.decided', { deal_id: dealId, deal_line_id: second.deal_line_id, decision: 'ship_partly', qty: '0.5', note: null }),
    ofDeal(3, 'reservation.release_requested', { deal_id: dealId, deal_line_ids: [third.deal_line_id], reason: 'Line cancelled' }),
    ofPo(1, 'po.created', {
      purchase_order_id: poId,
      po_code: `MODPO${code}`,
      deal_id: dealId,
      deal_code: `MODDL${code}`,
      customer_name: 'Karışık',
      shipping_address: null,
      carrier_wish: null,
      ship_date: '2026-12-01',
      lines: [first, second],
    }),
    ...(cancelled ? [ofPo(2, 'po.cancelled', { purchase_order_id: poId, reason: 'Customer withdrew' })] : []),
  ];
  return { dealId, poId, events };
}

/** What the warehouse holds for a story, without ids and times. */
const stateOf = ({ dealId, poId }: Story) =>
  world.look('wms', (tx) =>
    tx.one(
      `select
         (select json_agg(json_build_object('position', l.position, 'qty', l.qty::text, 'reserved', l.reserved_qty::text, 'short', l.shortage_qty::text, 'status', l.status) order by l.position)
            from wms_reservation_line l join wms_reservation r on r.id = l.reservation where r.crm_deal_id = $1) as lines,
         (select sum(h.meters)::text from wms_reservation_hold h join wms_reservation_line l on l.id = h.reservation_line join wms_reservation r on r.id = l.reservation where r.crm_deal_id = $1) as held,
         (select json_agg(o.status) from wms_order o where o.crm_purchase_order_id = $2) as orders,
         (select count(*) from wms_order_line l join wms_order o on o.id = l."order" where o.crm_purchase_order_id = $2) as order_lines,
         (select json_agg(h.kind order by h.occurred_at, h.kind) from wms_order_history h join wms_order o on o.id = h."order" where o.crm_purchase_order_id = $2) as history,
         (select count(*) from kernel.inbox where target = 'wms' and entity_id in ($1::text, $2::text) and status <> 'applied') as held_events,
         (select count(*) from kernel.outbox where entity_id in ($1::text, $2::text) and source = 'wms') as told`,
      [dealId, poId],
    ),
  );

describe.each([
  ['an open PO', false],
  ['a cancelled PO', true],
])('events of %s', (_name, cancelled) => {
  test(`delivered 1 to 5 times in any order end in the same state, ${SEEDS} seeds [SYS-2 J72 ADM-9]`, async () => {
    const inOrder = story(cancelled);
    for (const event of inOrder.events) expect((await postEvent(world, 'wms', event)).body.status).toBe('applied');
    const expected = await stateOf(inOrder);
    expect(expected).toMatchObject({ held_events: 0, orders: [cancelled ? 'cancelled' : 'released'] });

    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const one = story(cancelled);
      const random = createRandom(seed);
      const deliveries = shuffled(one.events, random);
      // Some at the same moment, as several deliveries in flight would be.
      while (deliveries.length > 0) await Promise.all(deliveries.splice(0, random.between(1, 4)).map((event) => postEvent(world, 'wms', event)));
      // Events that passed each other in flight are picked up by the sweeper.
      const settled = await eventually(
        `seed ${seed} to settle`,
        () => stateOf(one),
        (state) => state['held_events'] === 0,
      );
      expect({ seed, ...settled }).toEqual({ seed, ...expected });
    }
  });
});
