import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';

/** Deals one transaction writes. */
const BATCH = 10_000;
const LINES = 5;

/** Deals $1 to $2, each with its org, customer and stage: most are closed, as after years of trade. */
const PLAN_DEALS = `
  create temp table scale_deal on commit drop as
  with profiles as (
    select id, org, row_number() over (partition by org order by id) - 1 as k, count(*) over (partition by org) as of_org
    from crm_customer_profile where status = 'approved')
  select gen_random_uuid() as deal, gen_random_uuid() as purchase_order, o.id as org, p.id as profile, lpad(upper(to_hex(n)), 8, 'Z') as code8, o.code as org_code, n,
    case when (n / 2) % 12 >= 10
      then (array['needs_allocation_plan','needs_roll_entry','needs_ship_date','needs_payment','needs_approval','released','picking','shipped','delivered','invoiced'])[1 + (n / 2) % 10]
      else 'closed' end as stage,
    now() - (n % 500) * interval '1 hour' - n * interval '1 second' as at
  from generate_series(FROM, TO) n
  join core_org o on o.code = case when n % 2 = 0 then 'MOD' else 'JTR' end
  join profiles p on p.org = o.id and p.k = (n / 2) % p.of_org`;

const PLAN_LINES = `
  create temp table scale_line on commit drop as
  with items as (select id, row_number() over (order by code) - 1 as k from crm_catalog_item)
  select gen_random_uuid() as id, d.org, d.deal, d.purchase_order, d.stage, d.at, l.position, i.id as item
  from scale_deal d cross join generate_series(1, ${LINES}) as l(position) join items i on i.k = (d.n + l.position * 7) % 60`;

const WRITE = [
  `insert into crm_deal (id, org, code, profile, status, currency, gross_amount, reservation_state, submitted_at, won_at, created_at)
   select deal, org, org_code || 'DL' || code8, profile, 'won', 'USD', 200, 'reserved', at, at, at from scale_deal`,
  `insert into crm_purchase_order (id, org, code, deal, profile, status, stage, stage_since, line_count, allocated_line_count, currency, gross_amount, ship_date, created_at)
   select purchase_order, org, org_code || 'PO' || code8, deal, profile, case when stage = 'closed' then 'closed' when stage like 'needs%' then 'draft' else 'released' end,
     stage, at, ${LINES}, case when stage in ('needs_allocation_plan', 'needs_roll_entry') then 0 else ${LINES} end, 'USD', 500 + n % 20000, case when stage in ('needs_allocation_plan', 'needs_roll_entry', 'needs_ship_date') then null else current_date + (n % 14)::int end, at from scale_deal`,
  `insert into crm_deal_line (id, org, deal, purchase_order, position, catalog_item, uom, qty, unit_price, vat_rate, gross_amount, pricing_state)
   select id, org, deal, purchase_order, position, item, 'meter', 10 + position, 3.5, 10, 40, 'approved' from scale_line`,
  `insert into crm_reservation_mirror (org, deal, deal_line, state, reserved_qty, shortage_qty, allocated_meters, updated_at)
   select org, deal, id, case stage when 'needs_allocation_plan' then 'reserved' when 'needs_roll_entry' then 'planned' else 'allocated' end, 10 + position, 0, 10 + position, at from scale_line`,
  `insert into crm_order_mirror (org, purchase_order, status, updated_at)
   select org, purchase_order, stage, at from scale_deal where stage in ('released', 'picking', 'shipped', 'delivered', 'invoiced', 'closed')`,
] as const;

/**
 * Writes N deals of five lines with POs and mirrors straight into CRM's tables, for load work: what a
 * company has after years. Nothing of it went through a command, so it has neither audit nor events.
 */
export async function seedScale(ownerUrl: string, deals: number, say: (line: string) => void): Promise<void> {
  const pool = createPool(ownerUrl, 1, 'selvedge-seed');
  try {
    for (let from = 1; from <= deals; from += BATCH) {
      const to = Math.min(deals, from + BATCH - 1);
      await inTransaction(pool, { kind: 'system' }, async (tx) => {
        // Tables of the batch, because statements that make a table take no parameters.
        for (const sql of [PLAN_DEALS.replace('FROM', String(from)).replace('TO', String(to)), PLAN_LINES, ...WRITE]) await tx.query(sql);
      });
      say(`Writing ${to} of ${deals} deals …`);
    }
    await pool.query('analyze');
  } finally {
    await pool.end();
  }
}
