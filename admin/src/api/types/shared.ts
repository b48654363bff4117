/** `core` is what every node has of its own: what crossed, what happened. */
export type System = 'core' | 'crm' | 'wms';
export type Currency = 'TRY' | 'USD' | 'EUR';
export type Uom = 'meter' | 'piece' | 'roll';
export type Role = 'admin' | 'sales' | 'sales_manager' | 'pricing' | 'accounting' | 'warehouse' | 'warehouse_manager';

/** A sentence that the server wrote in both languages. */
export interface LocalText {
  en: string;
  tr: string;
}

/** A gate's answer: every requirement, met or not. The same content in API, screen and mail. */
export interface Requirement {
  code: string;
  met: boolean;
  /** `warn` only says so: nothing waits for it. */
  severity: 'block' | 'warn';
  sentence: LocalText;
  seen: LocalText;
  needed: LocalText;
  lift: { roles: string[]; key: string | null; people?: string[] };
  next: LocalText;
  command: string | null;
  overridable: boolean;
  overridden: boolean;
}

export interface Decision {
  gate: string;
  policyVersion: number;
  subject: { type: string; id: string };
  allowed: boolean;
  title: LocalText;
  requirements: Requirement[];
}

export interface TimelineRow {
  id: string;
  source: 'person' | 'system' | 'wms' | 'mail';
  kind: string;
  actorName: string | null;
  /** The lender, where only a lent role allowed it. */
  onBehalfOfName?: string | null;
  occurredAt: string;
  details: Record<string, unknown>;
  /** The PO or deal it is about, where the page shows more than one. */
  recordCode?: string | null;
}

export interface Queue {
  count: number;
  oldestSince: string | null;
}

/** One page of a keyset list. */
export interface Page<Row> {
  data: Row[];
  nextCursor: string | null;
}

export type BulkResult<Data = unknown> =
  | { index: number; ok: true; data: Data }
  | { index: number; ok: false; error: { code: string; message: string; details?: Record<string, unknown> } };

export interface BulkAnswer<Data = unknown> {
  results: BulkResult<Data>[];
  succeeded: number;
  failed: number;
}
