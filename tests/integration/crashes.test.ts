import { Redis } from 'ioredis';
import { eventually } from '@selvedge/seed/client.ts';
import { openWorld, type World } from '../world/world.ts';

const world = openWorld();
const { sales } = world.people('MOD');
afterAll(() => world.close());

const workerOf = (system: 'crm' | 'wms') => `worker-${world.stack.nodeOf(system).name}`;
const nodeName = (system: 'crm' | 'wms') => `node-${world.stack.nodeOf(system).name}`;

/** A submitted deal, ready to be won. */
async function submittedDeal(target: World = world): Promise<string> {
  const wish = await target.wish('MOD', { mode: 'credit', lines: 2, qty: '1' });
  const { dealId } = await sales.command<{ dealId: string }>('crm', 'deal.create', {
    org: wish.orgId,
    profile: wish.profileId,
    currency: 'USD',
    lines: wish.lines,
  });
  await sales.command('crm', 'deal.submit', { deal: dealId });
  return dealId;
}

/** An armed process dies at the first delivery it makes: nothing may lie in the outbox but what the test puts there. */
const nothingIsUnderWay = () =>
  eventually(
    'every event to be delivered',
    async () =>
      (
        await Promise.all(
          (['crm', 'wms'] as const).map((system) =>
            world.look(system, (tx) => tx.one<{ n: number }>(`select count(*) as n from kernel.outbox where status = 'pending'`)),
          ),
        )
      )
        .map((row) => row.n)
        .reduce((sum, n) => sum + n, 0),
    (undelivered) => undelivered === 0,
  );

/** What one won deal must have caused, on both sides, once. */
const effectsOf = async (dealId: string) => {
  const [crm, wms] = await Promise.all([
    world.look('crm', (tx) =>
      tx.one<Record<string, unknown>>(
        `select (select count(*) from crm_purchase_order where deal = $1) as orders, (select reservation_state from crm_deal where id = $1) as state,
           (select count(*) from crm_reservation_mirror where deal = $1) as mirrors, (select count(*) from crm_timeline_entry where deal = $1 and kind = 'reservation.updated') as told,
           (select count(*) from kernel.outbox where entity_id = $1::text and status <> 'delivered') as undelivered`,
        [dealId],
      ),
    ),
    world.look('wms', (tx) =>
      tx.one<Record<string, unknown>>(
        `select (select count(*) from wms_reservation where crm_deal_id = $1) as reservations,
           (select sum(h.meters)::text from wms_reservation_hold h join wms_reservation_line l on l.id = h.reservation_line join wms_reservation r on r.id = l.reservation where r.crm_deal_id = $1) as held`,
        [dealId],
      ),
    ),
  ]);
  return { ...crm, ...wms };
};
const ONCE = { orders: 1, state: 'reserved', mirrors: 2, told: 1, undelivered: 0, reservations: 1, held: '2.000' };
const arrivesOnce = async (dealId: string) => {
  await eventually(
    `the reservation of ${dealId}`,
    () => effectsOf(dealId),
    (effects) => effects['state'] === 'reserved' && effects['undelivered'] === 0,
  );
  expect(await effectsOf(dealId)).toEqual(ONCE);
};

