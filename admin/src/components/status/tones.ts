import type { Tone } from '../../theme/theme.ts';
import type { PriceRequestStatus } from '../../api/types/approvals.ts';
import type { CustomerStatus, DealStatus, MailStatus, PoStage } from '../../api/types/crm.ts';
import type { InvoiceControlStatus, OrderStatus, ReservationLineStatus, RollStatus } from '../../api/types/wms.ts';

/** Amber waits for somebody, red is blocked, blue moves, green is proved done, grey is not reached. */
export const STAGE_TONES: Record<PoStage, Tone> = {
  needs_allocation_plan: 'waiting',
  needs_roll_entry: 'waiting',
  needs_ship_date: 'waiting',
  needs_payment: 'waiting',
  needs_approval: 'waiting',
  released: 'moving',
  picking: 'moving',
  shipped: 'moving',
  delivered: 'moving',
  invoiced: 'moving',
  closed: 'done',
  cancelled: 'idle',
};

export const DEAL_TONES: Record<DealStatus, Tone> = {
  draft: 'idle',
  submitted: 'waiting',
  won: 'moving',
  lost: 'idle',
  cancelled: 'idle',
  closed: 'done',
};

export const CUSTOMER_TONES: Record<CustomerStatus, Tone> = { pending_review: 'waiting', approved: 'done', inactive: 'idle' };

export const ORDER_TONES: Record<OrderStatus, Tone> = {
  released: 'waiting',
  picking: 'moving',
  picked: 'moving',
  shipped: 'moving',
  delivered: 'moving',
  invoiced: 'moving',
  closed: 'done',
  cancelled: 'idle',
};

export const RESERVATION_TONES: Record<ReservationLineStatus, Tone> = {
  reserved: 'waiting',
  short: 'blocked',
  planned: 'moving',
  allocated: 'done',
  released: 'idle',
};

/** A roll on the shelf waits for nobody. */
export const ROLL_TONES: Record<RollStatus, Tone> = { in_stock: 'idle', allocated: 'moving', shipped: 'done', written_off: 'blocked' };

export const PRICE_REQUEST_TONES: Record<PriceRequestStatus, Tone> = {
  pending: 'waiting',
  approved: 'done',
  rejected: 'blocked',
  lapsed: 'idle',
};

export const CONTROL_TONES: Record<InvoiceControlStatus, Tone> = { pending_control: 'waiting', passed: 'done', failed: 'blocked' };

export const CONTRACT_TONES = {
  awaiting_signature: 'waiting',
  signed_received: 'done',
  waived: 'done',
  void: 'idle',
} as const satisfies Record<string, Tone>;

export const SHORTAGE_TONES = { open: 'blocked', decided: 'moving', resolved: 'done' } as const satisfies Record<string, Tone>;

export const MAIL_TONES: Record<MailStatus, Tone> = {
  queued: 'waiting',
  sending: 'moving',
  sent: 'done',
  failed: 'blocked',
  unknown: 'blocked',
  skipped: 'idle',
};
