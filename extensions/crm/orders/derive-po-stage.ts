import type { PO_STAGES } from '@selvedge/directus/model/crm/deals.ts';

export type PoStage = (typeof PO_STAGES)[number];

/** Everything a stage is derived from. */
export interface StageFacts {
  readonly status: 'draft' | 'released' | 'closed' | 'cancelled';
  readonly shipDate: string | null;
  readonly paymentMode: 'cash' | 'credit';
  readonly paymentConfirmed: boolean;
  /** Warehouse state of each open, unblocked line; null where nothing was reserved yet. */
  readonly lineStates: readonly (string | null)[];
  readonly orderStatus: string | null;
}

const BY_ORDER_STATUS: Readonly<Record<string, PoStage>> = {
  released: 'released',
  picking: 'picking',
  picked: 'picking',
  shipped: 'shipped',
  delivered: 'delivered',
  invoiced: 'invoiced',
  closed: 'closed',
  cancelled: 'cancelled',
};

/**
 * The stage of a PO, derived and never typed. Before release it is that of its least advanced
 * unblocked line; after release that of the warehouse order.
 * @source SAL-11; design of the order's path
 */
export function derivePoStage(facts: StageFacts): PoStage {
  if (facts.status === 'cancelled') return 'cancelled';
  if (facts.status === 'closed') return 'closed';
  if (facts.status === 'released') return BY_ORDER_STATUS[facts.orderStatus ?? 'released'] ?? 'released';
  if (facts.lineStates.some((state) => state !== 'planned' && state !== 'allocated')) return 'needs_allocation_plan';
  if (facts.lineStates.some((state) => state === 'planned')) return 'needs_roll_entry';
  if (facts.shipDate === null) return 'needs_ship_date';
  if (facts.paymentMode === 'cash' && !facts.paymentConfirmed) return 'needs_payment';
  return 'needs_approval';
}
