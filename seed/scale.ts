import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';

/** Deals one transaction writes. */
const BATCH = 10_000;
const LINES = 5;

/** Stages of the POs, in the proportions of a company that has traded for a while: most are closed. */
const DEALS = `
  with numbers as (select n, case when n % 2 = 0 then 'MOD' else 'JTR' end as org_code from generate_series($1::int, $2::int) n),
  profiles as (select id, org, row_number() over (partition by org order by id) - 1 as k, count(*) over (partition by org) as of_org from crm_customer_profile where status = 'approved'),
  chosen as (
    select n.n, o.id as org, o.code as org_code, p.id as profile,
      (array['needs_allocation_plan','needs_roll_entry','needs_ship_date','needs_payment','needs_approval','released','picking','shipped','delivered','invoiced'])[1 + (n.n / 2) % 10] as open_stage,
      (n.n / 2) % 12 >= 10 as is_open, now() - (n.n % 500) * interval '1 hour' - n.n * interval '1 second' as at
    from numbers n join core_org o on o.code = n.org_code join profiles p on p.org = o.id and p.k = (n.n / 2) % p.of_org),
  deals as (
    insert into crm_deal (org, code, profile, status, currency, gross_amount, reservation_state, submitted_at, won_at, created_at)
    select org, org_code || 'DL' || lpad(upper(to_hex(n)), 8, 'Z'), profile, 'won', 'USD', 0, 'reserved', at, at, at from chosen returning id, org, code, profile, created_at),
  staged as (
    select d.*, c.n, case when c.is_open then c.open_stage else 'closed' end as stage, c.org_code from deals d join chosen c on c.org_code || 'DL' || lpad(upper(to_hex(c.n)), 8, 'Z') = d.code),
  orders as (
    insert into crm_purchase_order (org, code, deal, profile, status, stage, stage_since, currency, gross_amount, ship_date, created_at)
    select org, org_code || 'PO' || lpad(upper(to_hex(n)), 8, 'Z'), id, profile,
      case when stage = 'closed' then 'closed' when stage like 'needs%' then 'draft' else 'released' end, stage, created_at, 'USD', 500 + n % 20000,
      case when stage in ('needs_allocation_plan','needs_roll_entry','needs_ship_date') then null else current_date + (n % 14)::int end, created_at
    from staged returning id, org, deal, stage, created_at),
  items as (select id, row_number() over (order by code) - 1 as k from crm_catalog_item),
  lines as (
    insert into crm_deal_line (org, deal, purchase_order, position, catalog_item, uom, qty, unit_price, vat_rate, gross_amount, pricing_state)
    select o.org, o.deal, o.id, l.position, i.id, 'meter', 10 + l.position, 3.5, 10, 40, 'approved'
    from orders o cross join generate_series(1, ${LINES}) as l(position) join items i on i.k = (abs(hashtext(o.deal::text)) + l.position) % 60
    returning id, org, deal, purchase_order, qty),
  mirrors as (
    insert into crm_reservation_mirror (org, deal, deal_line, state, reserved_qty, shortage_qty, allocated_meters, updated_at)
    select l.org, l.deal, l.id, case o.stage when 'needs_allocation_plan' then 'reserved' when 'needs_roll_entry' then 'planned' else 'allocated' end, l.qty, 0, l.qty, o.created_at
    from lines l join orders o on o.id = l.purchase_order)
  insert into crm_order_mirror (org, purchase_order, status, updated_at)
  select org, id, case stage when 'closed' then 'closed' else stage end, created_at from orders where stage in ('released','picking','shipped','delivered','invoiced','closed')`;

/**
 * Writes N deals of five lines with POs and mirrors straight into CRM's tables, for load work: what a
 * company has after years. Nothing of it went through a command, so it has neither audit nor events.
 */
export async function seedScale(databases: { crm: string; wms: string }, deals: number, say: (line: string) => void): Promise<void> {
  const pool = createPool(databases.crm, 2, 'selvedge-seed');
  try {
    for (let from = 1; from <= deals; from += BATCH) {
      const to = Math.min(deals, from + BATCH - 1);
      await inTransaction(pool, { kind: 'system' }, (tx) => tx.query(DEALS, [from, to]));
      say(`Writing ${to} of ${deals} deals …`);
    }
    await pool.query('analyze');
  } finally {
    await pool.end();
  }
}
