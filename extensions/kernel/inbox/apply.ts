import { allOrFirstError, type Tx } from '../database/transaction.ts';
import { appendAudit, type AuditEntry } from '../audit/append.ts';
import type { Change } from '../http/context.ts';
import { emitEvents, type EmittedEvent } from '../outbox/emit.ts';
import type { OutgoingEvent } from '../outbox/event-type.ts';
import { WaitsFor, type Consumer, type ConsumerContext } from './consumer.ts';
import { describeProblems, envelopeSchema, type Envelope } from './envelope.ts';
import { watchWrites } from './watch-writes.ts';
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
  readonly body: string;
  readonly status: 'waiting' | 'parked';
  /** The next event of the same entity; else one of another entity that waited for this one. */
  readonly is_next: boolean;
}

/** The envelope's org on this node: null for reference data of the whole group, undefined when it is not known here. */
export type EventOrg = { readonly id: string; readonly code: string } | null | undefined;

export async function orgOf(tx: Tx, code: string): Promise<EventOrg> {
  if (code === '*') return null;
  return tx.maybe<{ id: string; code: string }>('select id, code from core_org where code = $1', [code]);
}

const mark = (
  tx: Tx,
  target: string,
  { id }: Envelope,
  orgId: string | undefined,
  { status, reason, waitingFor }: { readonly status: string; readonly reason: string | null; readonly waitingFor: string | null },
) =>
  tx.query(
    `update kernel.inbox set status = $3, reason = $4, waiting_for = $5, org = $6, applied_at = case when $3 = 'applied' then now() end,
       next_attempt_at = now() + least(interval '5 minutes', interval '1 second' + (now() - received_at) / 2) where target = $1 and id = $2`,
    [target, id, status, reason, waitingFor, orgId ?? null],
  );

interface HeldBack {
  readonly status: 'waiting' | 'parked';
  readonly reason: string;
  readonly waitingFor: string | null;
}

const waitsFor = (key: string): HeldBack => ({ status: 'waiting', reason: `waits until ${key} is known`, waitingFor: key });
const parked = (reason: string): HeldBack => ({ status: 'parked', reason, waitingFor: null });

/** What an applied event lets go on. */
interface Successors {
  readonly next: Envelope | undefined;
  readonly freed: readonly Envelope[];
}

/**
 * Applies one event and moves its entity's cursor; says why it could not be, if so, and has then changed nothing.
 * @throws Error when a consumer wrote and then asked to wait: what it wrote would be applied twice
 */
