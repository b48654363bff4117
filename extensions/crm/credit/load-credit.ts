import { subtract } from '@selvedge/kernel/money.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';

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

interface Row extends Record<string, unknown> {
  currency: string;
  limit_amount: string | null;
  exposure: string;
  overdue: string;
  oldest_overdue: string | null;
}

/**
 * Exposure is what is open on receivables of approved or released POs; overdue is the open part
 * whose due date plus grace lies before today, in the org's own calendar (J28). Currencies are never summed (J15).
 * @param exceptPurchaseOrder left out of the exposure, when it is judged itself
 */
export async function loadCredit(tx: Tx, profileId: string, now: Date, exceptPurchaseOrder: string | null = null): Promise<CreditStanding[]> {
  const rows = await tx.query<Row>(
    `with open_items as (
       select r.currency, r.due_date, r.purchase_order,
              greatest(r.amount - coalesce((select sum(a.amount) from crm_payment_allocation a where a.purchase_order = r.purchase_order), 0), 0) as open,
              r.due_date + p.grace_days < ($2::timestamptz at time zone o.time_zone)::date as is_overdue
       from crm_receivable r join crm_customer_profile p on p.id = r.profile join core_org o on o.id = r.org
       where r.profile = $1 and r.voided_at is null and r.purchase_order is distinct from $3::uuid),
     sums as (
       select currency, sum(open) as exposure, coalesce(sum(open) filter (where is_overdue), 0) as overdue,
              min(due_date) filter (where is_overdue and open > 0) as oldest_overdue
       from open_items group by currency)
     select coalesce(s.currency, l.currency) as currency, l.limit_amount, coalesce(s.exposure, 0) as exposure,
            coalesce(s.overdue, 0) as overdue, s.oldest_overdue
     from sums s full join (select currency, limit_amount from crm_credit_limit where profile = $1) l on l.currency = s.currency
     order by 1`,
    [profileId, now, exceptPurchaseOrder],
  );
  return rows.map((row) => ({
    currency: row.currency,
    limit: row.limit_amount,
    exposure: row.exposure,
    overdue: row.overdue,
    oldestOverdue: row.oldest_overdue,
    available: row.limit_amount === null ? null : subtract(row.limit_amount, row.exposure),
  }));
}

const NOTHING = { limit: null, exposure: '0', overdue: '0', oldestOverdue: null, available: null };

/** The standing in one currency; all zero where there is neither limit nor receivable. */
export const standingIn = (standings: readonly CreditStanding[], currency: string): CreditStanding =>
  standings.find((s) => s.currency === currency) ?? { currency, ...NOTHING };
