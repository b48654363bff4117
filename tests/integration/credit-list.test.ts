import { travel } from '@selvedge/seed/order-path.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const { manager } = world.people('MOD');
afterAll(() => world.close());

interface Standing {
  readonly currency: string;
  readonly limit: string | null;
  readonly exposure: string;
  readonly overdue: string;
  readonly oldestOverdue: string | null;
  readonly available: string | null;
}
interface CreditRow extends Standing {
  readonly profileId: string;
  readonly org: string;
  readonly customerName: string;
  readonly blockedDeals: number;
}
interface CustomerCredit {
  readonly exposure: readonly Standing[];
  readonly receivables: readonly { purchaseOrderId: string; currency: string; open: string; isOverdue: boolean }[];
  readonly blockedDeals: readonly { id: string; currency: string }[];
}

/** Every row of the list, over its pages. */
async function listOf(query: Record<string, string> = {}, client = manager): Promise<CreditRow[]> {
  const rows: CreditRow[] = [];
  let cursor: string | null | undefined;
  do {
    const page: { data: CreditRow[]; nextCursor?: string | null } = await client.view<CreditRow[]>('crm', 'credit', {
      org: 'MOD',
      limit: '5',
      ...query,
      ...(cursor && { cursor }),
    });
    rows.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor);
  return rows;
}
const queuesOf = async () =>
  new Map((await manager.view<{ queue: string; count: number }[]>('crm', 'credit-queues', { org: 'MOD' })).data.map((row) => [row.queue, row.count]));
const creditOf = async (id: string) => (await manager.view<CustomerCredit & Record<string, unknown>>('crm', 'customer-credit', { id })).data;

test('/credit says of every customer and currency just what shipment approval judges by [J27 J28 J36 ACC-1]', async () => {
  const wish = await world.wish('MOD', { mode: 'credit' });
  const order = await travel(world.people('MOD'), wish, 'approved');
  const isDue = (days: number) =>
    world.write('crm', (tx) =>
      tx.query('update crm_receivable set due_date = current_date + $2::int where purchase_order = $1', [order.purchaseOrderId, days]),
    );
  world.beforeClose(() => isDue(30));
  const before = (await listOf()).find((row) => row.profileId === wish.profileId && row.currency === 'USD');
  expect(Number(before?.exposure)).toBeGreaterThan(0);
  await isDue(-400);
  const rows = await listOf();
  expect(new Set(rows.map((row) => `${row.profileId} ${row.currency}`)).size).toBe(rows.length);
  expect(rows.every((row) => row.org === 'MOD')).toBe(true);
  for (const row of rows) {
    const { exposure } = await creditOf(row.profileId);
    const { currency, limit, exposure: open, overdue, oldestOverdue, available } = row;
    expect(
      exposure.find((standing) => standing.currency === currency) ?? {
        currency,
        limit: null,
        exposure: '0',
        overdue: '0',
        oldestOverdue: null,
        available: null,
      },
    ).toEqual({
      currency,
      limit,
      exposure: open,
      overdue,
      oldestOverdue,
      available,
    });
  }
  const late = await listOf({ queue: 'overdue' });
  expect(late.map((row) => row.profileId)).toContain(wish.profileId);
  expect(late.every((row) => Number(row.overdue) > 0 && row.oldestOverdue !== null)).toBe(true);
  const { receivables } = await creditOf(wish.profileId);
  expect(receivables.find((one) => one.purchaseOrderId === order.purchaseOrderId)).toMatchObject({ isOverdue: true });
  const counts = await queuesOf();
  for (const queue of ['over_limit', 'overdue', 'blocked']) expect([queue, counts.get(queue)]).toEqual([queue, (await listOf({ queue })).length]);
  expect(counts.get('all')).toBe(rows.length);

  // Its next deal is won blocked, and stands among what the customer's credit holds.
  const next = await travel(world.people('MOD'), { ...(await world.wish('MOD', { mode: 'credit' })), profileId: wish.profileId }, 'won');
  expect((await listOf({ queue: 'blocked' })).find((row) => row.profileId === wish.profileId)?.blockedDeals).toBeGreaterThanOrEqual(1);
  expect((await creditOf(wish.profileId)).blockedDeals.map((deal) => deal.id)).toContain(next.dealId);
  await manager.command('crm', 'deal.clear-credit-block', { deal: next.dealId, reason: 'Test bitti' });
});

test('nobody sees the credit of another org, neither in the list nor by its id [J1]', async () => {
  const [row] = await listOf();
  const other = world.people('JTR').manager;
  expect((await listOf({ org: 'JTR' }, other)).some((one) => one.org !== 'JTR' || one.profileId === row?.profileId)).toBe(false);
  await expect(refusalOf(other.view('crm', 'customer-credit', { id: row?.profileId ?? '' }))).resolves.toMatchObject({ status: 404 });
});
