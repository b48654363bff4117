import { allOrFirstError } from '@selvedge/kernel/database/transaction.ts';
import { bindGate, rowOf, type RowName } from '@selvedge/kernel/gate/binding.ts';
import { gates } from '@selvedge/rules/index.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import { showCustomersBehindRecords } from '../customers/show-behind-records.ts';

interface Row extends Record<string, unknown> {
  id: string;
  profile_status: 'pending_review' | 'approved' | 'inactive';
  waiting: string[];
}

/** deal-win, judged for a deal. */
export const dealWin = bindGate({
  gate: gates['deal-win'].gate,
  table: 'crm_deal',
  described: { label: 't.code', amount: 't.gross_amount', currency: 't.currency' },
  loadFacts: async (tx, deals: readonly RowName[]) => {
    const shown = showCustomersBehindRecords(tx);
    const loaded = tx.query<Row>(
      `select d.id, p.status as profile_status,
              coalesce((select json_agg(l.position || ' ' || i.code order by l.position) from crm_deal_line l join crm_catalog_item i on i.id = l.catalog_item
                        where l.deal = d.id and l.status = 'open' and l.pricing_state = 'needs_approval'), '[]') as waiting
       from crm_deal d join crm_customer_profile p on p.id = d.profile where d.id = any ($1::uuid[])`,
      [deals.map((deal) => deal.id)],
    );
    const [, rows] = await allOrFirstError([shown, loaded]);
    const byDeal = new Map(rows.map((row) => [row.id, row]));
    return (deal: RowFor<'crm_deal'>) => {
      const { profile_status, waiting } = rowOf(byDeal, deal.id);
      return { dealStatus: deal.status, profileStatus: profile_status, linesNeedingApprovalCount: waiting.length, linesNeedingApproval: waiting };
    };
  },
});
