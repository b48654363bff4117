import type { Queue, TimelineRow, Uom } from './shared.ts';

export type PoQueue = 'to_plan' | 'to_allocate' | 'released' | 'picking' | 'picked' | 'shipped' | 'delivered' | 'invoiced' | 'closed';
export type OrderStatus = 'released' | 'picking' | 'picked' | 'shipped' | 'delivered' | 'invoiced' | 'closed' | 'cancelled';
export type InvoiceControlStatus = 'pending_control' | 'passed' | 'failed';
export type ReservationLineStatus = 'reserved' | 'short' | 'planned' | 'allocated' | 'released';

export interface PoCommandCenterRow {
  kind: 'reservation' | 'order';
  id: string;
  org: string;
  code: string;
  dealCode: string;
  customerName: string;
  status: string;
  since: string;
  lineCount: number;
  doneLineCount: number;
  shipDate: string | null;
  invoiceControlStatus: InvoiceControlStatus | null;
  shortLineCount: number;
}

export interface PoQueueCount extends Queue {
  queue: PoQueue;
  /** Lines in the queues that are worked line by line; null where whole orders wait. */
  lineCount: number | null;
}

export interface ControlQueueCount extends Queue {
  status: InvoiceControlStatus;
}

export interface PlanningRow {
  id: string;
  org: string;
  reservationId: string;
  dealCode: string;
  customerName: string;
  position: number;
  qualityId: string;
  qualityCode: string;
  qualityName: string;
  uom: Uom;
  qty: string;
  reservedQty: string;
  shortageQty: string;
  status: ReservationLineStatus;
  since: string;
  lots: { lotCode: string; meters: string }[];
}

export interface AllocationEntryRow extends PlanningRow {
  allocatedMeters: string;
  neededMeters: string;
  allocations: { id: string; rollCode: string; lotCode: string; meters: string }[];
}

export type RollStatus = 'in_stock' | 'allocated' | 'shipped' | 'written_off';

export interface RollRow {
  id: string;
  /** Who owns it. */
  org: string;
  code: string;
  lotCode: string;
  qualityId: string;
  qualityCode: string;
  qualityName: string;
  onHandMeters: string;
  freeMeters: string;
  location: string | null;
  status: RollStatus;
}

/** A quality of the group's catalog. */
export interface Quality {
  id: string;
  code: string;
  name: string;
  composition: string;
  widthCm: number;
  weightGsm: number;
  allowedUoms: Uom[];
  active: boolean;
}

export interface QualityRow extends Quality {
  onHandMeters: string;
  freeMeters: string;
}

export interface RollView {
  roll: RollRow & {
    receivedMeters: string;
    allocatedMeters: string;
    receivedAt: string;
    /** All of it is set aside for one line, whatever it measures. */
    promisedWhole: boolean;
    lotOnHandMeters: string;
    lotFreeMeters: string;
    quality: Quality;
  };
  allocations: { id: string; dealCode: string; customerName: string; position: number; meters: string; status: ReservationLineStatus }[];
}

export interface OrderRow {
  id: string;
  org: string;
  poCode: string;
  dealCode: string;
  customerName: string;
  shipDate: string | null;
  status: OrderStatus;
  statusSince: string;
  lineCount: number;
  pickedLineCount: number;
  invoiceStatus: 'not_issued' | 'issued';
  invoiceControlStatus: InvoiceControlStatus | null;
}

export interface ShipmentRow extends OrderRow {
  carrier: string | null;
  trackingId: string | null;
  irsaliyeNumber: string | null;
  shippedAt: string | null;
  deliveredAt: string | null;
}

export interface CarrierRow {
  id: string;
  org: string;
  name: string;
  /** Whether it gives a number that its parcels are followed by. */
  tracking: 'given' | 'none';
  active: boolean;
  /** Of the last 90 days. */
  shipments: number;
  lastShippedAt: string | null;
}

export interface InvoiceControlRow extends OrderRow {
  invoiceNumber: string | null;
  invoicedOn: string | null;
  invoiceControlNote: string | null;
}

export interface OrderLine {
  id: string;
  position: number;
  qualityCode: string;
  qualityName: string;
  uom: Uom;
  qty: string;
  pickedAt: string | null;
  pickedByName: string | null;
  blocked: boolean;
  rolls: { rollCode: string; lotCode: string; meters: string; location: string | null }[];
}

export interface OrderView {
  order: {
    id: string;
    org: string;
    poCode: string;
    dealCode: string;
    customerName: string;
    shippingAddress: string | null;
    shipDate: string | null;
    status: OrderStatus;
    statusSince: string;
    invoiceStatus: 'not_issued' | 'issued';
    invoiceNumber: string | null;
    invoicedOn: string | null;
    invoiceControlStatus: InvoiceControlStatus | null;
    invoiceControlNote: string | null;
    closedAt: string | null;
  };
  lines: OrderLine[];
  shipment: {
    id: string;
    carrier: string;
    trackingId: string | null;
    irsaliyeNumber: string;
    shippedAt: string;
    deliveredAt: string | null;
    podReference: string | null;
    podReceivedBy: string | null;
  } | null;
  history: Pick<TimelineRow, 'id' | 'kind' | 'actorName' | 'onBehalfOfName' | 'occurredAt' | 'details'>[];
}
