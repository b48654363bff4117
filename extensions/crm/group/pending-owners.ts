import { asSystem } from '@selvedge/kernel/database/as-system.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { creditBlockReason } from '../credit/decide-credit-block.ts';
import { loadCredit } from '../credit/load-credit.ts';

interface OwnerRow extends Record<string, unknown> {
  owner: string;
  /** The selling org as a customer of the owner; null where it is none. */
  profile: string | null;
}

/**
 * Owners of group stock in a PO with whom its org is not in order: overdue or over a limit there, or
 * no customer of theirs at all.
 * @returns ids of those orgs; for judging, never for showing
 * @source J74
 */
export const pendingGroupOwners = (tx: Tx, purchaseOrderId: string, now: Date): Promise<string[]> =>
  asSystem(tx, async () => {
    const owners = await tx.query<OwnerRow>(
      `select distinct g.owner_org as owner, p.id as profile
       from crm_deal_line l join crm_group_stock g on g.deal_line = l.id join core_org o on o.id = l.org
       left join crm_customer c on c.tax_country = o.tax_country and c.tax_number = o.tax_number
       left join crm_customer_profile p on p.org = g.owner_org and p.customer = c.id
       where l.purchase_order = $1 and l.status = 'open'`,
      [purchaseOrderId],
    );
    const pending: string[] = [];
    for (const { owner, profile } of owners) {
      if (profile === null || creditBlockReason(await loadCredit(tx, profile, now)) !== null) pending.push(owner);
    }
    return pending;
  });
