import { loadCredit, standingIn } from '../credit/load-credit.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';

/** Pieces that several detail views show. Each is one query. */
export const dealLineRows = (tx: Tx, column: 'deal' | 'purchase_order', id: string) =>
  tx.query(
    `select l.id, l.position, l.catalog_item as "itemId", i.code as "itemCode", i.name as "itemName", l.uom, l.qty, l.unit_price as "unitPrice", l.vat_rate as "vatRate",
       l.gross_amount as "grossAmount", l.pricing_state as "pricingState", l.blocked, l.blocked_reason as "blockedReason", l.status, r.state as "reservationState",
       coalesce(r.reserved_qty, 0) as "reservedQty", coalesce(r.shortage_qty, 0) as "shortageQty", coalesce(r.allocated_meters, 0) as "allocatedMeters", coalesce(r.rolls, '[]') as rolls
     from crm_deal_line l join crm_catalog_item i on i.id = l.catalog_item left join crm_reservation_mirror r on r.deal_line = l.id
     where l.${column} = $1 order by l.position`,
    [id],
  );

/** Newest first. Names of colleagues come with it; the reader shares the org with them. */
export const timelineRows = (tx: Tx, column: 'deal' | 'purchase_order', id: string) =>
  tx.query(
    `select t.id, t.source, t.kind, nullif(concat_ws(' ', u.first_name, u.last_name), '') as "actorName", t.occurred_at as "occurredAt", t.details, po.code as "purchaseOrderCode"
     from crm_timeline_entry t left join directus_users u on u.id = t.actor left join crm_purchase_order po on po.id = t.purchase_order
     where t.${column} = $1 order by t.occurred_at desc, t.id desc limit 200`,
    [id],
  );

export const customerRow = (tx: Tx, profileId: string) =>
  tx.one(
    `select id as "profileId", name, status, payment_mode as "paymentMode", terms_days as "termsDays", grace_days as "graceDays" from crm_customer_profile where id = $1`,
    [profileId],
  );

export const contractRow = async (tx: Tx, dealId: string) =>
  (await tx.maybe('select id, status, note, decided_at as "decidedAt" from crm_contract where deal = $1', [dealId])) ?? null;

/** Standing in one currency, as the panels show it. */
export async function creditIn(tx: Tx, profileId: string, currency: string, now: Date) {
  return standingIn(await loadCredit(tx, profileId, now), currency);
}

export const personName = (alias: string) => `nullif(concat_ws(' ', ${alias}.first_name, ${alias}.last_name), '')`;
