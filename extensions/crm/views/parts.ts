import { loadCredit, standingIn } from '../credit/load-credit.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';

export const personName = (alias: string) => `nullif(concat_ws(' ', ${alias}.first_name, ${alias}.last_name), '')`;

/** Pieces that several detail views show. Each is one query. */
export const dealLineRows = (tx: Tx, column: 'deal' | 'purchase_order', id: string) =>
  tx.query(
    `select l.id, l.position, l.catalog_item as "itemId", i.code as "itemCode", i.name as "itemName", l.uom, l.qty, l.unit_price as "unitPrice", l.vat_rate as "vatRate",
       l.gross_amount as "grossAmount", l.pricing_state as "pricingState", q.request as "priceRequest", l.blocked, l.blocked_reason as "blockedReason", l.status, r.state as "reservationState",
       coalesce(r.reserved_qty, 0) as "reservedQty", coalesce(r.shortage_qty, 0) as "shortageQty", coalesce(r.allocated_meters, 0) as "allocatedMeters", coalesce(r.rolls, '[]') as rolls
     from crm_deal_line l join crm_catalog_item i on i.id = l.catalog_item left join crm_reservation_mirror r on r.deal_line = l.id
     left join lateral (
       select json_build_object('id', x.id, 'status', x.status, 'reason', x.reason, 'note', x.note, 'requestedAt', x.created_at, 'requestedByName', ${personName('ru')},
                'decidedAt', x.decided_at, 'decidedByName', ${personName('du')}) as request
       from crm_price_request x left join directus_users ru on ru.id = x.requested_by left join directus_users du on du.id = x.decided_by
       where x.deal_line = l.id and x.status <> 'lapsed' order by x.created_at desc limit 1) q on true
     where l.${column} = $1 order by l.position`,
    [id],
  );

/** Newest first. Names of colleagues come with it; the reader shares the org with them. */
export const timelineRows = (tx: Tx, column: 'deal' | 'purchase_order', id: string) =>
  tx.query(
    `select t.id, t.source, t.kind, ${personName('u')} as "actorName", ${personName('b')} as "onBehalfOfName",
       t.occurred_at as "occurredAt", t.details, po.code as "recordCode"
     from crm_timeline_entry t left join directus_users u on u.id = t.actor left join directus_users b on b.id = t.on_behalf_of left join crm_purchase_order po on po.id = t.purchase_order
     where t.${column} = $1 order by t.occurred_at desc, t.id desc limit 200`,
    [id],
  );

/** The deals a customer's page lists and tells about. */
export const RECENT_DEALS = 50;

/** What happened with a customer, newest first: onboarding and approval, the ledger, and the story of the latest deals. */
export const customerTimeline = (tx: Tx, profileId: string) =>
  tx.query(
    `with recent as (select id, code from crm_deal where profile = $1 order by created_at desc limit ${RECENT_DEALS}),
     told as (
       select t.id, t.source, t.kind, t.actor, t.on_behalf_of, t.occurred_at, t.details, coalesce(po.code, d.code) as code
       from crm_timeline_entry t join recent d on d.id = t.deal left join crm_purchase_order po on po.id = t.purchase_order
       -- The ledger tells of reversals once; deals tell of them per PO.
       where t.kind <> 'payment.reverse'
       union all
       select p.id, 'person', case when p.reverses is null then 'payment.record' else 'payment.reverse' end, p.recorded_by, null, p.created_at,
         jsonb_build_object('amount', abs(p.amount)::text, 'currency', p.currency, 'reason', case when p.reverses is not null then p.note end)::json, null
       from crm_payment p where p.profile = $1
       union all
       select id, 'person', 'customer.onboarded', created_by, null, created_at, '{}', null from crm_customer_profile where id = $1
       union all
       select id, 'person', 'customer.approved', approved_by, null, approved_at, json_build_object('note', approval_reason), null
       from crm_customer_profile where id = $1 and approved_at is not null
       union all
       select id, 'person', kind, actor, on_behalf_of, occurred_at, details, null from crm_customer_entry where profile = $1)
     select told.kind || ' ' || told.id as id, told.source, told.kind, ${personName('u')} as "actorName", ${personName('b')} as "onBehalfOfName",
       told.occurred_at as "occurredAt", told.details, told.code as "recordCode"
     from told left join directus_users u on u.id = told.actor left join directus_users b on b.id = told.on_behalf_of order by told.occurred_at desc, told.id desc limit 200`,
    [profileId],
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
