import type { Tx } from '@selvedge/kernel/database/transaction.ts';

export interface TimelineItem {
  readonly org: string;
  readonly deal: string;
  readonly purchaseOrder?: string | null;
  readonly source: 'person' | 'system' | 'wms' | 'mail';
  readonly kind: string;
  readonly actor?: string | null;
  readonly details?: Record<string, unknown>;
  readonly at: Date;
}

/** Adds lines to the one story of a deal. */
export function appendTimeline(tx: Tx, items: readonly TimelineItem[]): void {
  tx.insertAtCommit(
    'crm_timeline_entry',
    items.map(({ org, deal, purchaseOrder = null, source, kind, actor = null, details = {}, at }) => ({
      org,
      deal,
      purchase_order: purchaseOrder,
      source,
      kind,
      actor,
      details,
      occurred_at: at,
    })),
  );
}