describe('kill -9 of the worker', () => {
  test.each(['delivery:before-post', 'delivery:after-post', 'delivery:after-note'])('at %s loses nothing and doubles nothing [SYS-2 J72]', async (step) => {
    const dealId = await submittedDeal();
    await nothingIsUnderWay();
    await world.stack.restartToFail(workerOf('crm'), step);
    await sales.command('crm', 'deal.win', { deal: dealId });
    await world.stack.waitForEnd(workerOf('crm'));
    await world.stack.restart(workerOf('crm'));
    await arrivesOnce(dealId);
  });

  test('between a delivery that failed and its note loses nothing and doubles nothing [SYS-2 J72]', async () => {
    const dealId = await submittedDeal();
    await nothingIsUnderWay();
    await world.stack.kill(workerOf('crm'));
    await sales.command('crm', 'deal.win', { deal: dealId });
    await world.stack.kill(nodeName('wms'));
    await world.stack.restartToFail(workerOf('crm'), 'delivery:after-failure');
    await world.stack.waitForEnd(workerOf('crm'));
    const noted = await world.look('crm', (tx) =>
      tx.query<{ status: string; attempts: number }>('select status, attempts from kernel.outbox where entity_id = $1', [dealId]),
    );
    expect(noted).toEqual([{ status: 'pending', attempts: 0 }]);
    await world.stack.restart(nodeName('wms'));
    await world.stack.restart(workerOf('crm'));
    await arrivesOnce(dealId);
  });

  test('in the middle of a sweep leaves what it found for the next [SYS-2]', async () => {
    const dealId = await submittedDeal();
    await nothingIsUnderWay();
    await world.stack.kill(workerOf('crm'));
    await sales.command('crm', 'deal.win', { deal: dealId });
    // The entry that the commit queued is lost, so only the sweep knows of the event.
    const redis = new Redis(world.stack.redisUrl);
    await redis.flushall();
    redis.disconnect();
    await world.stack.restartToFail(workerOf('crm'), 'sweep:before-enqueue');
    await world.stack.waitForEnd(workerOf('crm'));
    await world.stack.restart(workerOf('crm'));
    await arrivesOnce(dealId);
  });
});

describe('kill -9 of the node', () => {
  test.each(['ingest:before-apply', 'ingest:before-commit', 'ingest:after-commit'])('at %s loses nothing and doubles nothing [SYS-2 J72]', async (step) => {
    const dealId = await submittedDeal();
    await nothingIsUnderWay();
    await world.stack.kill(workerOf('crm'));
    await sales.command('crm', 'deal.win', { deal: dealId });
    await world.stack.restartToFail(nodeName('wms'), step);
    await world.stack.restart(workerOf('crm'));
    await world.stack.waitForEnd(nodeName('wms'));
    await world.stack.restart(nodeName('wms'));
    await arrivesOnce(dealId);
  });

  test.each([
    ['command:before-commit', 0],
    ['command:after-commit', 1],
  ])('at %s leaves all of a command or nothing, and its retry has one effect [SYS-2 J72]', async (step, committed) => {
    const dealId = await submittedDeal();
    const key = `crash-${dealId}`;
    await world.stack.restartToFail(nodeName('crm'), step);
    await expect(sales.command('crm', 'deal.win', { deal: dealId }, { key })).rejects.toThrow();
    await world.stack.waitForEnd(nodeName('crm'));
    const orders = await world.look('crm', (tx) => tx.one<{ n: number }>('select count(*) as n from crm_purchase_order where deal = $1', [dealId]));
    expect(orders.n).toBe(committed);
    await world.stack.restart(nodeName('crm'));
    await sales.command('crm', 'deal.win', { deal: dealId }, { key });
    await arrivesOnce(dealId);
  });
});

describe('Redis', () => {
  test('flushed in the middle of deliveries: all of them complete, once', async () => {
    const deals = await Promise.all(Array.from({ length: 6 }, () => submittedDeal()));
    const redis = new Redis(world.stack.redisUrl);
    const wins = deals.map(async (deal, i) => {
      await sales.command('crm', 'deal.win', { deal });
      if (i % 2 === 0) await redis.flushall();
    });
    await Promise.all(wins);
    redis.disconnect();
    for (const deal of deals) await arrivesOnce(deal);
  });

  test('flushed: scheduled jobs come back by themselves', async () => {
    const redis = new Redis(world.stack.redisUrl);
    await redis.flushall();
    redis.disconnect();
    const last = () =>
      world.look('wms', async (tx) => (await tx.one<{ at: Date }>(`select max(slot) as at from kernel.job_run where name = 'kernel.seal-audit'`)).at.getTime());
    const before = await last();
    await eventually('another run of the job', last, (at) => at > before);
  });
});
