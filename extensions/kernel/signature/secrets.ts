import type pg from 'pg';
import { inTransaction, type Row, type Tx } from '../database/transaction.ts';
import { conflict, notFound } from '../errors.ts';
import type { Bilingual } from '../gate/decision.ts';
import { digestOfKey, newEventKey, type EventKey } from './event-keys.ts';
import { newWebhookSecret, seal, unseal } from './secret-box.ts';

export interface Direction {
  readonly source: string;
  readonly target: string;
}

/** What signs and verifies, and what a sender shows besides (docs/decisions/0080-event-keys.md). */
export type CredentialKind = 'secret' | 'key';

/** What one direction goes by at the moment, the newest first. */
export interface Credentials {
  readonly secrets: readonly { readonly id: string; readonly secret: string }[];
  readonly keys: readonly EventKey[];
  /** When the direction got its first key, ended or not. */
  readonly firstKeyAt: Date | null;
}

interface CredentialRow extends Row {
  id: string;
  kind: CredentialKind;
  ciphertext: Buffer | null;
  digest: Buffer | null;
  first_key_at: Date | null;
}

/** What is made new, and whether this node will send with it: only then it keeps an event key itself. */
export interface Rotation extends Direction {
  readonly kind: CredentialKind;
  readonly isSender: boolean;
  /** How long the earlier ones stay valid. */
  readonly overlapSeconds: number;
  /** What the other node made; otherwise one is made here. */
  readonly given?: string | undefined;
}

const NAMES: Readonly<Record<CredentialKind, Bilingual>> = { secret: { en: 'secret', tr: 'webhook anahtarı' }, key: { en: 'event key', tr: 'olay anahtarı' } };

/** How long a process may go on with the secrets it read, in milliseconds. */
const FRESH_MS = 1_000;
/** A use is noted this often at most, in milliseconds: knowing the minute is enough, and a write per event is not cheap. */
const NOTED_EVERY_MS = 60_000;

const activeRows = (tx: Tx, { source, target }: Direction) =>
  tx.query<CredentialRow>(
    `select id, kind, ciphertext, digest,
       (select min(created_at) from kernel.webhook_secret first where first.source = $1 and first.target = $2 and first.kind = 'key') as first_key_at
     from kernel.webhook_secret
     where source = $1 and target = $2 and revoked_at is null and (expires_at is null or expires_at > now()) order by created_at desc, id`,
    [source, target],
  );

/** The webhook secrets and event keys of this node, read at most once a second. */
export class SecretStore {
  readonly #pool: pg.Pool;
  readonly #passphrase: string;
  readonly #cache = new Map<string, { at: number; active: Promise<Credentials> }>();
  readonly #noted = new Map<string, number>();

  constructor(pool: pg.Pool, passphrase: string) {
    this.#pool = pool;
    this.#passphrase = passphrase;
  }

