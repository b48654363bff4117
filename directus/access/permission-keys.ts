import { ROLES, type Role } from '../model/core/org-grant.ts';

/** Who may do what by default, per organisation. An admin tunes it; the pinned ones never change. */
const SALES = ['sales', 'sales_manager'] as const;
const MANAGER = ['sales_manager'] as const;
const WAREHOUSE = ['warehouse', 'warehouse_manager'] as const;
const NOBODY = [] as const;

export const PERMISSION_KEYS = {
  'customers:edit': SALES,
  'deals:edit': SALES,
  'deals:win': SALES,
  'orderforms:manage': SALES,
  'postpo:draft_mail': SALES,
  'credit:request': SALES,
  'deals:close': MANAGER,
  'customers:approve': MANAGER,
  'customers:override': MANAGER,
  'approvals:shipment': MANAGER,
  'approvals:shipment:bulk_approve': NOBODY,
  'approvals:pricing': ['sales_manager', 'pricing'],
  'credit:clear': MANAGER,
  'contract:waive': MANAGER,
  'shortage:decide': MANAGER,
  'lab:decide': MANAGER,
  'postpo:resolve': MANAGER,
  'prices:reconfirm': MANAGER,
  'po:cancel': MANAGER,
  'payments:confirm': MANAGER,
  'payments:record': ['sales_manager', 'accounting'],
  'prices:edit': ['pricing', 'sales_manager'],
  'fx:set': ['pricing', 'sales_manager'],
  'email:send_now': NOBODY,
  'gates:edit': NOBODY,
  'gates:publish': NOBODY,
  'scope:all_orgs': NOBODY,
  'stock:work': WAREHOUSE,
  'postpo:raise': WAREHOUSE,
  'supply:update': WAREHOUSE,
  'costing:capture': WAREHOUSE,
  'orders:mark_invoiced': WAREHOUSE,
  'invoice:export': WAREHOUSE,
  'stock:override_on_hand': ['warehouse_manager'],
  'shipment:override': ['warehouse_manager'],
  'stock:adjust': ['warehouse_manager'],
  'invoice_control:decide': ['accounting'],
  'orders:close': ['accounting', 'warehouse_manager'],
  'templates:edit': ['admin'],
  'routes:edit': ['admin'],
  'mapping:edit': ['admin'],
  'access:manage': ['admin'],
  'secrets:manage': ['admin'],
  'events:replay': ['admin'],
  'contract:publish': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type PermissionKey = keyof typeof PERMISSION_KEYS;

/** Keys that no tuning may give to another role (J33, MGR-4, ACC-3). */
export const PINNED_KEYS: readonly PermissionKey[] = ['payments:confirm', 'invoice_control:decide'];

/** The keys that a role carries by default. */
export function keysOfRole(role: Role): PermissionKey[] {
  return (Object.keys(PERMISSION_KEYS) as PermissionKey[]).filter((key) => (PERMISSION_KEYS[key] as readonly Role[]).includes(role));
}

/**
 * The keys of one grant. A pinned key stays with its roles whatever a grant adds (J33, MGR-4, ACC-3),
 * and a word that is no key gives nothing.
 */
export function keysOfGrant(role: string, extraKeys: readonly string[]): readonly string[] {
  const own = (ROLES as readonly string[]).includes(role) ? keysOfRole(role as Role) : [];
  const given = extraKeys.filter((key) => key in PERMISSION_KEYS && !(PINNED_KEYS as readonly string[]).includes(key));
  return [...own, ...given];
}
