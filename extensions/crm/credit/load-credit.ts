import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { openItems, standing, SUMS } from './credit-sql.ts';

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

const standingsOf = (profile: string) => `with ${standing({ of: (alias) => `${alias}.profile = ${profile}`, now: '$2' })}
  select currency, limit_amount as "limit", exposure, overdue, oldest_overdue as "oldestOverdue", available from standing order by currency`;
const OF_CUSTOMER = standingsOf('$1');
const OF_DEAL = standingsOf('(select profile from crm_deal where id = $1)');

/** Where a customer stands, one row a currency, in the order of their codes. */
export const loadCredit = (tx: Tx, profileId: string, now: Date): Promise<CreditStanding[]> =>
  tx.query<CreditStanding & Record<string, unknown>>(OF_CUSTOMER, [profileId, now]);

/** The same of the customer of a deal. */
export const loadCreditOfDeal = (tx: Tx, dealId: string, now: Date): Promise<CreditStanding[]> =>
  tx.query<CreditStanding & Record<string, unknown>>(OF_DEAL, [dealId, now]);

const OF_ORDERS = `with asked as (select id, profile, currency from crm_purchase_order where id = any ($1::uuid[])),
  ${openItems({ of: (alias) => `${alias}.profile in (select profile from asked)`, now: '$2' })}
  select a.id, a.currency, l.limit_amount as "limit", coalesce(s.exposure, 0) as exposure, coalesce(s.overdue, 0) as overdue, s.oldest_overdue as "oldestOverdue",
         l.limit_amount - coalesce(s.exposure, 0) as available
  from asked a left join crm_credit_limit l on l.profile = a.profile and l.currency = a.currency
  left join lateral (select ${SUMS} from open_items where profile = a.profile and currency = a.currency and purchase_order is distinct from a.id) s on true`;

/**
 * Where the customers of POs stand in the currency of each PO, by the PO's id. A PO that is judged is
 * left out of its own customer's exposure.
 */
export async function loadCreditOfOrders(tx: Tx, purchaseOrderIds: readonly string[], now: Date): Promise<ReadonlyMap<string, CreditStanding>> {
  const rows = await tx.query<CreditStanding & { id: string } & Record<string, unknown>>(OF_ORDERS, [purchaseOrderIds, now]);
  return new Map(rows.map((row) => [row.id, row]));
}

const NOTHING = { limit: null, exposure: '0', overdue: '0', oldestOverdue: null, available: null };

/** The standing in one currency; all zero where there is neither limit nor receivable. */
export const standingIn = (standings: readonly CreditStanding[], currency: string): CreditStanding =>
  standings.find((s) => s.currency === currency) ?? { currency, ...NOTHING };
