import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { queueInternalMail } from '../mail/queue-internal.ts';
import { derivePoStage, type PoStage, type StageFacts } from './derive-po-stage.ts';

interface StageRow extends StageFacts, Record<string, unknown> {
  id: string;
  org: string;
  code: string;
  customer: string;
  amount: string;
  currency: string;
  stage: PoStage;
}

const FACTS = `
  select po.id, po.org, po.code, p.name as customer, po.gross_amount as amount, po.currency, po.stage, po.status, po.ship_date as "shipDate", p.payment_mode as "paymentMode",
         po.payment_confirmed_at is not null as "paymentConfirmed", m.status as "orderStatus",
         coalesce((select json_agg(r.state) from crm_deal_line l left join crm_reservation_mirror r on r.deal_line = l.id
                   where l.purchase_order = po.id and l.status = 'open' and not l.blocked), '[]') as "lineStates"
  from crm_purchase_order po
  join crm_customer_profile p on p.id = po.profile
  left join crm_order_mirror m on m.purchase_order = po.id`;

async function write(tx: Tx, rows: readonly StageRow[], now: Date): Promise<void> {
  for (const row of rows) {
    const stage = derivePoStage(row);
    if (stage === row.stage) continue;
    await tx.query('update crm_purchase_order set stage = $2, stage_since = $3 where id = $1', [row.id, stage, now]);
    if (stage === 'needs_approval') {
      await queueInternalMail(
        { tx, org: { id: row.org } },
        {
          type: 'shipment_approval_needed',
          objectId: row.id,
          code: row.code,
          audience: 'sales_manager',
          facts: { customer: row.customer, amount: `${row.amount} ${row.currency}` },
        },
      );
    }
  }
}

/** Recomputes the stage of one PO, in the transaction that changed one of its causes. */
export async function refreshPoStage(tx: Tx, purchaseOrderId: string, now: Date): Promise<void> {
  await write(tx, await tx.query<StageRow>(`${FACTS} where po.id = $1`, [purchaseOrderId]), now);
}

/** The same for every PO of a deal. */
export async function refreshStagesOfDeal(tx: Tx, dealId: string, now: Date): Promise<void> {
  await write(tx, await tx.query<StageRow>(`${FACTS} where po.deal = $1`, [dealId]), now);
}

/** POs whose stored stage differs from the derived one; always empty unless something went round the commands. */
export async function findStaleStages(tx: Tx): Promise<{ id: string; stored: string; derived: string }[]> {
  const rows = await tx.query<StageRow>(FACTS);
  return rows.map((row) => ({ id: row.id, stored: row.stage, derived: derivePoStage(row) })).filter((row) => row.stored !== row.derived);
}
