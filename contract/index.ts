import type { ContractEvent } from './define-event.ts';
import { allocationUpdated } from './events/allocation-updated.ts';
import { catalogItemUpdated } from './events/catalog-item-updated.ts';
import { centralStockCheckCompleted } from './events/central-stock-check-completed.ts';
import { centralStockCheckUpdated } from './events/central-stock-check-updated.ts';
import { costingAdjustmentPosted } from './events/costing-adjustment-posted.ts';
import { costingCogsPosted } from './events/costing-cogs-posted.ts';
import { costingReceiptLinked } from './events/costing-receipt-linked.ts';
import { costingSupplierInvoicePosted } from './events/costing-supplier-invoice-posted.ts';
import { costingWacUpdated } from './events/costing-wac-updated.ts';
import { dealWon } from './events/deal-won.ts';
import { fxRateSet } from './events/fx-rate-set.ts';
import { grantUpdated } from './events/grant-updated.ts';
import { invoiceControlFailed } from './events/invoice-control-failed.ts';
import { invoiceControlPassed } from './events/invoice-control-passed.ts';
import { invoiceControlReopened } from './events/invoice-control-reopened.ts';
import { orderCancelled } from './events/order-cancelled.ts';
import { orderClosed } from './events/order-closed.ts';
import { orderInvoiced } from './events/order-invoiced.ts';
import { orgUpdated } from './events/org-updated.ts';
import { pickingCompleted } from './events/picking-completed.ts';
import { pickingStarted } from './events/picking-started.ts';
import { poCancelled } from './events/po-cancelled.ts';
import { poCreated } from './events/po-created.ts';
import { postpoIssueRaised } from './events/postpo-issue-raised.ts';
import { postpoIssueResolved } from './events/postpo-issue-resolved.ts';
import { postpoIssueUpdated } from './events/postpo-issue-updated.ts';
import { reservationReleaseRequested } from './events/reservation-release-requested.ts';
import { reservationUpdated } from './events/reservation-updated.ts';
import { shipmentDelivered } from './events/shipment-delivered.ts';
import { shipmentPosted } from './events/shipment-posted.ts';
import { shortageDecided } from './events/shortage-decided.ts';
import { shortageDetected } from './events/shortage-detected.ts';
import { stockByQualityUpdated } from './events/stock-by-quality-updated.ts';
import { supplyRequestUpdated } from './events/supply-request-updated.ts';
import { warehouseGrantUpdated } from './events/warehouse-grant-updated.ts';

/** Every event of the contract, by type. */
export const events: readonly ContractEvent[] = [
  dealWon,
  reservationReleaseRequested,
  poCreated,
  poCancelled,
  shortageDecided,
  postpoIssueResolved,
  fxRateSet,
  orgUpdated,
  grantUpdated,
  reservationUpdated,
  allocationUpdated,
  shortageDetected,
  supplyRequestUpdated,
  stockByQualityUpdated,
  catalogItemUpdated,
  centralStockCheckCompleted,
  centralStockCheckUpdated,
  pickingStarted,
  pickingCompleted,
  shipmentPosted,
  shipmentDelivered,
  orderInvoiced,
  invoiceControlPassed,
  invoiceControlFailed,
  invoiceControlReopened,
  orderClosed,
  orderCancelled,
  postpoIssueRaised,
  postpoIssueUpdated,
  costingSupplierInvoicePosted,
  costingReceiptLinked,
  costingAdjustmentPosted,
  costingWacUpdated,
  costingCogsPosted,
  warehouseGrantUpdated,
] as readonly ContractEvent[];
