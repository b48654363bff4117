import { allOrFirstError } from '@selvedge/kernel/database/transaction.ts';
import { bindGate, rowOf, type RowName } from '@selvedge/kernel/gate/binding.ts';
import { add } from '@selvedge/kernel/money.ts';
import { gates } from '@selvedge/rules/index.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import { creditBlockInWords } from '../credit/decide-credit-block.ts';
import { loadCreditOfOrders } from '../credit/load-credit.ts';
import { showCustomersBehindRecords } from '../customers/show-behind-records.ts';
import { pendingGroupOwners } from '../group/pending-owners.ts';

interface Row extends Record<string, unknown> {
  id: string;
  payment_mode: 'cash' | 'credit';
  credit_blocked: boolean;
  credit_block_reason: string | null;
  contract_status: string | null;
  allocated_amount: string;
  line_count: number;
  allocated_line_count: number;
  blocked_line_count: number;
  open_shortage_count: number;
  has_group_stock: boolean;
}

const FACTS = `
  select po.id, p.payment_mode, d.credit_blocked, d.credit_block_reason,
         (select c.status from crm_contract c where c.deal = d.id) as contract_status,
         coalesce((select sum(a.amount) from crm_payment_allocation a where a.purchase_order = po.id), 0) as allocated_amount,
         coalesce(l.line_count, 0) as line_count, coalesce(l.allocated, 0) as allocated_line_count, coalesce(l.blocked, 0) as blocked_line_count, coalesce(l.has_group_stock, false) as has_group_stock,
         (select count(*) from crm_shortage s join crm_deal_line sl on sl.id = s.deal_line where sl.purchase_order = po.id and s.state = 'open') as open_shortage_count
  from crm_purchase_order po
  join crm_deal d on d.id = po.deal
  join crm_customer_profile p on p.id = po.profile
  left join lateral (
    select count(*) as line_count, count(*) filter (where r.state = 'allocated') as allocated, count(*) filter (where x.blocked) as blocked,
           bool_or(r.rolls::jsonb @> '[{"group": true}]') as has_group_stock
    from crm_deal_line x left join crm_reservation_mirror r on r.deal_line = x.id
    where x.purchase_order = po.id and x.status = 'open') l on true
  where po.id = any ($1::uuid[])`;

/** shipment-approval, judged for a PO. */
export const shipmentApproval = bindGate({
  gate: gates['shipment-approval'].gate,
  table: 'crm_purchase_order',
  described: { label: 't.code', amount: 't.gross_amount', currency: 't.currency' },
  loadFacts: async (tx, orders: readonly RowName[], now) => {
    const ids = orders.map((po) => po.id);
    const [, rows, standings] = await allOrFirstError([showCustomersBehindRecords(tx), tx.query<Row>(FACTS, [ids]), loadCreditOfOrders(tx, ids, now)]);
    const byOrder = new Map(rows.map((row) => [row.id, row]));
    // Few POs take group stock; only those are asked about it, and only after everything read as the person.
    const pending = new Set<string>();
    for (const { id, has_group_stock } of rows) if (has_group_stock && (await pendingGroupOwners(tx, id, now)).length > 0) pending.add(id);
    return (po: RowFor<'crm_purchase_order'>) => {
      const row = rowOf(byOrder, po.id);
      const standing = rowOf(standings, po.id);
      return {
        currency: po.currency,
        grossAmount: po.gross_amount,
        paymentMode: row.payment_mode,
        creditBlocked: row.credit_blocked,
        creditBlockReason: creditBlockInWords(row.credit_block_reason),
        paymentConfirmed: po.payment_confirmed_at !== null,
        allocatedAmount: row.allocated_amount,
        contractStatus: row.contract_status ?? 'none',
        overdueAmount: standing.overdue,
        oldestOverdue: standing.oldestOverdue,
        exposureAmount: standing.exposure,
        exposureAfter: add(standing.exposure, po.gross_amount),
        limitAmount: standing.limit,
        lineCount: row.line_count,
        allocatedLineCount: row.allocated_line_count,
        shipDate: po.ship_date,
        openShortageCount: row.open_shortage_count,
        groupReleasePending: pending.has(po.id),
        blockedLineCount: row.blocked_line_count,
      };
    };
  },
});
