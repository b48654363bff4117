import type { Tx } from '@selvedge/kernel/database/transaction.ts';

export interface HistoryItem {
  readonly org: string;
  readonly order: string;
  readonly kind: string;
  readonly actor?: string;
  readonly details?: Record<string, unknown>;
  readonly at: Date;
}

/** Adds one step to the story of an order. */
export function appendHistory(tx: Tx, item: HistoryItem): void {
  const { org, order, kind, actor = null, details = {}, at } = item;
  tx.insertAtCommit('wms_order_history', [{ org, order, kind, actor, details, occurred_at: at }]);
}
