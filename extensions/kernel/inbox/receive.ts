import type pg from 'pg';
import { allOrFirstError, inTransaction, type Tx } from '../database/transaction.ts';
import type { CommittedEffects } from '../http/context.ts';
import { reachFault } from '../fault-point.ts';
import { applyFrom, emptyEffects, orgOf, type ApplyEffects, type InboxSettings } from './apply.ts';
import { describeProblems, envelopeSchema, type Envelope } from './envelope.ts';

export type ReceiveStatus = 'applied' | 'duplicate' | 'waiting' | 'parked';

export interface Received {
  readonly status: ReceiveStatus;
  readonly reason?: string | undefined;
}

/** An event as it came. */
export interface Told {
  /** The id that the signature covers. */
  readonly id: string;
  readonly body: string;
  readonly signature: string | null;
}

interface Row {
  readonly status: 'waiting' | 'parked';
  readonly reason?: string;
}

/** Reads a verified body. What cannot be read is parked under the id that its signature covered. */
function parse(raw: string): Envelope | string {
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch (error) {
    return `not JSON: ${(error as Error).message}`;
  }
  const parsed = envelopeSchema.safeParse(json);
  return parsed.success ? parsed.data : `envelope: ${describeProblems(parsed.error)}`;
}

/** Why an event cannot be applied at all, or null. */
function parkReason(envelope: Envelope, settings: InboxSettings): string | null {
  if (envelope.contract_version !== settings.contractVersion)
    return `contract version ${envelope.contract_version}, this node speaks ${settings.contractVersion}`;
  const consumer = settings.consumers.get(envelope.type);
  if (!consumer) return `unknown type ${envelope.type}`;
  if (consumer.event.source !== envelope.source) return `${envelope.type} comes from ${consumer.event.source}, not from ${envelope.source}`;
  const data = consumer.event.data.safeParse(envelope.data);
  return data.success ? null : `data: ${describeProblems(data.error)}`;
}

/**
 * Records an event. One that is next of its entity, whose cursor is held by then, is recorded as
 * applied: that is what becomes of nearly all, and it saves them a second write.
 * @returns false when the event was recorded before
 */
async function record(tx: Tx, settings: InboxSettings, told: Told, envelope: Envelope | null, row: Row): Promise<boolean> {
  const inserted = await tx.query(
    `with its as (select $12 = 'waiting' and exists (
       select 1 from kernel.inbox_cursor where target = $1 and source = $3 and entity = $7 and entity_id = $8 and applied_sequence = $9::int - 1) as turn)
     insert into kernel.inbox (target, id, source, type, contract_version, org_code, org, entity, entity_id, sequence, idempotency_key, body, status, reason, applied_at, signature)
     select $1, $2, $3, $4, $5, $6, (select id from core_org where code = $6), $7, $8, $9::int, $10, $11,
       case when its.turn then 'applied' else $12 end, case when not its.turn then $13 end, case when its.turn then now() end, $14 from its
     on conflict do nothing returning 1 as inserted`,
    [
      settings.target,
      told.id,
      envelope?.source ?? settings.peer,
      envelope?.type ?? '?',
      envelope?.contract_version ?? '?',
      envelope?.org ?? null,
      envelope?.entity ?? null,
      envelope?.entity_id ?? null,
      envelope?.sequence ?? null,
      envelope?.idempotency_key ?? null,
      told.body,
      row.status,
      row.reason ?? null,
      told.signature,
    ],
  );
  return inserted.length > 0;
}

/** What was not recorded anew came before; another event under a key that was used is kept for an operator, never applied. */
async function toldBefore(tx: Tx, settings: InboxSettings, told: Told, envelope: Envelope): Promise<Received> {
  const user = await tx.maybe<{ id: string }>(
    `select id from kernel.inbox where target = $1 and source = $2 and idempotency_key = $3 and status <> 'parked' and id <> $4`,
    [settings.target, envelope.source, envelope.idempotency_key, told.id],
  );
  if (!user) return { status: 'duplicate' };
  const reason = `idempotency key ${envelope.idempotency_key} was used by event ${user.id}`;
  return (await record(tx, settings, told, envelope, { status: 'parked', reason })) ? { status: 'parked', reason } : { status: 'duplicate' };
}

/** Takes the entity's cursor and holds it: events of one entity are applied one after the other. */
async function lockCursor(tx: Tx, target: string, envelope: Envelope): Promise<number> {
  const row = await tx.one<{ applied_sequence: number }>(
    `insert into kernel.inbox_cursor as c (target, source, entity, entity_id) values ($1, $2, $3, $4)
     on conflict (target, source, entity, entity_id) do update set applied_sequence = c.applied_sequence returning applied_sequence`,
    [target, envelope.source, envelope.entity, envelope.entity_id],
  );
  return row.applied_sequence;
}

/**
 * Takes one verified event: applied once, in order, in the transaction that records it. What comes
 * too early waits, what cannot be applied is parked with its reason, what came before is a duplicate.
 * Any order and any repetition end in the same state.
 * @throws Error when applying failed; nothing is kept and the sender tries again
 */
export async function receiveEvent(pool: pg.Pool, settings: InboxSettings, told: Told): Promise<{ received: Received; effects: CommittedEffects }> {
  const envelope = parse(told.body);
  if (typeof envelope === 'string') return park(pool, settings, told, null, envelope);
  if (envelope.id !== told.id) return park(pool, settings, told, envelope, `envelope id ${envelope.id} is not the signed id`);

  return inTransaction(pool, { kind: 'system' }, async (tx) => {
    const effects: ApplyEffects = emptyEffects();
    const reason = parkReason(envelope, settings);
    const row: Row = reason ? { status: 'parked', reason } : { status: 'waiting', reason: 'waits for its predecessor' };
    // The lock is sent first, so whoever repeats this event waits here and then finds it recorded.
    const [applied, isNew, org] = await allOrFirstError([
      lockCursor(tx, settings.target, envelope),
      record(tx, settings, told, envelope, row),
      orgOf(tx, envelope.org),
    ]);
    if (!isNew) return { received: await toldBefore(tx, settings, told, envelope), effects };
    if (envelope.sequence <= applied) {
      // A second event under a number that was applied: kept for an operator, never applied.
      const why = `sequence ${envelope.sequence} was applied before`;
      await tx.query(`update kernel.inbox set status = 'parked', reason = $3 where target = $1 and id = $2`, [settings.target, told.id, why]);
      return { received: { status: 'parked', reason: why } as const, effects };
    }
    if (envelope.sequence !== applied + 1 || reason) return { received: { status: row.status, reason: row.reason }, effects };
    const received = await applyFrom(tx, settings, envelope, org, effects, { isRecorded: true });
    reachFault('ingest:before-commit');
    return { received, effects };
  });
}

async function park(pool: pg.Pool, settings: InboxSettings, told: Told, envelope: Envelope | null, reason: string) {
  const recorded = await inTransaction(pool, { kind: 'system' }, (tx) => record(tx, settings, told, envelope, { status: 'parked', reason }));
  const received: Received = recorded ? { status: 'parked', reason } : { status: 'duplicate' };
  return { received, effects: emptyEffects() };
}
