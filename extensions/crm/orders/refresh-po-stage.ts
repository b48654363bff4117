import { allOrFirstError, type Tx } from '@selvedge/kernel/database/transaction.ts';
import { showCustomersBehindRecords } from '../customers/show-behind-records.ts';
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
  /** Open lines, those of them with their rolls, and those with a shortage nobody has decided. */
  counts: LineCounts;
  storedCounts: LineCounts;
}
type LineCounts = readonly [lines: number, allocated: number, short: number];

const FACTS = `
  select po.id, po.org, po.code, p.name as customer, po.gross_amount as amount, po.currency, po.stage, po.status, po.ship_date as "shipDate", p.payment_mode as "paymentMode",
         po.payment_confirmed_at is not null as "paymentConfirmed", m.status as "orderStatus",
         coalesce(l.states, '[]') as "lineStates", l.counts, json_build_array(po.line_count, po.allocated_line_count, po.open_shortage_count) as "storedCounts"
  from crm_purchase_order po
  join crm_customer_profile p on p.id = po.profile
  left join crm_order_mirror m on m.purchase_order = po.id
  cross join lateral (
    select json_agg(r.state) filter (where not x.blocked) as states,
           json_build_array(count(*), count(*) filter (where r.state = 'allocated'), count(s.id)) as counts
    from crm_deal_line x left join crm_reservation_mirror r on r.deal_line = x.id left join crm_shortage s on s.deal_line = x.id and s.state = 'open'
    where x.purchase_order = po.id and x.status = 'open') l`;

const isCurrent = (row: StageRow) => derivePoStage(row) === row.stage && row.counts.every((count, i) => count === row.storedCounts[i]);

async function write(tx: Tx, rows: readonly StageRow[], now: Date): Promise<void> {
  for (const row of rows) {
    if (isCurrent(row)) continue;
    const stage = derivePoStage(row);
    const moves = stage !== row.stage;
    await tx.query(
      'update crm_purchase_order set stage = $2, stage_since = coalesce($3, stage_since), line_count = $4, allocated_line_count = $5, open_shortage_count = $6 where id = $1',
      [row.id, stage, moves ? now : null, ...row.counts],
    );
    if (moves && stage === 'needs_approval') {
      await queueInternalMail(
        { tx, org: { id: row.org } },
        {
          type: 'shipment_approval_needed',
          objectId: row.id,
          code: row.code,
          audience: ['sales_manager'],
          facts: { customer: row.customer, amount: `${row.amount} ${row.currency}` },
        },
      );
    }
  }
}

async function refresh(tx: Tx, column: 'po.id' | 'po.deal', id: string, now: Date): Promise<void> {
  const [, rows] = await allOrFirstError([showCustomersBehindRecords(tx), tx.query<StageRow>(`${FACTS} where ${column} = $1`, [id])]);
  await write(tx, rows, now);
}

/** Recomputes the stage of one PO and the counts of its lines, in the transaction that changed one of their causes. */
export async function refreshPoStage(tx: Tx, purchaseOrderId: string, now: Date): Promise<void> {
  await refresh(tx, 'po.id', purchaseOrderId, now);
}

/** The same for every PO of a deal. */
export async function refreshStagesOfDeal(tx: Tx, dealId: string, now: Date): Promise<void> {
  await refresh(tx, 'po.deal', dealId, now);
}

/** The same for what a customer has on order and not released, in the order of their ids, so that no two wait for each other. */
export async function refreshStagesOfCustomer(tx: Tx, profileId: string, now: Date): Promise<void> {
  const open = await tx.query<{ id: string }>(`select id from crm_purchase_order where profile = $1 and status = 'draft' order by id for update`, [profileId]);
  for (const { id } of open) await refresh(tx, 'po.id', id, now);
}

/** POs whose stored stage or counts differ from the derived ones; always empty unless something went round the commands. */
export async function findStaleStages(tx: Tx): Promise<object[]> {
  const rows = await tx.query<StageRow>(FACTS);
  return rows
    .filter((row) => !isCurrent(row))
    .map((row) => ({ id: row.id, stored: [row.stage, ...row.storedCounts], derived: [derivePoStage(row), ...row.counts] }));
}
