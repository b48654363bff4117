import type { Collection, RowOf } from './collection.ts';
import { gatePolicy } from './core/gate-policy.ts';
import { org } from './core/org.ts';
import { orgGrant } from './core/org-grant.ts';
import { overrideReason } from './core/override-reason.ts';
import { roleKey } from './core/role-key.ts';
import * as catalog from './crm/catalog.ts';
import * as communication from './crm/communication.ts';
import * as customers from './crm/customers.ts';
import * as deals from './crm/deals.ts';
import * as mirrors from './crm/mirrors.ts';
import * as payments from './crm/payments.ts';
import { priceRequest } from './crm/price-requests.ts';
import { carrier } from './wms/carriers.ts';
import * as warehouseMail from './wms/communication.ts';
import * as orders from './wms/orders.ts';
import * as reservations from './wms/reservations.ts';
import * as stock from './wms/stock.ts';

/** Every collection of the product, keyed by its table name. */
export const model = {
  core_org: org,
  core_org_grant: orgGrant,
  core_role_key: roleKey,
  core_gate_policy: gatePolicy,
  core_override_reason: overrideReason,
  crm_customer: customers.customer,
  crm_customer_profile: customers.customerProfile,
  crm_credit_limit: customers.creditLimit,
  crm_customer_entry: customers.customerEntry,
  crm_catalog_item: catalog.catalogItem,
  crm_list_price: catalog.listPrice,
  crm_stock_by_quality: catalog.stockByQuality,
  crm_deal: deals.deal,
  crm_purchase_order: deals.purchaseOrder,
  crm_deal_line: deals.dealLine,
  crm_price_request: priceRequest,
  crm_payment: payments.payment,
  crm_payment_allocation: payments.paymentAllocation,
  crm_receivable: payments.receivable,
  crm_contract: payments.contract,
  crm_reservation_mirror: mirrors.reservationMirror,
  crm_order_mirror: mirrors.orderMirror,
  crm_shortage: mirrors.shortage,
  crm_group_stock: mirrors.groupStock,
  crm_timeline_entry: communication.timelineEntry,
  crm_outbound_mail: communication.outboundMail,
  wms_quality: stock.quality,
  wms_lot: stock.lot,
  wms_roll: stock.roll,
  wms_stock_published: stock.stockPublished,
  wms_reservation: reservations.reservation,
  wms_reservation_line: reservations.reservationLine,
  wms_reservation_hold: reservations.reservationHold,
  wms_allocation: reservations.allocation,
  wms_order: orders.order,
  wms_order_line: orders.orderLine,
  wms_shipment: orders.shipment,
  wms_carrier: carrier,
  wms_order_history: orders.orderHistory,
  wms_outbound_mail: warehouseMail.outboundMail,
} as const;

export type Model = typeof model;
export type CollectionName = keyof Model;
/** One row of a collection, e.g. `RowFor<'crm_deal'>`. */
export type RowFor<C extends CollectionName> = RowOf<Model[C]>;
/** The `Schema` type that `@directus/sdk` takes. */
export type Schema = { [C in CollectionName]: RowFor<C>[] };

export const collections: readonly Collection[] = Object.values(model);

declare module '@selvedge/kernel/database/tables.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merges the model into the kernel's table map
  interface Tables extends ModelRows {}
}
type ModelRows = { [C in CollectionName]: RowFor<C> };
