import type { LinePriceRequest } from './approvals.ts';
import type { Currency, LocalText, Queue, TimelineRow, Uom } from './shared.ts';

export type PoStage =
  | 'needs_allocation_plan'
  | 'needs_roll_entry'
  | 'needs_ship_date'
  | 'needs_payment'
  | 'needs_approval'
  | 'released'
  | 'picking'
  | 'shipped'
  | 'delivered'
  | 'invoiced'
  | 'closed'
  | 'cancelled';
export type DealStatus = 'draft' | 'submitted' | 'won' | 'lost' | 'cancelled' | 'closed';
export type CustomerStatus = 'pending_review' | 'approved' | 'inactive';
export type PaymentMode = 'cash' | 'credit';
export type PaymentMethod = 'bank_transfer' | 'cash' | 'cheque' | 'card';
export type FulfillmentTab = 'all' | 'warehouse' | 'payment' | 'approval' | 'ship_date' | 'shortage' | 'unanswered';
export type MailStatus = 'queued' | 'sending' | 'sent' | 'failed' | 'unknown' | 'skipped';
export type ShortageDecision = 'wait' | 'ship_partly' | 'cancel_line';

export interface FulfillmentRow {
  id: string;
  code: string;
  org: string;
  dealId: string;
  dealCode: string;
  customerName: string;
  profileId: string;
  stage: PoStage;
  stageSince: string;
  shipDate: string | null;
  currency: Currency;
  grossAmount: string;
  paymentMode: PaymentMode;
  creditBlocked: boolean;
  paymentConfirmedAt: string | null;
  approvedAt: string | null;
  lineCount: number;
  allocatedLineCount: number;
  openShortageCount: number;
  orderStatus: string | null;
  carrier: string | null;
  trackingId: string | null;
}

export interface FulfillmentQueue extends Queue {
  tab: FulfillmentTab;
}

export interface DealLineRow {
  id: string;
  position: number;
  itemId: string;
  itemCode: string;
  itemName: string;
  uom: Uom;
  qty: string;
  unitPrice: string;
  vatRate: string;
  grossAmount: string;
  pricingState: 'needs_approval' | 'approved';
  priceRequest: LinePriceRequest | null;
  blocked: boolean;
  blockedReason: string | null;
  status: 'open' | 'cancelled';
  reservationState: string | null;
  reservedQty: string;
  shortageQty: string;
  allocatedMeters: string;
  rolls: { lot: string; roll: string; meters: string }[];
}

export interface CustomerTerms {
  profileId: string;
  name: string;
  status: CustomerStatus;
  paymentMode: PaymentMode;
  termsDays: number;
  graceDays: number;
}

export interface CreditStanding {
  currency: Currency;
  limit: string | null;
  exposure: string;
  overdue: string;
  oldestOverdue?: string | null;
  available: string | null;
}

export interface ContractState {
  id: string;
  status: 'awaiting_signature' | 'signed_received' | 'waived' | 'void';
  note: string | null;
}

export interface Shortage {
  id: string;
  lineId: string;
  position: number;
  itemCode: string;
  shortageQty: string;
  uom: Uom;
  state: 'open' | 'decided' | 'resolved';
  decision: ShortageDecision | null;
}

export interface PurchaseOrderView {
  purchaseOrder: {
    id: string;
    code: string;
    org: string;
    status: string;
    stage: PoStage;
    stageSince: string;
    currency: Currency;
    grossAmount: string;
    shipDate: string | null;
    paymentConfirmedAt: string | null;
    paymentConfirmedByName: string | null;
    approvedAt: string | null;
    approvedByName: string | null;
    overrideReason: string | null;
  };
  deal: { id: string; code: string; status: DealStatus; creditBlocked: boolean; creditBlockReason: LocalText | null; wonAt: string | null };
  customer: CustomerTerms;
  credit: CreditStanding;
  contract: ContractState | null;
  lines: DealLineRow[];
  payments: {
    id: string;
    paymentId: string;
    receivedOn: string;
    method: PaymentMethod;
    amount: string;
    currency: Currency;
    bankReference: string | null;
  }[];
  allocatedAmount: string;
  shortages: Shortage[];
  order: {
    wmsOrderId: string;
    status: string;
    carrier: string | null;
    trackingId: string | null;
    shippedAt: string | null;
    deliveredAt: string | null;
    podReference: string | null;
    invoiceNumber: string | null;
    invoicedOn: string | null;
    invoiceControlStatus: string | null;
    invoiceControlNote: string | null;
    closedAt: string | null;
  } | null;
  timeline: TimelineRow[];
}

