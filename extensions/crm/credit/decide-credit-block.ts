import { compare } from '@selvedge/kernel/money.ts';
import type { CreditStanding } from './load-credit.ts';

/**
 * Whether a deal must carry the credit block when it is won: anything overdue, or any currency over
 * its limit. A currency without a limit is not over it here; shipment approval asks for one.
 * @returns the reason in words, or null
 * @source J28, J29
 */
export function creditBlockReason(standings: readonly CreditStanding[]): string | null {
  const reasons = standings.flatMap(({ currency, limit, exposure, overdue }) => [
    ...(compare(overdue, '0') > 0 ? [`overdue ${overdue} ${currency}`] : []),
    ...(limit !== null && compare(exposure, limit) > 0 ? [`exposure ${exposure} over limit ${limit} ${currency}`] : []),
  ]);
  return reasons.length === 0 ? null : reasons.join('; ');
}
