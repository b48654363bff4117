import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { refreshStagesOfCustomer } from '../orders/refresh-po-stage.ts';

/**
 * What is won and not yet released goes by the customer's new mode from now on: its stage may wait for a
 * payment or no longer, and a cash deal wants its contract (J40), which a credit deal had none of.
 */
export async function followPaymentMode(tx: Tx, profile: string, mode: 'cash' | 'credit', now: Date): Promise<void> {
  if (mode === 'cash')
    await tx.query(
      `insert into crm_contract (org, deal, status, note)
       select d.org, d.id, case when p.contract_waived then 'waived' else 'awaiting_signature' end, case when p.contract_waived then 'Waived for this customer' end
       from crm_deal d join crm_customer_profile p on p.id = d.profile
       where d.profile = $1 and d.status = 'won' and exists (select 1 from crm_purchase_order po where po.deal = d.id and po.status = 'draft')
       on conflict (deal) do nothing`,
      [profile],
    );
  await refreshStagesOfCustomer(tx, profile, now);
}
