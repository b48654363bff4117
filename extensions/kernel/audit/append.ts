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
  tx.insertAtCommit(
    'kernel.audit',
    entries.map(({ org, actor, command, subjectType, subjectId, reason, before, after, requestId }) => ({
      org,
      actor,
      command,
      subject_type: subjectType,
      subject_id: subjectId,
      reason,
      before,
      after,
      request_id: requestId,
    })),
  );
}
