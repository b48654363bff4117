import type * as Approvals from './approvals.ts';
import type * as Core from './core.ts';
import type * as Credit from './credit.ts';
import type * as Crm from './crm.ts';
import type * as Pricing from './pricing.ts';
import type * as Rules from './rules.ts';
import type * as Wms from './wms.ts';

/** Keyset lists, by resource name (`<system>/<view>`). */
export interface ListViews {
  'core/integration': Core.DirectionTraffic;
  'core/integration-alert': Core.IntegrationAlert;
  'core/held-types': Core.HeldType;
  'core/events': Core.EventRow;
  'core/secrets': Core.SecretRow;
  'core/drift': Core.DriftRow;
  'core/drift-runs': Core.DriftRun;
  'core/audit': Core.AuditRow;
  'crm/fulfillment': Crm.FulfillmentRow;
  'crm/fulfillment-queues': Crm.FulfillmentQueue;
  'crm/approvals': Approvals.PriceRequestRow;
  'crm/approval-queues': Approvals.ApprovalQueue;
  'crm/deals': Crm.DealRow;
  'crm/customers': Crm.CustomerRow;
  'crm/catalog': Crm.CatalogRow;
  'crm/price-list': Pricing.PriceRow;
  'crm/price-queues': Pricing.PriceQueue;
  'crm/credit': Credit.CreditRow;
  'crm/credit-queues': Credit.CreditQueue;
  'crm/payments': Crm.PaymentRow;
  'crm/mails': Crm.MailRow;
  'wms/po-command-center': Wms.PoCommandCenterRow;
  'wms/po-queues': Wms.PoQueueCount;
  'wms/allocation-planning': Wms.PlanningRow;
  'wms/allocation-entry': Wms.AllocationEntryRow;
  'wms/rolls': Wms.RollRow;
  'wms/qualities': Wms.QualityRow;
  'wms/orders': Wms.OrderRow;
  'wms/shipments': Wms.ShipmentRow;
  'wms/carriers': Wms.CarrierRow;
  'wms/invoice-control': Wms.InvoiceControlRow;
  'wms/invoice-control-queues': Wms.ControlQueueCount;
  'core/access': Core.GrantRow;
  'core/people': Core.PersonRow;
  'core/roles': Core.KeyRow;
  'core/orgs': Core.OrgRow;
  'core/delegations': Core.LentRow;
  'core/lendable': Core.LendableRow;
  'core/override-reasons': Core.OverrideReasonRow;
  'core/overridable-gates': Core.OverridableGateRow;
  'core/leak-certificates': Core.CertificateRow;
  'core/gates': Rules.GateRow;
  'core/gate-subjects': Rules.SubjectRow;
  'core/decisions': Rules.DecisionRow;
  'core/overrides': Rules.OverrideRow;
}

/** Views of one record. */
export interface DetailViews {
  'core/event': Core.EventView;
  'core/contract': Core.ContractView;
  'crm/purchase-order': Crm.PurchaseOrderView;
  'crm/approval': Approvals.PriceRequestView;
  'crm/deal': Crm.DealView;
  'crm/customer': Crm.CustomerView;
  'crm/customer-credit': Credit.CustomerCreditView;
  'wms/order': Wms.OrderView;
  'wms/roll': Wms.RollView;
  'core/loses': Core.LossView;
  'core/gate': Rules.GateView;
  'core/decision': Rules.DecisionView;
}

export type ListResource = keyof ListViews;
export type DetailResource = keyof DetailViews;
