import { lazy, type ComponentType } from 'react';
import type { System } from '../api/types/shared.ts';
import { wantTexts } from '../i18n/text.ts';

interface PageRoute {
  path: string;
  system: System;
  Page: ComponentType;
}

/** A page of administrators comes with its texts, so that no key is ever seen. */
async function withItsTexts<Module>(page: Promise<Module>): Promise<Module> {
  const [module] = await Promise.all([page, wantTexts('administration')]);
  return module;
}

/** One chunk per page. */
export const PAGE_ROUTES: readonly PageRoute[] = [
  {
    path: 'access',
    system: 'core',
    Page: lazy(() => withItsTexts(import('../pages/core/access/access-page.tsx')).then((m) => ({ default: m.AccessPage }))),
  },
  {
    path: 'fulfillment',
    system: 'crm',
    Page: lazy(() => import('../pages/crm/fulfillment/fulfillment-page.tsx').then((m) => ({ default: m.FulfillmentPage }))),
  },
  {
    path: 'purchase-orders/:id',
    system: 'crm',
    Page: lazy(() => import('../pages/crm/purchase-order/purchase-order-page.tsx').then((m) => ({ default: m.PurchaseOrderPage }))),
  },
  { path: 'deals', system: 'crm', Page: lazy(() => import('../pages/crm/deals/deals-page.tsx').then((m) => ({ default: m.DealsPage }))) },
  {
    path: 'deals/new',
    system: 'crm',
    Page: lazy(() => import('../pages/crm/deals/new-deal-page.tsx').then((m) => ({ default: m.NewDealPage }))),
  },
  { path: 'deals/:id', system: 'crm', Page: lazy(() => import('../pages/crm/deals/deal-page.tsx').then((m) => ({ default: m.DealPage }))) },
  {
    path: 'customers',
    system: 'crm',
    Page: lazy(() => import('../pages/crm/customers/customers-page.tsx').then((m) => ({ default: m.CustomersPage }))),
  },
  {
    path: 'customers/new',
    system: 'crm',
    Page: lazy(() => import('../pages/crm/customers/new-customer-page.tsx').then((m) => ({ default: m.NewCustomerPage }))),
  },
  {
    path: 'customers/:id',
    system: 'crm',
    Page: lazy(() => import('../pages/crm/customers/customer-page.tsx').then((m) => ({ default: m.CustomerPage }))),
  },
  {
    path: 'pricing',
    system: 'crm',
    Page: lazy(() => import('../pages/crm/pricing/pricing-page.tsx').then((m) => ({ default: m.PricingPage }))),
  },
  {
    path: 'approvals',
    system: 'crm',
    Page: lazy(() => import('../pages/crm/approvals/approvals-page.tsx').then((m) => ({ default: m.ApprovalsPage }))),
  },
  {
    path: 'credit',
    system: 'crm',
    Page: lazy(() => import('../pages/crm/credit/credit-page.tsx').then((m) => ({ default: m.CreditPage }))),
  },
  {
    path: 'payments',
    system: 'crm',
    Page: lazy(() => import('../pages/crm/payments/payments-page.tsx').then((m) => ({ default: m.PaymentsPage }))),
  },
  {
    path: 'emails',
    system: 'crm',
    Page: lazy(() => import('../pages/crm/emails/emails-page.tsx').then((m) => ({ default: m.EmailsPage }))),
  },
  {
    path: 'po-command-center',
    system: 'wms',
    Page: lazy(() => import('../pages/wms/po-command-center/po-command-center-page.tsx').then((m) => ({ default: m.PoCommandCenterPage }))),
  },
  {
    path: 'allocation-planning',
    system: 'wms',
    Page: lazy(() =>
      import('../pages/wms/allocation-planning/allocation-planning-page.tsx').then((m) => ({ default: m.AllocationPlanningPage })),
    ),
  },
  {
    path: 'allocation-entry',
    system: 'wms',
    Page: lazy(() => import('../pages/wms/allocation-entry/allocation-entry-page.tsx').then((m) => ({ default: m.AllocationEntryPage }))),
  },
  {
    path: 'picking',
    system: 'wms',
    Page: lazy(() => import('../pages/wms/picking/picking-page.tsx').then((m) => ({ default: m.PickingPage }))),
  },
  {
    path: 'shipments',
    system: 'wms',
    Page: lazy(() => import('../pages/wms/shipments/shipments-page.tsx').then((m) => ({ default: m.ShipmentsPage }))),
  },
  {
    path: 'stock',
    system: 'wms',
    Page: lazy(() => import('../pages/wms/stock/stock-page.tsx').then((m) => ({ default: m.StockPage }))),
  },
  {
    path: 'carriers',
    system: 'wms',
    Page: lazy(() => import('../pages/wms/carriers/carriers-page.tsx').then((m) => ({ default: m.CarriersPage }))),
  },
  {
    path: 'orders',
    system: 'wms',
    Page: lazy(() => import('../pages/wms/orders/orders-page.tsx').then((m) => ({ default: m.OrdersPage }))),
  },
  {
    path: 'orders/:id',
    system: 'wms',
    Page: lazy(() => import('../pages/wms/orders/order-page.tsx').then((m) => ({ default: m.OrderPage }))),
  },
  {
    path: 'invoice-control',
    system: 'wms',
    Page: lazy(() => import('../pages/wms/invoice-control/invoice-control-page.tsx').then((m) => ({ default: m.InvoiceControlPage }))),
  },
  {
    path: 'rules',
    system: 'core',
    Page: lazy(() => withItsTexts(import('../pages/core/rules/rules-page.tsx')).then((m) => ({ default: m.RulesPage }))),
  },
  {
    path: 'rules/:gate',
    system: 'core',
    Page: lazy(() => withItsTexts(import('../pages/core/rules/gate-page.tsx')).then((m) => ({ default: m.GatePage }))),
  },
  {
    path: 'integration',
    system: 'core',
    Page: lazy(() => withItsTexts(import('../pages/core/integration/integration-page.tsx')).then((m) => ({ default: m.IntegrationPage }))),
  },
  {
    path: 'audit',
    system: 'core',
    Page: lazy(() => withItsTexts(import('../pages/core/audit/audit-page.tsx')).then((m) => ({ default: m.AuditPage }))),
  },
];
