import { dateIn } from '@selvedge/kernel/clock.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';

/** The calendar date (`YYYY-MM-DD`) of an instant where an org lives. */
export async function todayOf(tx: Tx, orgId: string, now: Date): Promise<string> {
  const { zone } = await tx.one<{ zone: string }>('select time_zone as zone from core_org where id = $1', [orgId]);
  return dateIn(zone, now);
}
