import { conflict } from '@selvedge/kernel/errors.ts';
import type { ORDER_STATUSES } from '@selvedge/directus/model/wms/orders.ts';
import { ORDER_STATUS } from '@selvedge/rules/status-words.ts';

export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** What may be done to an order in which status. One table instead of scattered conditions. */
export const ALLOWED_STATUSES = {
  'order.start-picking': ['released'],
  'order.pick-line': ['picking'],
  'order.unpick-line': ['picking'],
  'order.complete-picking': ['picking'],
  'shipment.post': ['released', 'picking', 'picked'],
  'shipment.deliver': ['shipped'],
  'order.mark-invoiced': ['shipped', 'delivered'],
  'invoice-control.pass': ['invoiced', 'delivered'],
  'invoice-control.fail': ['invoiced', 'delivered'],
  'invoice-control.reopen': ['invoiced', 'delivered'],
  'order.close': ['released', 'picking', 'picked', 'shipped', 'delivered', 'invoiced'],
} as const satisfies Record<string, readonly OrderStatus[]>;

/** @throws Refusal ORDER_NOT_READY naming the order's status and the ones that would do */
export function requireStatus(action: keyof typeof ALLOWED_STATUSES, order: { po_code: string; status: OrderStatus }): void {
  const allowed: readonly OrderStatus[] = ALLOWED_STATUSES[action];
  if (!allowed.includes(order.status)) {
    throw conflict(
      'ORDER_NOT_READY',
      {
        en: `${order.po_code} is ${order.status}; ${action} needs it to be ${allowed.join(' or ')}.`,
        tr: `${order.po_code}: ${ORDER_STATUS[order.status].tr}; bu işlem için gereken durum: ${allowed.map((status) => ORDER_STATUS[status].tr).join(' veya ')}.`,
      },
      {
        status: order.status,
        allowed,
      },
    );
  }
}
