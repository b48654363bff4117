import { allOrFirstError, type Tx } from '../database/transaction.ts';
import { appendAudit, type AuditEntry } from '../audit/append.ts';
import type { Change } from '../http/context.ts';
import { emitEvents, type EmittedEvent } from '../outbox/emit.ts';
import type { OutgoingEvent } from '../outbox/event-type.ts';
import { WaitsFor, type Consumer, type ConsumerContext } from './consumer.ts';
import { describeProblems, envelopeSchema, type Envelope } from './envelope.ts';
import type { Clock } from '../clock.ts';

export interface InboxSettings {
  readonly target: string;
  /** The system whose signature was verified. */
  readonly peer: string;
  readonly contractVersion: string;
  readonly consumers: ReadonlyMap<string, Consumer>;
  readonly clock: Clock;
}

/** What applying caused, told to the outside only after commit. */
export interface ApplyEffects {
  outboxIds: EmittedEvent[];
  changes: Change[];
}

export const emptyEffects = (): ApplyEffects => ({ outboxIds: [], changes: [] });

interface HeldRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly body: string;
  readonly status: 'waiting' | 'parked';
}

async function orgOf(tx: Tx, code: string): Promise<{ id: string; code: string } | null | undefined> {
  if (code === '*') return null;
  return tx.maybe<{ id: string; code: string }>('select id, code from core_org where code = $1', [code]);
}

const limitTo = (tx: Tx, orgId: string) => tx.query(`select set_config('app.system_org', $1, true)`, [orgId]);

const mark = (tx: Tx, target: string, id: string, status: string, reason: string | null, waitingFor: string | null) =>
  tx.query(
    `update kernel.inbox set status = $3, reason = $4, waiting_for = $5, org = (select id from core_org where code = org_code),
       applied_at = case when $3 = 'applied' then now() end,
       next_attempt_at = now() + least(interval '5 minutes', interval '1 second' + (now() - received_at) / 2) where target = $1 and id = $2`,
    [target, id, status, reason, waitingFor],
  );

/** Applies one event; returns why it could not be, if so. */
async function applyOne(
  tx: Tx,
  settings: InboxSettings,
  envelope: Envelope,
  effects: ApplyEffects,
): Promise<{ waitingFor: string } | { parked: string } | null> {
  const consumer = settings.consumers.get(envelope.type);
  if (!consumer) return { parked: `unknown type ${envelope.type}` };
  const data = consumer.event.data.safeParse(envelope.data);
  if (!data.success) return { parked: `data: ${describeProblems(data.error)}` };
  const org = await orgOf(tx, envelope.org);
  if (org === undefined) return { waitingFor: `org:${envelope.org}` };

  const outgoing: OutgoingEvent[] = [];
  const audits: AuditEntry[] = [];
  const changes: Change[] = [];
  const context: ConsumerContext = {
    tx,
    now: settings.clock.now(),
    org,
    emit: (event, entityId, payload, version) => {
      outgoing.push({ event, orgId: org?.id ?? null, orgCode: envelope.org, entityId, data: payload, version });
    },
    changed: (collection, id, change = {}) => {
      audits.push({
        org: org?.id ?? null,
        actor: 'system',
        command: envelope.type,
        subjectType: collection,
        subjectId: id,
        before: change.before,
        after: change.after,
        requestId: envelope.id,
      });
      if (org) changes.push({ system: settings.target, collection, id, org: org.id, type: envelope.type });
    },
  };
  // The event of one org can touch that org's rows alone, whatever its data says.
  const limited = org ? limitTo(tx, org.id) : Promise.resolve([]);
  const [waits] = await allOrFirstError([
    consumer.apply(context, {
      id: envelope.id,
      type: envelope.type,
      orgCode: envelope.org,
      entityId: envelope.entity_id,
      occurredAt: new Date(envelope.occurred_at),
      sequence: envelope.sequence,
      data: data.data as never,
    }),
    limited,
  ]);
  if (waits instanceof WaitsFor) {
    await limitTo(tx, '');
    return { waitingFor: waits.key };
  }
  const [, emitted] = await allOrFirstError([
    limitTo(tx, ''),
    emitEvents(tx, outgoing, { contractVersion: settings.contractVersion, now: context.now, requestId: envelope.id }),
    appendAudit(tx, audits),
    mark(tx, settings.target, envelope.id, 'applied', null, null),
  ]);
  effects.outboxIds.push(...emitted);
  effects.changes.push(...changes);
  return null;
}

