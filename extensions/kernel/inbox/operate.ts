import type { Tx } from '../database/transaction.ts';
import { appendAudit } from '../audit/append.ts';
import { conflict, notFound } from '../errors.ts';
import { applyFrom, emptyEffects, orgOf, type ApplyEffects, type InboxSettings } from './apply.ts';
import { envelopeSchema } from './envelope.ts';

interface HeldRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly body: string;
  readonly status: string;
  readonly source: string;
  readonly entity: string | null;
  readonly entity_id: string | null;
  readonly sequence: number | null;
}

export interface Operator {
  readonly userId: string;
  readonly reason: string;
  readonly requestId: string;
}

async function hold(tx: Tx, target: string, id: string): Promise<HeldRow> {
  const row = await tx.maybe<HeldRow>(
    'select id, body, status, source, entity, entity_id, sequence from kernel.inbox where target = $1 and id = $2 for update',
    [target, id],
  );
  if (!row) throw notFound();
  if (row.status !== 'parked' && row.status !== 'waiting')
    throw conflict('EVENT_NOT_HELD', `Event ${id} is ${row.status}; only parked or waiting events are replayed or skipped.`, { status: row.status });
  return row;
}

const cursorOf = (tx: Tx, target: string, row: HeldRow) =>
  tx.one<{ applied_sequence: number }>(
    `insert into kernel.inbox_cursor as c (target, source, entity, entity_id) values ($1, $2, $3, $4)
     on conflict (target, source, entity, entity_id) do update set applied_sequence = c.applied_sequence returning applied_sequence`,
    [target, row.source, row.entity, row.entity_id],
  );

const note = (tx: Tx, command: string, row: HeldRow, operator: Operator) =>
  appendAudit(tx, [
    { org: null, actor: operator.userId, command, subjectType: 'inbox', subjectId: row.id, reason: operator.reason, requestId: operator.requestId },
  ]);

/** Tries a held event again, for instance after an upgrade taught this node its type. */
export async function replayHeld(tx: Tx, settings: InboxSettings, id: string, operator: Operator): Promise<ApplyEffects> {
  const row = await hold(tx, settings.target, id);
  const parsed = envelopeSchema.safeParse(JSON.parse(row.body));
  if (!parsed.success) throw conflict('EVENT_UNREADABLE', 'This event has no readable envelope; it can only be skipped.');
  if (parsed.data.contract_version !== settings.contractVersion)
    throw conflict('CONTRACT_VERSION_DIFFERS', `This event speaks contract ${parsed.data.contract_version}, this node ${settings.contractVersion}.`);
  const { applied_sequence: applied } = await cursorOf(tx, settings.target, row);
  const effects = emptyEffects();
  await tx.query('update kernel.inbox set replays = replays + 1 where target = $1 and id = $2', [settings.target, id]);
  if (parsed.data.sequence === applied + 1) await applyFrom(tx, settings, parsed.data, await orgOf(tx, parsed.data.org), effects);
  else
    await tx.query(`update kernel.inbox set status = 'waiting', reason = $3 where target = $1 and id = $2`, [
      settings.target,
      id,
      `waits for sequence ${applied + 1}`,
    ]);
  await note(tx, 'event.replay', row, operator);
  return effects;
}

/** Gives up on one held event, so that the later ones of its entity go on. Audited with its reason. */
export async function skipHeld(tx: Tx, settings: InboxSettings, id: string, operator: Operator): Promise<ApplyEffects> {
  const row = await hold(tx, settings.target, id);
  const effects = emptyEffects();
  await tx.query(`update kernel.inbox set status = 'skipped', reason = $3 where target = $1 and id = $2`, [settings.target, id, operator.reason]);
  await note(tx, 'event.skip', row, operator);
  if (row.sequence === null) return effects;
  const { applied_sequence: applied } = await cursorOf(tx, settings.target, row);
  if (row.sequence !== applied + 1) return effects;
  await tx.query('update kernel.inbox_cursor set applied_sequence = $5 where target = $1 and source = $2 and entity = $3 and entity_id = $4', [
    settings.target,
    row.source,
    row.entity,
    row.entity_id,
    row.sequence,
  ]);
  const next = await tx.maybe<{ body: string }>(
    `select body from kernel.inbox where target = $1 and source = $2 and entity = $3 and entity_id = $4 and sequence = $5 and status = 'waiting'`,
    [settings.target, row.source, row.entity, row.entity_id, row.sequence + 1],
  );
  if (next) {
    const envelope = envelopeSchema.parse(JSON.parse(next.body));
    await applyFrom(tx, settings, envelope, await orgOf(tx, envelope.org), effects);
  }
  return effects;
}
