import type { Tx } from '../database/transaction.ts';
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

/** What an operator's act did to an event, and what it caused elsewhere. */
export interface Operated {
  readonly before: string;
  readonly after: { readonly status: string; readonly reason: string | null };
  readonly effects: ApplyEffects;
}

async function hold(tx: Tx, target: string, id: string): Promise<HeldRow> {
  const row = await tx.maybe<HeldRow>(
    'select id, body, status, source, entity, entity_id, sequence from kernel.inbox where target = $1 and id = $2 for update',
    [target, id],
  );
  if (!row) throw notFound();
  if (row.status !== 'parked' && row.status !== 'waiting')
    throw conflict(
      'EVENT_NOT_HELD',
      {
        en: `Event ${id} is ${row.status}; only parked or waiting events are replayed or skipped.`,
        tr: `${id} olayı artık bekletilmiyor; yalnız park edilen ya da bekleyen olaylar yinelenir veya atlanır.`,
      },
      { status: row.status },
    );
  return row;
}

/** What is no JSON was parked as well; it has no envelope then. */
function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const cursorOf = (tx: Tx, target: string, row: HeldRow) =>
  tx.one<{ applied_sequence: number }>(
    `insert into kernel.inbox_cursor as c (target, source, entity, entity_id) values ($1, $2, $3, $4)
     on conflict (target, source, entity, entity_id) do update set applied_sequence = c.applied_sequence returning applied_sequence`,
    [target, row.source, row.entity, row.entity_id],
  );

const outcome = (tx: Tx, target: string, id: string) =>
  tx.one<Operated['after'] & Record<string, unknown>>('select status, reason from kernel.inbox where target = $1 and id = $2', [target, id]);

/** Tries a held event again, for instance after an upgrade taught this node its type. */
export async function replayHeld(tx: Tx, settings: InboxSettings, id: string): Promise<Operated> {
  const row = await hold(tx, settings.target, id);
  const parsed = envelopeSchema.safeParse(readJson(row.body));
  if (!parsed.success)
    throw conflict('EVENT_UNREADABLE', {
      en: 'This event has no readable envelope; it can only be skipped.',
      tr: 'Bu olayın zarfı okunamıyor; yalnızca atlanabilir.',
    });
  if (parsed.data.contract_version !== settings.contractVersion)
    throw conflict('CONTRACT_VERSION_DIFFERS', {
      en: `This event speaks contract ${parsed.data.contract_version}, this node ${settings.contractVersion}.`,
      tr: `Bu olayın sözleşme sürümü ${parsed.data.contract_version}, bu düğümünki ${settings.contractVersion}.`,
    });
  const { idempotency_key: key, source } = parsed.data;
  const user = await tx.maybe<{ id: string }>(
    `select id from kernel.inbox where target = $1 and source = $2 and idempotency_key = $3 and status <> 'parked' and id <> $4`,
    [settings.target, source, key, id],
  );
  if (user)
    throw conflict('IDEMPOTENCY_KEY_USED', {
      en: `Event ${user.id} told the same under the key ${key}; this one can only be skipped.`,
      tr: `${user.id} olayı aynı şeyi ${key} anahtarıyla bildirmiş; bu olay yalnızca atlanabilir.`,
    });
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
  return { before: row.status, after: await outcome(tx, settings.target, id), effects };
}

/** Gives up on one held event, so that the later ones of its entity go on. */
export async function skipHeld(tx: Tx, settings: InboxSettings, id: string, reason: string): Promise<Operated> {
  const row = await hold(tx, settings.target, id);
  const effects = emptyEffects();
  const done = (): Operated => ({ before: row.status, after: { status: 'skipped', reason }, effects });
  await tx.query(`update kernel.inbox set status = 'skipped', reason = $3 where target = $1 and id = $2`, [settings.target, id, reason]);
  if (row.sequence === null) return done();
  const { applied_sequence: applied } = await cursorOf(tx, settings.target, row);
  if (row.sequence !== applied + 1) return done();
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
  return done();
}
