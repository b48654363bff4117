import type { CollectionName } from '../model/index.ts';
import type { Role } from '../model/core/org-grant.ts';

/**
 * The one access matrix. From it come the Directus permissions and the PostgreSQL policies.
 *
 * - `read`: roles that may read rows of the orgs of their grants.
 * - `write`: roles whose commands may write such rows. It is the second belt behind the
 *   permission keys, not a right to use the items API.
 * - `direct`: roles that may write through the items API (master data that admins keep).
 * - `rows`: how a row belongs to somebody. `org` by its own column; `self` where the row is the org;
 *   `group` for reference data of the whole group; `customer` through a profile in a visible org.
 * - `viewed`: reading roles that get at it through our views alone, which judge row by row.
 * - `hidden`: rows that some of the reading roles do not meet as records of their own.
 */
export interface Access {
  readonly read: readonly Role[];
  readonly write: readonly Role[];
  readonly direct?: readonly Role[];
  readonly rows: 'org' | 'self' | 'group' | 'customer';
  readonly viewed?: readonly Role[];
  readonly hidden?: { readonly from: readonly Role[]; readonly field: string; readonly value: string };
}

const CRM: readonly Role[] = ['sales', 'sales_manager', 'pricing', 'accounting', 'admin'];
const CRM_DEALS: readonly Role[] = ['sales', 'sales_manager'];
const WMS: readonly Role[] = ['warehouse', 'warehouse_manager', 'accounting', 'admin'];
const WMS_WORK: readonly Role[] = ['warehouse', 'warehouse_manager'];
const ANY: readonly Role[] = ['admin', 'sales', 'sales_manager', 'pricing', 'accounting', 'warehouse', 'warehouse_manager'];
const ADMIN: readonly Role[] = ['admin'];
const NOBODY: readonly Role[] = [];

const crmDeals: Access = { read: CRM, write: CRM_DEALS, rows: 'org' };
const crmMirror: Access = { read: CRM, write: NOBODY, rows: 'org' };
const wmsWork: Access = { read: WMS, write: WMS_WORK, rows: 'org' };

export const accessMatrix: Record<CollectionName, Access> = {
  core_org: { read: ANY, write: ADMIN, direct: ADMIN, rows: 'self' },
  core_org_grant: { read: ADMIN, write: ADMIN, direct: ADMIN, rows: 'org' },

  crm_customer: { read: CRM, write: NOBODY, rows: 'customer' },
  // J5: to those who sell, an inactive customer does not exist.
  crm_customer_profile: { ...crmDeals, hidden: { from: ['sales', 'pricing'], field: 'status', value: 'inactive' } },
  crm_credit_limit: { read: CRM, write: ['sales_manager'], rows: 'org' },
  // J22, J23: what has no list price, or a stale one while in stock, is not for sales to see.
  // Every member carries every role's permission, so a row of the group is open to all of them or to none.
  crm_catalog_item: { read: CRM, viewed: CRM, write: NOBODY, rows: 'group' },
  crm_list_price: { read: CRM, viewed: ['sales'], write: ['pricing', 'sales_manager'], rows: 'org' },
  crm_stock_by_quality: crmMirror,
  crm_deal: crmDeals,
  crm_purchase_order: { read: CRM, write: ['sales', 'sales_manager', 'accounting'], rows: 'org' },
  crm_deal_line: crmDeals,
  crm_payment: { read: CRM, write: ['sales_manager', 'accounting'], rows: 'org' },
  crm_payment_allocation: { read: CRM, write: ['sales_manager', 'accounting'], rows: 'org' },
  crm_receivable: { read: CRM, write: ['sales_manager', 'accounting'], rows: 'org' },
  crm_contract: crmDeals,
  crm_reservation_mirror: crmMirror,
  crm_order_mirror: { read: CRM, write: ['sales_manager'], rows: 'org' },
  crm_shortage: { read: CRM, write: ['sales_manager'], rows: 'org' },
  // J74: whose rolls they are is not told to those who sell them.
  crm_group_stock: { read: NOBODY, write: NOBODY, rows: 'org' },
  crm_timeline_entry: { read: CRM, write: ['sales', 'sales_manager', 'pricing', 'accounting'], rows: 'org' },
  crm_outbound_mail: { read: CRM, write: ['sales', 'sales_manager'], rows: 'org' },

  wms_quality: { read: WMS, write: ['warehouse_manager'], rows: 'group' },
  wms_lot: wmsWork,
  wms_roll: wmsWork,
  wms_stock_published: { read: WMS, write: NOBODY, rows: 'org' },
  wms_reservation: wmsWork,
  wms_reservation_line: wmsWork,
  wms_reservation_hold: wmsWork,
  wms_allocation: wmsWork,
  wms_order: { read: WMS, write: ['warehouse', 'warehouse_manager', 'accounting'], rows: 'org' },
  wms_order_line: wmsWork,
  wms_shipment: wmsWork,
  wms_order_history: { read: WMS, write: ['warehouse', 'warehouse_manager', 'accounting'], rows: 'org' },
};
