import { eventually } from '@selvedge/seed/client.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const { sales, manager } = world.people('MOD');
afterAll(() => world.close());

/** A minute in `npm run test:deep`, a few seconds in the everyday run. */
const DOWN_MS = process.env['SELVEDGE_DEEP'] === '1' ? 60_000 : 4_000;
const DEALS = 8;

describe('the other node is down for a while', () => {
  test('CRM goes on working, and the backlog drains in order once it is back [SYS-1 SYS-2 J72]', async () => {
    await world.stack.kill('node-wms');
    const downSince = Date.now();
    const deals: string[] = [];
    for (let i = 0; i < DEALS; i += 1) {
      const wish = await world.wish('MOD', { mode: 'credit', lines: 1, qty: '1' });
      const { dealId } = await sales.command<{ dealId: string }>('crm', 'deal.create', {
        org: wish.orgId,
        profile: wish.profileId,
        currency: 'USD',
        lines: wish.lines,
      });
      await sales.command('crm', 'deal.submit', { deal: dealId });
      await sales.command('crm', 'deal.win', { deal: dealId });
      // Every other deal has a second thing to tell, which means something only after the first.
      if (i % 2 === 1) await manager.command('crm', 'deal.cancel', { deal: dealId, reason: 'Vazgeçildi' });
      deals.push(dealId);
    }
    // The time down is what is tested here, so it really passes.
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, DOWN_MS - (Date.now() - downSince))));
    const waiting = await world.look('crm', (tx) =>
      tx.query<{ last_error: string | null }>(`select last_error from kernel.outbox where entity_id = any ($1) and status = 'pending'`, [deals]),
    );
    expect(waiting).toHaveLength(DEALS * 1.5);
    expect(waiting.every((row) => row.last_error?.includes('ECONNREFUSED'))).toBe(true);

    await world.stack.restart('node-wms');
    const reservationStates = () =>
      world.look('crm', (tx) =>
        tx.query<{ state: string }>('select reservation_state as state from crm_deal where id = any ($1) order by array_position($1, id)', [deals]),
      );
    const wanted = deals.map((_, i) => ({ state: i % 2 === 1 ? 'released' : 'reserved' }));
    await eventually('CRM to be told of all', reservationStates, (states) => JSON.stringify(states) === JSON.stringify(wanted));
    const applied = await world.look('wms', (tx) =>
      tx.query<{ entity_id: string; sequence: number; status: string }>(
        `select entity_id, sequence, status from kernel.inbox where entity_id = any ($1) and source = 'crm' order by applied_at, sequence`,
        [deals],
      ),
    );
    expect(applied.every((row) => row.status === 'applied')).toBe(true);
    for (const [i, deal] of deals.entries())
      expect(applied.filter((row) => row.entity_id === deal).map((row) => row.sequence)).toEqual(i % 2 === 1 ? [1, 2] : [1]);
    const dead = await world.look('crm', (tx) => tx.one<{ n: number }>(`select count(*) as n from kernel.outbox where status = 'dead'`));
    expect(dead.n).toBe(0);
  }, 300_000);
});
