import { randomUUID } from 'node:crypto';
import type { Tx } from '../database/transaction.ts';
import type { OutgoingEvent } from './event-type.ts';

export interface EmitContext {
  readonly contractVersion: string;
  readonly now: Date;
  readonly requestId: string;
}

export interface EmittedEvent {
  readonly id: string;
  readonly target: string;
}

/**
 * Writes events to the outbox in the transaction that causes them. The sequence is gapless per
 * source and entity: its row stays locked until commit, and a rollback gives the number back.
 * @throws Error when data does not fit the event's schema: a producer is strict with itself
 */
export async function emitEvents(tx: Tx, outgoing: readonly OutgoingEvent[], context: EmitContext): Promise<EmittedEvent[]> {
  if (outgoing.length === 0) return [];
  const nextOf = await reserveSequences(tx, outgoing);
  const rows = outgoing.map((item) => {
    const { event } = item;
    const parsed = event.data.safeParse(item.data);
    if (!parsed.success) throw new Error(`Event ${event.type} does not fit its schema: ${parsed.error.message}`, { cause: parsed.error });
    const sequence = nextOf(item);
    const id = randomUUID();
    const action = event.type.slice(event.type.indexOf('.') + 1);
    const idempotencyKey = `${event.source}:${event.entity}:${item.entityId}:${action}:v${item.version ?? sequence}`;
    const envelope = {
      id,
      type: event.type,
      contract_version: context.contractVersion,
      idempotency_key: idempotencyKey,
      org: item.orgCode,
      occurred_at: context.now.toISOString(),
      source: event.source,
      entity: event.entity,
      entity_id: item.entityId,
      sequence,
      data: parsed.data,
    };
    return {
      id,
      source: event.source,
      target: event.target,
      type: event.type,
      contract_version: context.contractVersion,
      org: item.orgId,
      org_code: item.orgCode,
      entity: event.entity,
      entity_id: item.entityId,
      sequence,
      idempotency_key: idempotencyKey,
      occurred_at: envelope.occurred_at,
      body: JSON.stringify(envelope),
      request_id: context.requestId,
    };
  });
  tx.atCommit(
    `insert into kernel.outbox (id, source, target, type, contract_version, org, org_code, entity, entity_id, sequence, idempotency_key, occurred_at, body, request_id)
     select r.id, r.source, r.target, r.type, r.contract_version, r.org, r.org_code, r.entity, r.entity_id, r.sequence, r.idempotency_key, r.occurred_at, r.body, r.request_id
     from jsonb_to_recordset($1::jsonb) as r(id uuid, source text, target text, type text, contract_version text, org uuid, org_code text, entity text,
       entity_id text, sequence int, idempotency_key text, occurred_at timestamptz, body text, request_id text)`,
    [JSON.stringify(rows)],
  );
  return rows.map(({ id, target }) => ({ id, target }));
}

const entityKey = (source: string, entity: string, entityId: string) => `${source} ${entity} ${entityId}`;

/** Takes as many numbers per entity as are needed, in a fixed order so that two writers cannot deadlock. */
async function reserveSequences(tx: Tx, outgoing: readonly OutgoingEvent[]): Promise<(item: OutgoingEvent) => number> {
  const wanted = new Map<string, { source: string; entity: string; entity_id: string; n: number }>();
  for (const { event, entityId } of outgoing) {
    const key = entityKey(event.source, event.entity, entityId);
    const entry = wanted.get(key) ?? { source: event.source, entity: event.entity, entity_id: entityId, n: 0 };
    entry.n += 1;
    wanted.set(key, entry);
  }
  const ordered = [...wanted.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  const rows = await tx.query<{ source: string; entity: string; entity_id: string; last_sequence: number }>(
    `insert into kernel.event_sequence as s (source, entity, entity_id, last_sequence)
     select r.source, r.entity, r.entity_id, r.n from jsonb_to_recordset($1::jsonb) as r(source text, entity text, entity_id text, n int)
     on conflict (source, entity, entity_id) do update set last_sequence = s.last_sequence + excluded.last_sequence
     returning source, entity, entity_id, last_sequence`,
    [JSON.stringify(ordered)],
  );
  const next = new Map(
    rows.map((row) => {
      const key = entityKey(row.source, row.entity, row.entity_id);
      return [key, row.last_sequence - (wanted.get(key)?.n ?? 0)];
    }),
  );
  return ({ event, entityId }) => {
    const key = entityKey(event.source, event.entity, entityId);
    const sequence = (next.get(key) ?? 0) + 1;
    next.set(key, sequence);
    return sequence;
  };
}
