import type { CollectionName } from '../model/index.ts';
import type { Role } from '../model/core/org-grant.ts';

/**
 * The one access matrix. From it come the Directus permissions and the PostgreSQL policies.
 *
 * - `read`: roles that may read rows of the orgs of their grants.
 * - `write`: roles whose commands may write such rows: every role of that side, since keys can be tuned
 *   per org (ADR 0021). It is the second belt behind the keys, not a right to use the items API.
 * - `direct`: roles that may write through the items API; none so far, since each act is somebody's command.
 * - `rows`: how a row belongs to somebody. `org` by its own column; `self` where the row is the org;
 *   `group` for reference data of the whole group; `customer` through a profile in a visible org.
 * - `viewed`: reading roles that get at it through our views alone, which judge row by row.
 * - `untold`: fields that no role reads, since they tell what happened in another org.
 * - `hidden`: rows that some of the reading roles do not meet as records of their own.
 */
export interface Access {
  readonly read: readonly Role[];
  readonly write: readonly Role[];
  readonly direct?: readonly Role[];
  readonly rows: 'org' | 'self' | 'group' | 'customer';
  readonly viewed?: readonly Role[];
  readonly untold?: readonly string[];
  readonly hidden?: { readonly from: readonly Role[]; readonly field: string; readonly value: string };
}

const CRM: readonly Role[] = ['sales', 'sales_manager', 'pricing', 'accounting', 'admin'];
const WMS: readonly Role[] = ['warehouse', 'warehouse_manager', 'accounting', 'admin'];
const ANY: readonly Role[] = ['admin', 'sales', 'sales_manager', 'pricing', 'accounting', 'warehouse', 'warehouse_manager'];
/** Roles that read together, by the name of what they read. */
export const READER_GROUPS: Readonly<Record<'crm' | 'wms' | 'any', readonly Role[]>> = { crm: CRM, wms: WMS, any: ANY };
const ADMIN: readonly Role[] = ['admin'];
const NOT_ADMIN = ANY.filter((role) => role !== 'admin');
const NOBODY: readonly Role[] = [];

const crmWork: Access = { read: CRM, write: CRM, rows: 'org' };
const crmMirror: Access = { read: CRM, write: NOBODY, rows: 'org' };
const wmsWork: Access = { read: WMS, write: WMS, rows: 'org' };

export const accessMatrix: Record<CollectionName, Access> = {
  core_org: { read: ANY, write: ADMIN, rows: 'self' },
  // Whoever may lend a role writes a grant; a trigger holds them to their own (0020-access.sql).
  core_org_grant: { read: ANY, viewed: NOT_ADMIN, write: ANY, rows: 'org' },
  core_role_key: { read: ADMIN, write: ADMIN, rows: 'org' },
  // Whoever passes a gate is judged by it; who may write one, keys decide.
  core_gate_policy: { read: ANY, viewed: NOT_ADMIN, write: ANY, rows: 'org' },
  // Whoever overrides chooses from the list; who keeps it, a key decides.
  core_override_reason: { read: ANY, viewed: NOT_ADMIN, write: ADMIN, rows: 'org' },

  // J1: an identity older than the own profile would tell that another org had this customer first.
  crm_customer: { read: CRM, write: NOBODY, rows: 'customer', untold: ['created_at'] },
  // J5: to those who sell, an inactive customer does not exist.
  crm_customer_profile: { ...crmWork, hidden: { from: ['sales', 'pricing'], field: 'status', value: 'inactive' } },
  crm_credit_limit: crmWork,
  crm_customer_entry: crmWork,
  // J22, J23: what has no list price, or a stale one while in stock, is not for sales to see.
  // Every member carries every role's permission, so a row of the group is open to all of them or to none.
  crm_catalog_item: { read: CRM, viewed: CRM, write: NOBODY, rows: 'group' },
  crm_list_price: { ...crmWork, viewed: ['sales'] },
  crm_stock_by_quality: crmMirror,
  crm_deal: crmWork,
  crm_purchase_order: crmWork,
  crm_deal_line: crmWork,
  crm_price_request: crmWork,
  crm_payment: crmWork,
  crm_payment_allocation: crmWork,
  crm_receivable: crmWork,
  crm_contract: crmWork,
  crm_reservation_mirror: crmMirror,
  crm_order_mirror: crmWork,
  crm_shortage: crmWork,
  // J74: whose rolls they are is not told to those who sell them.
  crm_group_stock: { read: NOBODY, write: NOBODY, rows: 'org' },
  crm_timeline_entry: crmWork,
  crm_outbound_mail: crmWork,

  wms_quality: { ...wmsWork, rows: 'group' },
  wms_lot: wmsWork,
  wms_roll: wmsWork,
  wms_stock_published: { read: WMS, write: NOBODY, rows: 'org' },
  wms_reservation: wmsWork,
  wms_reservation_line: wmsWork,
  wms_reservation_hold: wmsWork,
  wms_allocation: wmsWork,
  wms_order: wmsWork,
  wms_order_line: wmsWork,
  wms_shipment: wmsWork,
  wms_carrier: wmsWork,
  wms_order_history: wmsWork,
  wms_outbound_mail: wmsWork,
};