  async active(direction: Direction): Promise<Credentials> {
    const name = `${direction.source}>${direction.target}`;
    const cached = this.#cache.get(name);
    if (cached && Date.now() - cached.at < FRESH_MS) return cached.active;
    const active = inTransaction(this.#pool, { kind: 'system' }, (tx) => activeRows(tx, direction), 'read').then((rows) => this.#open(rows));
    this.#cache.set(name, { at: Date.now(), active });
    active.catch(() => this.#cache.delete(name));
    return active;
  }

  #open(rows: readonly CredentialRow[]): Credentials {
    const plain = ({ ciphertext }: CredentialRow) => (ciphertext === null ? null : unseal(ciphertext, this.#passphrase));
    return {
      secrets: rows.filter((row) => row.kind === 'secret').map((row) => ({ id: row.id, secret: plain(row) as string })),
      keys: rows.filter((row) => row.kind === 'key').map((row) => ({ id: row.id, digest: row.digest as Buffer, plain: plain(row) })),
      firstKeyAt: rows[0]?.first_key_at ?? null,
    };
  }

  /** Keeps the first secret of a direction, as both nodes were given it at their first start. */
  async ensure(direction: Direction, first: string): Promise<void> {
    await inTransaction(this.#pool, { kind: 'system' }, async (tx) => {
      await tx.query('select pg_advisory_xact_lock(7274003)');
      const { n } = await tx.one<{ n: number }>(`select count(*) as n from kernel.webhook_secret where source = $1 and target = $2 and kind = 'secret'`, [
        direction.source,
        direction.target,
      ]);
      if (n === 0) await this.#insert(tx, { ...direction, kind: 'secret', isSender: true, overlapSeconds: 0 }, first);
    });
  }

  /**
   * Adds a secret or a key and lets the others of its kind end after an overlap in which all are accepted.
   * The same one must be added on the other node.
   */
  async rotate(tx: Tx, rotation: Rotation): Promise<{ id: string; secret: string }> {
    const { source, target, kind, overlapSeconds, given } = rotation;
    const secret = given ?? (kind === 'secret' ? newWebhookSecret() : newEventKey());
    await tx.query(
      `update kernel.webhook_secret set expires_at = least(coalesce(expires_at, 'infinity'), now() + make_interval(secs => $3))
       where source = $1 and target = $2 and kind = $4 and revoked_at is null`,
      [source, target, overlapSeconds, kind],
    );
    this.#cache.clear();
    return { id: await this.#insert(tx, rotation, secret), secret };
  }

  /**
   * Ends a secret or a key now.
   * @throws Refusal NOT_FOUND, SECRET_REVOKED, SECRET_LAST_ACTIVE when no other of its kind and direction stays valid
   */
  async revoke(tx: Tx, kind: CredentialKind, id: string, now: Date): Promise<Direction> {
    const direction = await tx.maybe<Direction & Row>('select source, target from kernel.webhook_secret where id = $1 and kind = $2', [id, kind]);
    if (!direction) throw notFound();
    const rows = await tx.query<{ id: string; revoked_at: Date | null; expires_at: Date | null }>(
      'select id, revoked_at, expires_at from kernel.webhook_secret where source = $1 and target = $2 and kind = $3 order by id for update',
      [direction.source, direction.target, kind],
    );
    const { en, tr } = NAMES[kind];
    if (rows.some((row) => row.id === id && row.revoked_at !== null))
      throw conflict('SECRET_REVOKED', { en: `This ${en} was revoked before.`, tr: `Bu ${tr} daha önce iptal edilmiş.` });
    if (!rows.some((row) => row.id !== id && row.revoked_at === null && row.expires_at === null))
      throw conflict('SECRET_LAST_ACTIVE', {
        en: `It is the last ${en} from ${direction.source} to ${direction.target} that stays valid; create another first, or no event could be verified.`,
        tr: `${direction.source} → ${direction.target} yönünün geçerli kalan son ${tr}; önce bir başkasını oluşturun, yoksa hiçbir olay doğrulanamaz.`,
      });
    await tx.query('update kernel.webhook_secret set revoked_at = $2 where id = $1', [id, now]);
    this.#cache.clear();
    return direction;
  }

  /** Notes that a secret or a key proved something. Never throws and never waits: an event does not depend on it. */
  noteUsed(id: string): void {
    const now = Date.now();
    if (now - (this.#noted.get(id) ?? 0) < NOTED_EVERY_MS) return;
    this.#noted.set(id, now);
    inTransaction(this.#pool, { kind: 'system' }, (tx) => tx.query('update kernel.webhook_secret set last_used_at = now() where id = $1', [id])).catch(() =>
      this.#noted.delete(id),
    );
  }

  async #insert(tx: Tx, { source, target, kind, isSender }: Rotation, plain: string): Promise<string> {
    const row = await tx.one<{ id: string }>(
      'insert into kernel.webhook_secret (source, target, kind, ciphertext, digest, created_at) values ($1, $2, $3, $4, $5, clock_timestamp()) returning id',
      [source, target, kind, kind === 'secret' || isSender ? seal(plain, this.#passphrase) : null, kind === 'key' ? digestOfKey(plain) : null],
    );
    return row.id;
  }
}
