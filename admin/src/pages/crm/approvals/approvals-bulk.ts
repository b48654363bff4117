import { decisionRefusal } from '../../../actions/price-request-offers.ts';
import type { PriceRequestRow } from '../../../api/types/approvals.ts';
import type { BulkAction } from '../../../components/command-center/bulk-action.ts';

/** Kept outside the page, so that a new render does not start the preflight anew. */
export const APPROVALS_BULK: readonly BulkAction<PriceRequestRow>[] = [
  {
    action: 'price-request.approve',
    send: { by: 'items', command: 'price-request.approve-many', key: 'approvals:pricing', item: (row) => ({ request: row.id }) },
    refusal: decisionRefusal,
  },
  {
    action: 'price-request.reject',
    send: {
      by: 'items',
      command: 'price-request.reject-many',
      key: 'approvals:pricing',
      item: (row, reason) => ({ request: row.id, note: reason }),
      asksReason: true,
    },
    refusal: decisionRefusal,
  },
];
