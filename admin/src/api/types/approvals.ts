import type { DealStatus } from './crm.ts';
import type { Currency, Queue, Uom } from './shared.ts';

export type PriceRequestStatus = 'pending' | 'approved' | 'rejected' | 'lapsed';
export type PriceRequestKind = 'discount' | 'currency' | 'stale';

/** A price that somebody asked for, as it stood when they did. */
export interface PriceRequestRow {
  id: string;
  org: string;
  dealId: string;
  dealCode: string;
  dealStatus: DealStatus;
  customerName: string;
  profileId: string;
  lineId: string;
  position: number;
  itemCode: string;
  itemName: string;
  kind: PriceRequestKind;
  uom: Uom;
  qty: string;
  unitPrice: string;
  currency: Currency;
  listPrice: string | null;
  listCurrency: Currency | null;
  discountPercent: string;
  grossAmount: string;
  reason: string;
  status: PriceRequestStatus;
  requestedAt: string;
  requestedByName: string | null;
  decidedAt: string | null;
  decidedByName: string | null;
  note: string | null;
  lapsedAt: string | null;
  /** The reader asked for it or made the deal, so somebody else decides it. */
  isOwn: boolean;
}

export interface PriceRequestView {
  request: PriceRequestRow;
  /** Of the same customer and quality. */
  earlier: Pick<PriceRequestRow, 'id' | 'dealCode' | 'unitPrice' | 'currency' | 'discountPercent' | 'status' | 'requestedAt'>[];
}

export type ApprovalQueueName = 'pending' | 'shipments' | 'customers' | 'decided';
export interface ApprovalQueue extends Queue {
  queue: ApprovalQueueName;
}

/** What a line of a deal tells of the newest request for its price. */
export interface LinePriceRequest {
  id: string;
  status: Exclude<PriceRequestStatus, 'lapsed'>;
  reason: string;
  note: string | null;
  requestedAt: string;
  requestedByName: string | null;
  decidedAt: string | null;
  decidedByName: string | null;
}
