import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { appendAudit, type AuditEntry } from './audit/append.ts';
import type { Clock } from './clock.ts';
import { inTransaction, type Tx } from './database/transaction.ts';
import type { Change, CommittedEffects } from './http/context.ts';
import { emitEvents } from './outbox/emit.ts';
import type { EventType, OutgoingEvent } from './outbox/event-type.ts';

/** What work without a person may do: as a command, but for any org, and always audited as the system. */
export interface SystemContext {
  readonly tx: Tx;
  readonly now: Date;
  emit<D>(event: EventType<D>, org: { id: string; code: string } | null, entityId: string, data: D, version?: number): void;
  changed(system: string, collection: string, id: string, org: string, change?: { before?: object; after?: object; reason?: string }): void;
}

export interface SystemTransactionSettings {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly contractVersion: string;
  readonly afterCommit: (effects: CommittedEffects) => void;
}

/**
 * Runs work of the system in one transaction, with outbox and audit as for a command.
 * @param name who did it, in the audit: a job or `seed`
 */
export async function inSystemTransaction<T>(settings: SystemTransactionSettings, name: string, work: (context: SystemContext) => Promise<T>): Promise<T> {
  const outgoing: OutgoingEvent[] = [];
  const audits: AuditEntry[] = [];
  const changes: Change[] = [];
  const now = settings.clock.now();
  const requestId = randomUUID();
  const { value, emitted } = await inTransaction(settings.pool, { kind: 'system' }, async (tx) => {
    const result = await work({
      tx,
      now,
      emit: (event, org, entityId, data, version) => {
        outgoing.push({ event, orgId: org?.id ?? null, orgCode: org?.code ?? '*', entityId, data, version });
      },
      changed: (system, collection, id, org, change = {}) => {
        audits.push({ org, actor: 'system', command: name, subjectType: collection, subjectId: id, ...change, requestId });
        changes.push({ system, collection, id, org, type: name });
      },
    });
    appendAudit(tx, audits);
    return { value: result, emitted: emitEvents(tx, outgoing, { contractVersion: settings.contractVersion, now, requestId }) };
  });
  settings.afterCommit({ outboxIds: emitted, changes });
  return value;
}
