import type pg from 'pg';
import type { SystemStatements } from '../database/pool.ts';
import { inTransaction, type Row } from '../database/transaction.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../http/context.ts';
import { keyHeaders } from '../signature/event-keys.ts';
import { sign, signatureOf } from '../signature/standard-webhooks.ts';
import type { SecretStore } from '../signature/secrets.ts';
import { reachFault } from '../fault-point.ts';
import { isUnreachable, post } from './post.ts';
import { retryDelayMs } from './schedule.ts';

export interface DeliverySettings {
  readonly pool: pg.Pool;
  readonly statements: SystemStatements;
  readonly secrets: SecretStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Where each system listens for events. */
  readonly urlOf: (target: string) => string;
  readonly retryScale: number;
}

interface OutboxRow extends Row {
  id: string;
  source: string;
  target: string;
  type: string;
  body: string;
  attempts: number;
  status: string;
}

export type DeliveryOutcome = { readonly outcome: 'delivered' | 'gone' | 'dead' } | { readonly outcome: 'retry'; readonly delayMs: number };

/** What a proxy answers in place of a node that is away. */
const ABSENT: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * Delivers one outbox row and writes down what came of it. At-least-once: a crash between the
 * answer and the note repeats the delivery, and the receiver's inbox makes that harmless.
 */
export async function deliver(settings: DeliverySettings, outboxId: string): Promise<DeliveryOutcome> {
  const { pool, statements, clock } = settings;
  const [row] = await statements.run<OutboxRow>('select id, source, target, type, body, attempts, status from kernel.outbox where id = $1', [outboxId]);
  if (!row || row.status !== 'pending') return { outcome: 'gone' };
  reachFault('delivery:before-post');
  const failure = await attempt(settings, row);
  reachFault(failure === null ? 'delivery:after-note' : 'delivery:after-failure');
  if (failure === null) return { outcome: 'delivered' };

  const failures = row.attempts + 1;
  const delayMs = retryDelayMs(failures, Math.random(), settings.retryScale);
  await inTransaction(pool, { kind: 'system' }, (tx) =>
    tx.query(
      `update kernel.outbox set attempts = $2, last_error = $3, unreachable = $4, status = $5, next_attempt_at = $6, signature = $7 where id = $1 and status = 'pending'`,
      [
        row.id,
        failures,
        failure.why.slice(0, 500),
        failure.unreachable,
        delayMs === null ? 'dead' : 'pending',
        new Date(clock.now().getTime() + (delayMs ?? 0)),
        failure.signature,
      ],
    ),
  );
  if (delayMs !== null) return { outcome: 'retry', delayMs };
  settings.log.error({ outboxId: row.id, type: row.type, target: row.target }, 'event is a dead letter');
  return { outcome: 'dead' };
}

interface Failure {
  readonly why: string;
  /** The other side was not there at all; what it answered or how long it took says nothing of that. */
  readonly unreachable: boolean;
  /** What it was sent with, when it came that far. */
  readonly signature: string | null;
}

/** @returns why it failed, or null when the other side took it and that was noted */
async function attempt({ statements, secrets, clock, urlOf }: DeliverySettings, row: OutboxRow): Promise<Failure | null> {
  let signature: string | null = null;
  try {
    const active = await secrets.active({ source: row.source, target: row.target });
    if (active.secrets.length === 0) return { why: `no webhook secret for ${row.source} to ${row.target}`, unreachable: false, signature };
    const headers = sign(
      active.secrets.map(({ secret }) => secret),
      row.id,
      clock.now(),
      row.body,
    );
    signature = signatureOf(headers);
    const answer = await post(urlOf(row.target), { ...headers, ...keyHeaders(active.keys), 'x-selvedge-source': row.source }, row.body);
    if (answer.status < 200 || answer.status > 299)
      return { why: `${answer.status} ${answer.body.slice(0, 300)}`, unreachable: ABSENT.has(answer.status), signature };
    reachFault('delivery:after-post');
    await statements.run(
      `update kernel.outbox set status = 'delivered', attempts = attempts + 1, delivered_at = $2, answer = $3, last_error = null, signature = $4 where id = $1 and status = 'pending'`,
      [row.id, clock.now(), answer.body.slice(0, 500), signature],
    );
    return null;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { why: code ? `${code}: ${message}` : message, unreachable: isUnreachable(error), signature };
  }
}
