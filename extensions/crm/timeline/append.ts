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
  if (items.length === 0) return;
  tx.atCommit(
    `insert into crm_timeline_entry (org, deal, purchase_order, source, kind, actor, details, occurred_at)
     select r.org, r.deal, r."purchaseOrder", r.source, r.kind, r.actor, coalesce(r.details, '{}'), r.at
     from jsonb_to_recordset($1::jsonb) as r(org uuid, deal uuid, "purchaseOrder" uuid, source text, kind text, actor uuid, details json, at timestamptz)`,
    [JSON.stringify(items)],
  );
}