async function applyOne(
  tx: Tx,
  settings: InboxSettings,
  envelope: Envelope,
  org: EventOrg,
  effects: ApplyEffects,
  isRecorded: boolean,
): Promise<HeldBack | Successors> {
  const consumer = settings.consumers.get(envelope.type);
  if (!consumer) return parked(`unknown type ${envelope.type}`);
  const data = consumer.event.data.safeParse(envelope.data);
  if (!data.success) return parked(`data: ${describeProblems(data.error)}`);
  if (org === undefined) return waitsFor(`org:${envelope.org}`);

  const outgoing: OutgoingEvent[] = [];
  const audits: AuditEntry[] = [];
  const changes: Change[] = [];
  const { watched, hasWritten } = watchWrites(tx);
  const context: ConsumerContext = {
    tx: watched,
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
  const [, , waits] = await allOrFirstError([
    tx.flush(),
    // The event of one org can touch that org's rows alone, whatever its data says.
    tx.query(`select set_config('app.system_org', $1, true)`, [org?.id ?? '']),
    consumer.apply(context, {
      id: envelope.id,
      type: envelope.type,
      orgCode: envelope.org,
      entityId: envelope.entity_id,
      occurredAt: new Date(envelope.occurred_at),
      sequence: envelope.sequence,
      data: data.data as never,
    }),
  ]);
  if (waits instanceof WaitsFor) {
    if (hasWritten())
      throw new Error(
        `The consumer of ${envelope.type} wrote before it answered that it waits for ${waits.key}. Look first, then write; nothing of this was kept.`,
      );
    return waitsFor(waits.key);
  }
  appendAudit(tx, audits);
  const emitted = emitEvents(tx, outgoing, { contractVersion: settings.contractVersion, now: context.now, requestId: envelope.id });
  const [successors] = await allOrFirstError([
    advance(tx, settings.target, envelope),
    isRecorded ? Promise.resolve() : mark(tx, settings.target, envelope, org?.id, { status: 'applied', reason: null, waitingFor: null }),
  ]);
  effects.outboxIds.push(...emitted);
  effects.changes.push(...changes);
  return successors;
}

/** Moves the entity's cursor past an event and finds what that lets go on. A parked event holds up its own entity. */
async function advance(tx: Tx, target: string, { source, entity, entity_id, sequence }: Envelope): Promise<Successors> {
  const [, rows] = await allOrFirstError([
    tx.query('update kernel.inbox_cursor set applied_sequence = $5 where target = $1 and source = $2 and entity = $3 and entity_id = $4', [
      target,
      source,
      entity,
      entity_id,
      sequence,
    ]),
    tx.query<HeldRow>(
      `(select body, status, true as is_next from kernel.inbox
         where target = $1 and source = $2 and entity = $3 and entity_id = $4 and sequence = $5 and status in ('waiting', 'parked') order by position limit 1)
       union all
       (select body, status, false from kernel.inbox where target = $1 and waiting_for = $6 and status = 'waiting' order by position)`,
      [target, source, entity, entity_id, sequence + 1, `${entity}:${entity_id}`],
    ),
  ]);
  const read = (row: HeldRow) => envelopeSchema.parse(JSON.parse(row.body));
  const next = rows.find((row) => row.is_next && row.status === 'waiting');
  return { next: next && read(next), freed: rows.filter((row) => !row.is_next).map(read) };
}

/**
 * Applies an event and every later one of its entity that was waiting for it, then those of other
 * entities that waited for this entity to be known. The entity's cursor is held by the caller.
 * @param org of the first event; the others' are looked up
 * @param isRecorded the first event stands in the inbox as applied already
 */
export async function applyFrom(
  tx: Tx,
  settings: InboxSettings,
  first: Envelope,
  org: EventOrg,
  effects: ApplyEffects,
  { isRecorded } = { isRecorded: false },
): Promise<{ status: 'applied' | 'waiting' | 'parked'; reason?: string }> {
  let freed: readonly Envelope[] = [];
  let held: HeldBack | undefined;
  let envelope: Envelope | undefined = first;
  while (envelope && !held) {
    const itsOrg: EventOrg = envelope === first ? org : await orgOf(tx, envelope.org);
    const result: HeldBack | Successors = await applyOne(tx, settings, envelope, itsOrg, effects, isRecorded && envelope === first);
    if ('status' in result) {
      held = result;
      await mark(tx, settings.target, envelope, itsOrg?.id, held);
      if (envelope === first) return { status: held.status, reason: held.reason };
    } else {
      freed = result.freed;
      envelope = result.next;
    }
  }
  if (freed.length > 0) await applyFreed(tx, settings, freed, effects);
  return { status: 'applied' };
}

interface FreedRow {
  readonly [column: string]: unknown;
  readonly place: number;
  readonly applied_sequence: number;
  readonly org_id: string | null;
}

/**
 * Applies what waited for an entity to become known, as far as each is next of its own entity. One
 * look serves all: what the first of them sets off can only move another's cursor by applying it, and
 * then the number seen here no longer comes before its own.
 */
async function applyFreed(tx: Tx, settings: InboxSettings, freed: readonly Envelope[], effects: ApplyEffects): Promise<void> {
  const column = (of: (envelope: Envelope) => string) => freed.map(of);
  const rows = await tx.query<FreedRow>(
    // Somebody else may hold a cursor and wait for ours; the sweep picks the event up then.
    `select f.place, c.applied_sequence, o.id as org_id
     from unnest($2::text[], $3::text[], $4::text[], $5::text[]) with ordinality as f(source, entity, entity_id, org, place)
     join kernel.inbox_cursor c on c.target = $1 and c.source = f.source and c.entity = f.entity and c.entity_id = f.entity_id
     left join core_org o on o.code = f.org order by f.place for update of c skip locked`,
    [settings.target, column((one) => one.source), column((one) => one.entity), column((one) => one.entity_id), column((one) => one.org)],
  );
  for (const { place, applied_sequence: applied, org_id: orgId } of rows) {
    const envelope = freed[place - 1] as Envelope;
    const org = envelope.org === '*' ? null : orgId === null ? undefined : { id: orgId, code: envelope.org };
    if (envelope.sequence === applied + 1) await applyFrom(tx, settings, envelope, org, effects);
  }
}
