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
export async function appendTimeline(tx: Tx, items: readonly TimelineItem[]): Promise<void> {
  await tx.insertMany(
    'crm_timeline_entry',
    items.map((item) => ({
      org: item.org,
      deal: item.deal,
      purchase_order: item.purchaseOrder ?? null,
      source: item.source,
      kind: item.kind,
      actor: item.actor ?? null,
      details: item.details ?? {},
      occurred_at: item.at,
    })),
  );
}
