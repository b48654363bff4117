import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { standing } from './credit-sql.ts';

/** Where a customer stands in one org and currency. Amounts are gross decimals in that currency. */
export interface CreditStanding {
  readonly currency: string;
  readonly limit: string | null;
  readonly exposure: string;
  readonly overdue: string;
  readonly oldestOverdue: string | null;
  /** limit − exposure; null where no limit was granted. */
  readonly available: string | null;
}

const STANDING = standing({ of: (alias) => `${alias}.profile = $1`, now: '$2' }, '$3');

/**
 * Where a customer stands, one row a currency, in the order of their codes.
 * @param exceptPurchaseOrder left out of the exposure, when it is judged itself
 */
export const loadCredit = (tx: Tx, profileId: string, now: Date, exceptPurchaseOrder: string | null = null): Promise<CreditStanding[]> =>
  tx.query<CreditStanding & Record<string, unknown>>(
    `with ${STANDING}
     select currency, limit_amount as "limit", exposure, overdue, oldest_overdue as "oldestOverdue", available from standing order by currency`,
    [profileId, now, exceptPurchaseOrder],
  );

const NOTHING = { limit: null, exposure: '0', overdue: '0', oldestOverdue: null, available: null };

/** The standing in one currency; all zero where there is neither limit nor receivable. */
export const standingIn = (standings: readonly CreditStanding[], currency: string): CreditStanding =>
  standings.find((s) => s.currency === currency) ?? { currency, ...NOTHING };
