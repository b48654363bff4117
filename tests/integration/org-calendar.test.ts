import { standingIn, loadCredit } from '@selvedge/crm/credit/load-credit.ts';
import { todayOf } from '@selvedge/crm/today.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction, type Tx } from '@selvedge/kernel/database/transaction.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 2, 'selvedge-test');
afterAll(() => Promise.all([world.close(), pool.end()]));

/** Works as the system in a MOD that lives elsewhere; nothing of it is kept. */
const inZone = <T>(zone: string, work: (tx: Tx, orgId: string) => Promise<T>) =>
  inTransaction(
    pool,
    { kind: 'system' },
    async (tx) => {
      const { id } = await tx.one<{ id: string }>(`update core_org set time_zone = $1 where code = 'MOD' returning id`, [zone]);
      return work(tx, id);
    },
    'rollback',
  );

/** 30 January in Honolulu (UTC−10), 31 in Istanbul and on Kiritimati (UTC+14). */
const MORNING = new Date('2026-01-31T08:00:00Z');
/** 31 January in Honolulu and Istanbul, 1 February on Kiritimati. */
const NOON = new Date('2026-01-31T12:00:00Z');

describe('the calendar of an org', () => {
  test.each([
    ['Europe/Istanbul', '2026-01-31', '2026-01-31'],
    ['Pacific/Honolulu', '2026-01-30', '2026-01-31'],
    ['Pacific/Kiritimati', '2026-01-31', '2026-02-01'],
  ])('in %s says which day it is', async (zone, morning, noon) => {
    const days = await inZone(zone, async (tx, org) => [await todayOf(tx, org, MORNING), await todayOf(tx, org, NOON)]);
    expect(days).toEqual([morning, noon]);
  });

  test('decides when a receivable is overdue: the day after due date and grace begins, where the org lives [J28]', async () => {
    const wish = await world.wish('MOD', { mode: 'credit', lines: 1 });
    const order = await travel(world.people('MOD'), wish, 'approved');
    const overdueIn = (zone: string, now: Date) =>
      inZone(zone, async (tx) => {
        await tx.query(
          `update crm_receivable r set due_date = date '2026-01-30' - p.grace_days from crm_customer_profile p where p.id = r.profile and r.purchase_order = $1`,
          [order.purchaseOrderId],
        );
        return standingIn(await loadCredit(tx, wish.profileId, now), 'USD').overdue !== '0';
      });
    expect([await overdueIn('Europe/Istanbul', MORNING), await overdueIn('Pacific/Honolulu', MORNING)]).toEqual([true, false]);
    expect([await overdueIn('Europe/Istanbul', NOON), await overdueIn('Pacific/Honolulu', NOON)]).toEqual([true, true]);
  });

  test('is one that exists', async () => {
    await expect(inZone('Europe/Constantinople', () => Promise.resolve())).rejects.toMatchObject({ code: '23514', constraint: 'time_zone_is_known' });
  });
});
