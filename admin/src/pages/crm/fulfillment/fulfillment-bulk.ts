import type { FulfillmentRow } from '../../../api/types/crm.ts';
import type { BulkAction } from '../../../components/command-center/bulk-action.ts';

const item = (row: FulfillmentRow) => ({ purchaseOrder: row.id });

/** Kept outside the page, so that a new render does not start the preflight anew. */
export const FULFILLMENT_BULK: readonly BulkAction<FulfillmentRow>[] = [
  {
    action: 'purchase-order.approve-shipment',
    send: { by: 'items', command: 'purchase-order.approve-shipment-many', key: 'approvals:shipment:bulk_approve', item },
    gate: { name: 'shipment-approval', subject: (row) => row.id },
    refusal: (row) => {
      if (row.stage === 'cancelled') return 'refusal.poCancelled';
      if (row.approvedAt !== null) return 'refusal.poReleased';
      return row.stage === 'needs_approval' ? null : 'refusal.notReadyForApproval';
    },
  },
  {
    action: 'payment.confirm',
    send: { by: 'items', command: 'payment.confirm-many', key: 'payments:confirm', item },
    refusal: (row) => {
      if (row.stage === 'cancelled') return 'refusal.poCancelled';
      return row.paymentConfirmedAt === null ? null : 'refusal.paymentConfirmed';
    },
  },
];
