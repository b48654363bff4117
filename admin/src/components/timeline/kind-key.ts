import type { TextKey } from '../../i18n/text-key.ts';

/** Kinds that have words of their own; an unknown one is shown as the server named it. */
const KINDS = [
  'customer.onboarded',
  'customer.approved',
  'customer.deactivated',
  'deal.created',
  'deal.lines_updated',
  'deal.changed_after_submit',
  'deal.submitted',
  'deal.won',
  'deal.lost',
  'deal.cancelled',
  'deal.closed',
  'deal.credit_blocked',
  'deal.credit_block_cleared',
  'contract.signed_received',
  'contract.waived',
  'payment.recorded',
  'payment.allocated',
  'payment.reversed',
  'payment.confirmed',
  'payment.confirmation_revoked',
  'purchase_order.created',
  'purchase_order.ship_date_set',
  'purchase_order.approved',
  'purchase_order.cancelled',
  'shortage.detected',
  'shortage.decided',
  'reservation.created',
  'reservation.updated',
  'reservation.planned',
  'reservation.released',
  'allocation.entered',
  'allocation.removed',
  'allocation.confirmed',
  'allocation.updated',
  'order.created',
  'order.picking_started',
  'order.line_picked',
  'order.line_unpicked',
  'order.picking_completed',
  'order.shipped',
  'order.delivered',
  'order.invoiced',
  'order.closed',
  'order.cancelled',
  'invoice_control.passed',
  'invoice_control.failed',
  'invoice_control.reopened',
  'mail.sent',
  'mail.skipped',
  'mail.failed',
] as const;

type Kind = (typeof KINDS)[number];

const ALIASES: Record<string, Kind> = {
  picking_started: 'order.picking_started',
  picking_completed: 'order.picking_completed',
  shipment_posted: 'order.shipped',
  shipment_delivered: 'order.delivered',
  order_invoiced: 'order.invoiced',
  'deal.lose': 'deal.lost',
};

export function kindKey(kind: string): TextKey | null {
  const plain = kind.replaceAll('-', '_');
  const known = KINDS.find((candidate) => candidate === plain) ?? ALIASES[plain];
  return known ? `timeline.kind.${known}` : null;
}
