/**
 * SQL of the numbers credit is judged by, for one customer as for all of an org: the gates, the deal
 * page and /credit read the same.
 * @source J15, J28
 */
export interface CreditOf {
  /** The condition on a table with the columns `profile` and `org` that chooses whose credit it is. */
  readonly of: (alias: string) => string;
  /** Slot of the moment it is asked for. */
  readonly now: string;
}

/**
 * CTE `open_items`: what is open of each receivable of approved or released POs, and whether its due
 * date plus grace lies before today, in the org's own calendar.
 */
export const openItems = ({ of, now }: CreditOf) => `
  paid as (
    select r.purchase_order, sum(a.amount) as amount
    from crm_receivable r join crm_payment_allocation a on a.purchase_order = r.purchase_order
    where ${of('r')} and r.voided_at is null group by r.purchase_order),
  open_items as (
    select r.profile, r.purchase_order, r.currency, r.amount, r.due_date, greatest(r.amount - coalesce(paid.amount, 0), 0) as open,
           r.due_date + p.grace_days < (${now}::timestamptz at time zone o.time_zone)::date as is_overdue
    from crm_receivable r
    join crm_customer_profile p on p.id = r.profile
    join core_org o on o.id = r.org
    left join paid on paid.purchase_order = r.purchase_order
    where ${of('r')} and r.voided_at is null)`;

/** What open items come to. */
export const SUMS = `sum(open) as exposure, coalesce(sum(open) filter (where is_overdue), 0) as overdue,
           min(due_date) filter (where is_overdue and open > 0) as oldest_overdue`;

/** CTE `standing`: limit, exposure and overdue by customer and currency, which are never summed. */
export const standing = ({ of, now }: CreditOf) => `${openItems({ of, now })},
  sums as (
    select profile, currency, ${SUMS}
    from open_items group by profile, currency),
  standing as (
    select coalesce(s.profile, l.profile) as profile, coalesce(s.currency, l.currency) as currency, l.limit_amount,
           coalesce(s.exposure, 0) as exposure, coalesce(s.overdue, 0) as overdue, s.oldest_overdue, l.limit_amount - coalesce(s.exposure, 0) as available
    from sums s full join (select profile, currency, limit_amount from crm_credit_limit limits where ${of('limits')}) l
      on l.profile = s.profile and l.currency = s.currency)`;
