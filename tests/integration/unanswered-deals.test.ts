import { alertUnanswered } from '@selvedge/crm/jobs/alert-unanswered.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { jobContext } from '../world/job-context.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const people = world.people('MOD');
const worker = world.stack.workers[0] as string;
const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 3, 'selvedge-test');
afterAll(() => Promise.all([world.close(), pool.end()]));

const unansweredCodes = async () =>
  (await people.sales.view<{ dealCode: string }[]>('crm', 'fulfillment', { org: 'MOD', tab: 'unanswered' })).data.map((row) => row.dealCode);
const unansweredCount = async (org: 'MOD' | 'JTR') =>
  (await world.people(org).sales.view<{ tab: string; count: number }[]>('crm', 'fulfillment-queues', { org })).data.find((queue) => queue.tab === 'unanswered')
    ?.count;
const told = (dealId: string) =>
  world.look('crm', async (tx) => ({
    mails: (
      await tx.query<{ recipient: string }>(`select recipient from crm_outbound_mail where type = 'deal_unanswered' and object_id = $1 order by 1`, [dealId])
    ).map((mail) => mail.recipient),
    entries: (await tx.query(`select 1 from crm_timeline_entry where deal = $1 and kind = 'deal.unanswered'`, [dealId])).length,
  }));

test('a won deal without an answer of the warehouse is listed, counted and alerted once, until it is answered [SAL-10]', async () => {
  const wish = await world.wish('MOD', { mode: 'cash', lines: 1 });
  await world.stack.kill(worker);
  try {
    const order = await travel(people, wish, 'won');
    // Four minutes: nobody is bothered yet.
    const wonSince = (minutes: number) =>
      inTransaction(pool, { kind: 'system' }, (tx) =>
        tx.query(`update crm_deal set won_at = now() - make_interval(mins => $2) where id = $1`, [order.dealId, minutes]),
      );
    await wonSince(4);
    await alertUnanswered.run(jobContext(pool));
    expect(await unansweredCodes()).not.toContain(order.dealCode);
    expect(await told(order.dealId)).toEqual({ mails: [], entries: 0 });

    await wonSince(6);
    const before = await unansweredCount('JTR');
    await Promise.all([alertUnanswered.run(jobContext(pool)), alertUnanswered.run(jobContext(pool))]);
    await alertUnanswered.run(jobContext(pool));
    expect(await unansweredCodes()).toEqual([order.dealCode]);
    expect([await unansweredCount('MOD'), await unansweredCount('JTR')]).toEqual([1, before]);
    expect(await told(order.dealId)).toEqual({
      mails: ['sales-manager-2.mod@selvedge.test', 'sales-manager.group@selvedge.test', 'sales-manager.mod@selvedge.test'],
      entries: 1,
    });

    await world.stack.restart(worker);
    await eventually('the answer of the warehouse', unansweredCodes, (codes) => codes.length === 0);
    expect(await unansweredCount('MOD')).toBe(0);
  } finally {
    await world.stack.restart(worker);
  }
});
