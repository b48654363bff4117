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

const entityKey = ({ event, entityId }: OutgoingEvent) => `${event.source} ${event.entity} ${entityId}`;

/**
 * Writes events to the outbox with the commit of the transaction that causes them. The sequence is gapless per
 * source and entity: its row stays locked until the end, and a rollback gives the number back.
 * @returns in the order in which they are to be sent
 * @throws Error when data does not fit the event's schema: a producer is strict with itself
 */
export function emitEvents(tx: Tx, outgoing: readonly OutgoingEvent[], context: EmitContext): EmittedEvent[] {
  // Entities in a fixed order, so that two writers cannot deadlock; the events of one in the order they happened.
  const ordered = outgoing.toSorted((one, other) => (entityKey(one) < entityKey(other) ? -1 : Number(entityKey(one) > entityKey(other))));
  return ordered.map((item) => {
    const row = rowOf(item, context);
    tx.atCommit(WRITE, Object.values(row));
    return { id: row.id, target: row.target };
  });
}

/** The parameters of WRITE, in its order: a row of the outbox, but for its number, which the database puts where `slot` stands. */
function rowOf(item: OutgoingEvent, context: EmitContext) {
  const { event, entityId } = item;
  const parsed = event.data.safeParse(item.data);
  if (!parsed.success) throw new Error(`Event ${event.type} does not fit its schema: ${parsed.error.message}`, { cause: parsed.error });
  const [id, slot] = [randomUUID(), randomUUID()];
  const action = event.type.slice(event.type.indexOf('.') + 1);
  const idempotencyKey = `${event.source}:${event.entity}:${entityId}:${action}:v${item.version ?? slot}`;
  const envelope = {
    id,
    type: event.type,
    contract_version: context.contractVersion,
    idempotency_key: idempotencyKey,
    org: item.orgCode,
    occurred_at: context.now.toISOString(),
    source: event.source,
    entity: event.entity,
    entity_id: entityId,
    sequence: slot,
    data: parsed.data,
  };
  return {
    id,
    slot,
    source: event.source,
    target: event.target,
    type: event.type,
    contract_version: context.contractVersion,
    org: item.orgId,
    org_code: item.orgCode,
    entity: event.entity,
    entity_id: entityId,
    idempotency_key: idempotencyKey,
    occurred_at: envelope.occurred_at,
    body: JSON.stringify(envelope),
    request_id: context.requestId,
  };
}

/**
 * Takes the entity's next number and writes the event with it: nobody waits for the number. A slot is a fresh UUID,
 * so nothing else in a body can read like one.
 */
const WRITE = `
  with taken as (
    insert into kernel.event_sequence as s (source, entity, entity_id, last_sequence) values ($3, $9, $10, 1)
    on conflict (source, entity, entity_id) do update set last_sequence = s.last_sequence + 1
    returning last_sequence, last_sequence::text as number)
  insert into kernel.outbox (id, source, target, type, contract_version, org, org_code, entity, entity_id, sequence, idempotency_key, occurred_at, body, request_id)
  select $1::uuid, $3, $4, $5, $6, $7::uuid, $8, $9, $10, last_sequence, replace($11, $2, number), $12::timestamptz,
    replace(replace($13, '"' || $2 || '"', number), $2, number), $14
  from taken`;
