import type { Tx } from '../database/transaction.ts';

/** One line of the audit: who did what to what, and why. */
export interface AuditEntry {
  readonly org: string | null;
  readonly actor: string;
  readonly command: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly reason?: string | undefined;
  readonly before?: object | undefined;
  readonly after?: object | undefined;
  readonly requestId: string;
}

/** Writes audit lines in the transaction that did the work: they exist together or not at all. On whose behalf it was, the database adds. */
export function appendAudit(tx: Tx, entries: readonly AuditEntry[]): void {
  if (entries.length === 0) return;
  tx.atCommit(
    `insert into kernel.audit (org, actor, command, subject_type, subject_id, reason, before, after, request_id)
     select r.org, r.actor, r.command, r."subjectType", r."subjectId", r.reason, r.before, r.after, r."requestId"
     from jsonb_to_recordset($1::jsonb) as r(org uuid, actor text, command text, "subjectType" text, "subjectId" text, reason text, before jsonb, after jsonb, "requestId" text)`,
    [JSON.stringify(entries)],
  );
}