/**
 * Applies an event and every later one of its entity that was waiting for it, then those of other
 * entities that waited for this entity to be known. The entity's cursor is held by the caller.
 */
export async function applyFrom(
  tx: Tx,
  settings: InboxSettings,
  first: Envelope,
  applied: number,
  effects: ApplyEffects,
): Promise<{ status: 'applied' | 'waiting' | 'parked'; reason?: string }> {
  let envelope: Envelope | undefined = first;
  let sequence = applied;
  let outcome: { status: 'applied' | 'waiting' | 'parked'; reason?: string } = { status: 'applied' };
  while (envelope) {
    const stopped = await applyOne(tx, settings, envelope, effects);
    if (stopped) {
      const held =
        'parked' in stopped
          ? { status: 'parked' as const, reason: stopped.parked, waitingFor: null }
          : { status: 'waiting' as const, reason: `waits until ${stopped.waitingFor} is known`, waitingFor: stopped.waitingFor };
      await mark(tx, settings.target, envelope.id, held.status, held.reason, held.waitingFor);
      if (envelope === first) outcome = { status: held.status, reason: held.reason };
      break;
    }
    sequence = envelope.sequence;
    envelope = await nextHeld(tx, settings.target, envelope, sequence + 1);
  }
  if (sequence > applied) {
    const cursor = [settings.target, first.source, first.entity, first.entity_id, sequence];
    await allOrFirstError([
      tx.query('update kernel.inbox_cursor set applied_sequence = $5 where target = $1 and source = $2 and entity = $3 and entity_id = $4', cursor),
      releaseWaiting(tx, settings, `${first.entity}:${first.entity_id}`, effects),
    ]);
  }
  return outcome;
}

/** The next event of the same entity, when it is here and not parked. A parked one holds up its own entity. */
async function nextHeld(tx: Tx, target: string, { source, entity, entity_id }: Envelope, sequence: number): Promise<Envelope | undefined> {
  const row = await tx.maybe<HeldRow>(
    `select id, body, status from kernel.inbox where target = $1 and source = $2 and entity = $3 and entity_id = $4 and sequence = $5 and status in ('waiting', 'parked')
     order by position limit 1`,
    [target, source, entity, entity_id, sequence],
  );
  return row?.status === 'waiting' ? envelopeSchema.parse(JSON.parse(row.body)) : undefined;
}

/** Applies what waited for an entity to become known. Each has its own cursor. */
export async function releaseWaiting(tx: Tx, settings: InboxSettings, key: string, effects: ApplyEffects): Promise<void> {
  const rows = await tx.query<HeldRow>(
    `select id, body, status from kernel.inbox where target = $1 and waiting_for = $2 and status = 'waiting' order by position`,
    [settings.target, key],
  );
  for (const row of rows) {
    const envelope = envelopeSchema.parse(JSON.parse(row.body));
    const cursor = await tx.maybe<{ applied_sequence: number }>(
      // Somebody else may hold this cursor and wait for ours; the sweep picks the event up then.
      `select applied_sequence from kernel.inbox_cursor where target = $1 and source = $2 and entity = $3 and entity_id = $4 for update skip locked`,
      [settings.target, envelope.source, envelope.entity, envelope.entity_id],
    );
    if (cursor && envelope.sequence === cursor.applied_sequence + 1) await applyFrom(tx, settings, envelope, cursor.applied_sequence, effects);
  }
}
