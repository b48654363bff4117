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
  'carriers:keep': ['warehouse_manager'],
  'catalog:edit': ['warehouse_manager'],
  'invoice_control:decide': ['accounting'],
  'orders:close': ['accounting', 'warehouse_manager'],
  'templates:edit': ['admin'],
  'routes:edit': ['admin'],
  'mapping:edit': ['admin'],
  'access:manage': ['admin'],
  'access:delegate': ['sales_manager', 'warehouse_manager'],
  'secrets:manage': ['admin'],
  'events:replay': ['admin'],
  'contract:publish': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type PermissionKey = keyof typeof PERMISSION_KEYS;

/** Keys that no tuning may give to another role, nor take from theirs (J33, MGR-4, ACC-3); with the last two an org could lock itself out. */
export const PINNED_KEYS: readonly PermissionKey[] = ['payments:confirm', 'invoice_control:decide', 'access:manage', 'secrets:manage'];

/** Roles that work on one side alone; the others reach both (J21). */
const SIDES: readonly (readonly Role[])[] = [
  ['sales', 'sales_manager', 'pricing'],
  ['warehouse', 'warehouse_manager'],
];

export const isKey = (word: string): word is PermissionKey => word in PERMISSION_KEYS;
export const isPinned = (key: PermissionKey): boolean => PINNED_KEYS.includes(key);

/** Who holds a key by default; of a key that is nobody's, who holds the others of its area. */
function usualHolders(key: PermissionKey): readonly Role[] {
  if (PERMISSION_KEYS[key].length > 0) return PERMISSION_KEYS[key];
  const area = key.slice(0, key.indexOf(':') + 1);
  return (Object.keys(PERMISSION_KEYS) as PermissionKey[])
    .filter((other) => other.startsWith(area))
    .flatMap((other): readonly Role[] => PERMISSION_KEYS[other]);
}

/** Whether a key belongs to the side that this role has no way into (J21). */
export function isOfOtherSide(key: PermissionKey, role: Role): boolean {
  const holders = usualHolders(key);
  const touched = SIDES.filter((side) => holders.some((holder) => side.includes(holder)));
  const [own] = SIDES.filter((side) => side.includes(role));
  return own !== undefined && touched.length > 0 && !touched.includes(own);
}

/** The keys that a role carries by default. */
export function keysOfRole(role: Role): PermissionKey[] {
  return (Object.keys(PERMISSION_KEYS) as PermissionKey[]).filter((key) => (PERMISSION_KEYS[key] as readonly Role[]).includes(role));
}

/**
 * The keys of one grant: those of its role as the org tuned it, and its own extra ones. A pinned key stays
 * with its roles whatever is tuned or added (J33, MGR-4, ACC-3), and a word that is no key gives nothing.
 */
export function keysOfGrant(role: string, extraKeys: readonly string[], tuned: Readonly<Record<string, boolean>> = {}): readonly string[] {
  const byDefault = (ROLES as readonly string[]).includes(role) ? keysOfRole(role as Role) : [];
  const own = byDefault.filter((key) => isPinned(key) || tuned[key] !== false);
  const given = [...Object.keys(tuned).filter((key) => tuned[key]), ...extraKeys].filter((key) => isKey(key) && !isPinned(key));
  return [...new Set([...own, ...given])];
}