export interface DealRow {
  id: string;
  code: string;
  org: string;
  customerName: string;
  profileId: string;
  status: DealStatus;
  currency: Currency;
  grossAmount: string;
  creditBlocked: boolean;
  reservationState: string;
  lineCount: number;
  createdAt: string;
  ownerName: string | null;
  purchaseOrderId: string | null;
  stage: PoStage | null;
}

export interface DealView {
  deal: {
    id: string;
    code: string;
    org: string;
    status: DealStatus;
    currency: Currency;
    grossAmount: string;
    creditBlocked: boolean;
    creditBlockReason: LocalText | null;
    reservationState: string;
    note: string | null;
    version: number;
    createdAt: string;
    submittedAt: string | null;
    wonAt: string | null;
    changedAfterSubmitAt: string | null;
    ownerName: string | null;
    isOwn: boolean;
    cancelReason: string | null;
  };
  customer: CustomerTerms;
  credit: CreditStanding;
  lines: DealLineRow[];
  purchaseOrders: { id: string; code: string; stage: PoStage; status: string }[];
  contract: ContractState | null;
  timeline: TimelineRow[];
}

export interface CustomerRow {
  id: string;
  org: string;
  name: string;
  status: CustomerStatus;
  paymentMode: PaymentMode;
  termsDays: number;
  graceDays: number;
  taxCountry: string;
  taxNumber: string;
  pocEmail: string | null;
  limits: { currency: Currency; limitAmount: string }[];
  openDeals: number;
  createdAt: string;
}

export interface CustomerView {
  profile: {
    id: string;
    org: string;
    name: string;
    status: CustomerStatus;
    paymentMode: PaymentMode;
    termsDays: number;
    graceDays: number;
    taxCountry: string;
    taxNumber: string;
    pocEmail: string | null;
    primaryContact: string | null;
    primaryEmail: string | null;
    billingEmail: string | null;
    billingAddress: string | null;
    shippingAddress: string | null;
    emailOptOut: boolean;
    onboarding: Record<string, string>;
    version: number;
    contractWaived?: boolean;
    approvalReason?: string | null;
    createdAt: string;
  };
  limits: { currency: Currency; limitAmount: string }[];
  exposure: CreditStanding[];
  deals: Pick<DealRow, 'id' | 'code' | 'status' | 'currency' | 'grossAmount' | 'creditBlocked' | 'createdAt'>[];
  timeline: TimelineRow[];
}

/** One row per item and list price; an item with prices in two currencies has two rows. */
export interface CatalogRow {
  itemId: string;
  code: string;
  name: string;
  composition: string | null;
  allowedUoms: Uom[];
  listPrice: string;
  currency: Currency;
  confirmedAt: string;
  freeMeters: string;
}

export interface PaymentRow {
  id: string;
  org: string;
  customerName: string;
  profileId: string;
  receivedOn: string;
  method: PaymentMethod;
  amount: string;
  currency: Currency;
  bankReference: string | null;
  unallocated: string;
  allocations: { purchaseOrderId: string; code: string; amount: string }[];
  reversed: boolean;
  /** A counter entry itself. */
  isReversal: boolean;
  recordedByName: string | null;
  createdAt: string;
}

export interface MailRow {
  id: string;
  org: string;
  type: string;
  recipient: string;
  subject: string;
  status: MailStatus;
  attempts: number;
  lastError: string | null;
  createdAt: string;
  sentAt: string | null;
}
