import { allOrFirstError } from '@selvedge/kernel/database/transaction.ts';
import { bindGate } from '@selvedge/kernel/gate/binding.ts';
import { gates } from '@selvedge/rules/index.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import { showCustomersBehindRecords } from '../customers/show-behind-records.ts';

interface Row extends Record<string, unknown> {
  profile_status: 'pending_review' | 'approved' | 'inactive';
  waiting: string[];
}

/** deal-win, judged for a deal. */
export const dealWin = bindGate({
  gate: gates['deal-win'].gate,
  table: 'crm_deal',
  described: { label: 't.code', amount: 't.gross_amount', currency: 't.currency' },
  loadFacts: async (tx, deal: RowFor<'crm_deal'> & Record<string, unknown>) => {
    const shown = showCustomersBehindRecords(tx);
    const loaded = tx.one<Row>(
      `select p.status as profile_status,
              coalesce((select json_agg(l.position || ' ' || i.code order by l.position) from crm_deal_line l join crm_catalog_item i on i.id = l.catalog_item
                        where l.deal = $1 and l.status = 'open' and l.pricing_state = 'needs_approval'), '[]') as waiting
       from crm_customer_profile p where p.id = $2`,
      [deal.id, deal.profile],
    );
    const [, row] = await allOrFirstError([shown, loaded]);
    return { dealStatus: deal.status, profileStatus: row.profile_status, linesNeedingApprovalCount: row.waiting.length, linesNeedingApproval: row.waiting };
  },
});
