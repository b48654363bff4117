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
export async function appendHistory(tx: Tx, item: HistoryItem): Promise<void> {
  await tx.insert('wms_order_history', {
    org: item.org,
    order: item.order,
    kind: item.kind,
    actor: item.actor ?? null,
    details: item.details ?? {},
    occurred_at: item.at,
  });
}
