import { eventually } from '@selvedge/seed/client.ts';
import { travel, type Station } from '@selvedge/seed/order-path.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const people = world.people('MOD');
afterAll(() => world.close());

interface Queue {
  readonly tab: string;
  readonly count: number;
}

/** One order that has come this far, and where both command centers are to show it. */
interface Placed {
  readonly mode: 'cash' | 'credit';
  readonly station: Station;
  /** Short of stock on its only line. */
  readonly short?: true;
  readonly tabs: readonly string[];
  readonly stage: string;
  readonly queue: string;
}

const PLACED: readonly Placed[] = [
  { mode: 'credit', station: 'won', tabs: ['warehouse'], stage: 'needs_allocation_plan', queue: 'to_plan' },
  { mode: 'credit', station: 'won', short: true, tabs: ['warehouse', 'shortage'], stage: 'needs_allocation_plan', queue: 'to_plan' },
  { mode: 'credit', station: 'planned', tabs: ['warehouse'], stage: 'needs_roll_entry', queue: 'to_allocate' },
  { mode: 'credit', station: 'allocated', tabs: ['ship_date'], stage: 'needs_ship_date', queue: '' },
  { mode: 'cash', station: 'dated', tabs: ['payment'], stage: 'needs_payment', queue: '' },
  { mode: 'credit', station: 'dated', tabs: ['approval'], stage: 'needs_approval', queue: '' },
  { mode: 'cash', station: 'paid', tabs: ['approval'], stage: 'needs_approval', queue: '' },
  { mode: 'credit', station: 'approved', tabs: [], stage: 'released', queue: 'released' },
  { mode: 'credit', station: 'picking', tabs: [], stage: 'picking', queue: 'picking' },
  { mode: 'credit', station: 'picked', tabs: [], stage: 'picking', queue: 'picked' },
  { mode: 'credit', station: 'shipped', tabs: [], stage: 'shipped', queue: 'shipped' },
  { mode: 'credit', station: 'delivered', tabs: [], stage: 'delivered', queue: 'delivered' },
  { mode: 'credit', station: 'invoiced', tabs: [], stage: 'invoiced', queue: 'invoiced' },
  { mode: 'credit', station: 'closed', tabs: [], stage: 'closed', queue: 'closed' },
];
const TABS = ['warehouse', 'payment', 'approval', 'ship_date', 'shortage'] as const;
const QUEUES = ['to_plan', 'to_allocate', 'released', 'picking', 'picked', 'shipped', 'delivered', 'invoiced', 'closed'] as const;

test('each order stands at the gate it waits for, in the queue of who works on it, and nowhere else [J9 J10 SAL-11 WHS-1]', async () => {
  const counts = async () => (await people.sales.view<Queue[]>('crm', 'fulfillment-queues', { org: 'MOD' })).data;
  const countOf = (queues: readonly Queue[], tab: string) => queues.find((one) => one.tab === tab)?.count ?? 0;
  const before = await counts();
  const codes = new Map<string, Placed>();
  for (const placed of PLACED) {
    const wish = await world.wish('MOD', { mode: placed.mode, lines: 1, qty: placed.short ? '99999' : '1' });
    const { dealId, dealCode } = await travel(people, wish, placed.station);
    codes.set(dealCode, placed);
    // What takes all the stock of a quality gives it back, for the tests that follow.
    if (placed.short) world.beforeClose(() => people.manager.command('crm', 'deal.cancel', { deal: dealId, reason: 'Test bitti' }));
  }
  const where = async (view: 'fulfillment' | 'po-command-center', parameter: 'tab' | 'queue', names: readonly string[]) => {
    const [who, system] = view === 'fulfillment' ? ([people.sales, 'crm'] as const) : ([people.warehouse, 'wms'] as const);
    const shown: Record<string, string[]> = Object.fromEntries([...codes.keys()].map((code) => [code, []]));
    for (const name of names)
      for (const code of codes.keys()) {
        const { data } = await who.view<{ dealCode: string }[]>(system, view, { org: 'MOD', [parameter]: name, q: code });
        expect(data.every((row) => row.dealCode === code)).toBe(true);
        if (data.length > 0) shown[code]?.push(name);
      }
    return shown;
  };
  const wanted = (of: (placed: Placed) => readonly string[]) => Object.fromEntries([...codes].map(([code, placed]) => [code, [...of(placed)]]));
  await eventually(
    'every order at its gate',
    () => where('fulfillment', 'tab', TABS),
    (seen) => JSON.stringify(seen) === JSON.stringify(wanted(({ tabs }) => TABS.filter((tab) => tabs.includes(tab)))),
  );
  expect(await where('po-command-center', 'queue', QUEUES)).toEqual(wanted(({ queue }) => (queue === '' ? [] : [queue])));
  const stages = await Promise.all(
    [...codes.keys()].map(async (code) =>
      (await people.sales.view<{ stage: string }[]>('crm', 'fulfillment', { org: 'MOD', q: code })).data.map((row) => row.stage),
    ),
  );
  expect(stages).toEqual([...codes.values()].map(({ stage }) => [stage]));
  const after = await counts();
  for (const tab of TABS) expect([tab, countOf(after, tab) - countOf(before, tab)]).toEqual([tab, PLACED.filter(({ tabs }) => tabs.includes(tab)).length]);
}, 180_000);

test('stock that is taken or given back shows in what sales sees of it, and changes nothing in the warehouse [SYS-3 J16]', async () => {
  const wish = await world.wish('MOD', { mode: 'credit', lines: 1, qty: '3' });
  const item = wish.lines[0]?.item as string;
  const shown = () =>
    world.look('crm', (tx) =>
      tx.one<{ free: string; code: string }>(
        'select s.free_meters::text as free, i.code from crm_stock_by_quality s join crm_catalog_item i on i.id = s.catalog_item where s.catalog_item = $1 and s.org = $2',
        [item, wish.orgId],
      ),
    );
  const held = (code: string) =>
    world.look(
      'wms',
      async (tx) =>
        (
          await tx.one<{ free: string }>(
            'select sum(l.on_hand_meters - l.reserved_meters)::text as free from wms_lot l join wms_quality q on q.id = l.quality join core_org o on o.id = l.org where q.code = $1 and o.code = $2',
            [code, 'MOD'],
          )
        ).free,
    );
  const agreed = (was: string | null, change: number) =>
    eventually(
      'CRM to know the stock',
      async () => {
        const seen = await shown();
        return { seen: seen.free, held: await held(seen.code) };
      },
      (stock) => stock.seen === stock.held && (was === null || Number(stock.seen) === Number(was) + change),
    );
  const { seen: before } = await agreed(null, 0);
  const { dealId } = await travel(people, wish, 'won');
  await agreed(before, -3);
  await people.manager.command('crm', 'deal.cancel', { deal: dealId, reason: 'Vazgeçildi' });
  await agreed(before, 0);
}, 180_000);
