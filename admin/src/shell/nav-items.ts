import type { Role, System } from '../api/types/shared.ts';
import type { TextKey } from '../i18n/text-key.ts';
import type { PermissionKey } from '../session/permission-keys.ts';

export type PageId =
  | 'fulfillment'
  | 'approvals'
  | 'deals'
  | 'customers'
  | 'pricing'
  | 'credit'
  | 'payments'
  | 'emails'
  | 'poCommandCenter'
  | 'allocationPlanning'
  | 'allocationEntry'
  | 'picking'
  | 'shipments'
  | 'orders'
  | 'stock'
  | 'carriers'
  | 'invoiceControl'
  | 'access'
  | 'rules'
  | 'integration'
  | 'audit';

export interface NavItem {
  id: PageId;
  system: System;
  path: string;
  label: TextKey;
}

const ITEMS: Record<PageId, NavItem> = {
  fulfillment: { id: 'fulfillment', system: 'crm', path: '/fulfillment', label: 'nav.fulfillment' },
  approvals: { id: 'approvals', system: 'crm', path: '/approvals', label: 'nav.approvals' },
  deals: { id: 'deals', system: 'crm', path: '/deals', label: 'nav.deals' },
  customers: { id: 'customers', system: 'crm', path: '/customers', label: 'nav.customers' },
  pricing: { id: 'pricing', system: 'crm', path: '/pricing', label: 'nav.pricing' },
  credit: { id: 'credit', system: 'crm', path: '/credit', label: 'nav.credit' },
  payments: { id: 'payments', system: 'crm', path: '/payments', label: 'nav.payments' },
  emails: { id: 'emails', system: 'crm', path: '/emails', label: 'nav.emails' },
  poCommandCenter: { id: 'poCommandCenter', system: 'wms', path: '/po-command-center', label: 'nav.poCommandCenter' },
  allocationPlanning: { id: 'allocationPlanning', system: 'wms', path: '/allocation-planning', label: 'nav.allocationPlanning' },
  allocationEntry: { id: 'allocationEntry', system: 'wms', path: '/allocation-entry', label: 'nav.allocationEntry' },
  picking: { id: 'picking', system: 'wms', path: '/picking', label: 'nav.picking' },
  shipments: { id: 'shipments', system: 'wms', path: '/shipments', label: 'nav.shipments' },
  orders: { id: 'orders', system: 'wms', path: '/orders', label: 'nav.orders' },
  stock: { id: 'stock', system: 'wms', path: '/stock', label: 'nav.stock' },
  carriers: { id: 'carriers', system: 'wms', path: '/carriers', label: 'nav.carriers' },
  invoiceControl: { id: 'invoiceControl', system: 'wms', path: '/invoice-control', label: 'nav.invoiceControl' },
  access: { id: 'access', system: 'core', path: '/access', label: 'nav.access' },
  rules: { id: 'rules', system: 'core', path: '/rules', label: 'nav.rules' },
  integration: { id: 'integration', system: 'core', path: '/integration', label: 'nav.integration' },
  audit: { id: 'audit', system: 'core', path: '/audit', label: 'nav.audit' },
};

/** Pages in the order of each role's day; the first is where it lands. */
const DAY_OF: Record<Role, readonly PageId[]> = {
  sales: ['fulfillment', 'deals', 'customers', 'payments', 'emails'],
  sales_manager: ['fulfillment', 'approvals', 'deals', 'customers', 'pricing', 'credit', 'payments', 'emails', 'access'],
  pricing: ['pricing', 'approvals', 'fulfillment', 'deals', 'customers'],
  accounting: ['invoiceControl', 'payments', 'credit', 'orders', 'stock', 'fulfillment', 'customers'],
  warehouse: ['poCommandCenter', 'allocationPlanning', 'allocationEntry', 'picking', 'shipments', 'orders', 'stock'],
  warehouse_manager: [
    'poCommandCenter',
    'allocationPlanning',
    'allocationEntry',
    'picking',
    'shipments',
    'orders',
    'stock',
    'carriers',
    'access',
  ],
  // What fails stands on the first page, and the count beside the second tells what ends soon.
  admin: [
    'integration',
    'access',
    'audit',
    'fulfillment',
    'deals',
    'customers',
    'credit',
    'payments',
    'emails',
    'poCommandCenter',
    'allocationPlanning',
    'allocationEntry',
    'picking',
    'shipments',
    'orders',
    'stock',
    'carriers',
    'invoiceControl',
  ],
};

const ROLE_ORDER: readonly Role[] = ['sales_manager', 'sales', 'pricing', 'accounting', 'warehouse_manager', 'warehouse', 'admin'];

/** No role has the first two by itself: whoever holds one of these reads policies, whatever else they do. */
const READS_RULES: readonly PermissionKey[] = ['gates:edit', 'gates:publish', 'access:manage'];
export const readsRules = (keys: ReadonlySet<string>): boolean => READS_RULES.some((key) => keys.has(key));

/** The pages of a person with these roles, in the order of the first role's day, and what their keys open besides. */
export function pagesOf(roles: ReadonlySet<Role>, keys: ReadonlySet<string> = new Set()): NavItem[] {
  const ids = new Set(ROLE_ORDER.filter((role) => roles.has(role)).flatMap((role) => DAY_OF[role]));
  if (readsRules(keys)) ids.add('rules');
  return [...ids].map((id) => ITEMS[id]);
}

/** Where a person lands: the first page of their day, or of two nodes the first that this one serves. Every node serves its own pages. */
export function landingOf(roles: ReadonlySet<Role>, homeSystems: readonly System[]): string {
  const pages = pagesOf(roles);
  const [first] = pages;
  const landing = first?.system === 'core' ? first : (pages.find((page) => homeSystems.includes(page.system)) ?? first);
  return landing?.path ?? '/nothing-here';
}
