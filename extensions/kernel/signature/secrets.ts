import type pg from 'pg';
import { inTransaction, type Row, type Tx } from '../database/transaction.ts';
import { conflict, notFound } from '../errors.ts';
import { newWebhookSecret, seal, unseal } from './secret-box.ts';

export interface Direction {
  readonly source: string;
  readonly target: string;
}

interface SecretRow extends Row {
  id: string;
  ciphertext: Buffer;
}

/** How long a process may go on with the secrets it read, in milliseconds. */
const FRESH_MS = 1_000;
/** A use is noted this often at most, in milliseconds: knowing the minute is enough, and a write per event is not cheap. */
const NOTED_EVERY_MS = 60_000;

const activeSecrets = (tx: Tx, { source, target }: Direction) =>
  tx.query<SecretRow>(
    `select id, ciphertext from kernel.webhook_secret where source = $1 and target = $2 and revoked_at is null and (expires_at is null or expires_at > now())
     order by created_at desc, id`,
    [source, target],
  );

/** The webhook secrets of this node, newest first, read at most once a second. */
export class SecretStore {
  readonly #pool: pg.Pool;
  readonly #passphrase: string;
  readonly #cache = new Map<string, { at: number; secrets: Promise<{ id: string; secret: string }[]> }>();
  readonly #noted = new Map<string, number>();

  constructor(pool: pg.Pool, passphrase: string) {
    this.#pool = pool;
    this.#passphrase = passphrase;
  }

  async active(direction: Direction): Promise<{ id: string; secret: string }[]> {
    const key = `${direction.source}>${direction.target}`;
    const cached = this.#cache.get(key);
    if (cached && Date.now() - cached.at < FRESH_MS) return cached.secrets;
    const secrets = inTransaction(this.#pool, { kind: 'system' }, (tx) => activeSecrets(tx, direction), 'read').then((rows) =>
      rows.map(({ id, ciphertext }) => ({ id, secret: unseal(ciphertext, this.#passphrase) })),
    );
    this.#cache.set(key, { at: Date.now(), secrets });
    secrets.catch(() => this.#cache.delete(key));
    return secrets;
  }

  /** Keeps the first secret of a direction, as both nodes were given it at their first start. */
  async ensure(direction: Direction, first: string): Promise<void> {
    await inTransaction(this.#pool, { kind: 'system' }, async (tx) => {
      await tx.query('select pg_advisory_xact_lock(7274003)');
      const { n } = await tx.one<{ n: number }>('select count(*) as n from kernel.webhook_secret where source = $1 and target = $2', [
        direction.source,
        direction.target,
      ]);
      if (n === 0) await this.#insert(tx, direction, first);
    });
  }

  /**
   * Adds a secret and lets the others end after an overlap in which both are accepted.
   * The same secret must be added on the other node.
   * @param overlapSeconds how long the earlier ones stay valid
   */
  async rotate(tx: Tx, direction: Direction, overlapSeconds: number, secret = newWebhookSecret()): Promise<{ id: string; secret: string }> {
    await tx.query(
      `update kernel.webhook_secret set expires_at = least(coalesce(expires_at, 'infinity'), now() + make_interval(secs => $3)) where source = $1 and target = $2 and revoked_at is null`,
      [direction.source, direction.target, overlapSeconds],
    );
    this.#cache.clear();
    return { id: await this.#insert(tx, direction, secret), secret };
  }

  /**
   * Ends a secret now.
   * @throws Refusal NOT_FOUND, SECRET_REVOKED, SECRET_LAST_ACTIVE when no other of its direction stays valid
   */
  async revoke(tx: Tx, id: string, now: Date): Promise<Direction> {
    const direction = await tx.maybe<Direction & Row>('select source, target from kernel.webhook_secret where id = $1', [id]);
    if (!direction) throw notFound();
    const rows = await tx.query<{ id: string; revoked_at: Date | null; expires_at: Date | null }>(
      'select id, revoked_at, expires_at from kernel.webhook_secret where source = $1 and target = $2 order by id for update',
      [direction.source, direction.target],
    );
    if (rows.some((row) => row.id === id && row.revoked_at !== null))
      throw conflict('SECRET_REVOKED', { en: 'This secret was revoked before.', tr: 'Bu anahtar daha önce iptal edilmiş.' });
    if (!rows.some((row) => row.id !== id && row.revoked_at === null && row.expires_at === null))
      throw conflict('SECRET_LAST_ACTIVE', {
        en: `It is the last secret from ${direction.source} to ${direction.target} that stays valid; create another first, or no event could be verified.`,
        tr: `${direction.source} → ${direction.target} yönünün geçerli kalan son anahtarı; önce bir başkasını oluşturun, yoksa hiçbir olay doğrulanamaz.`,
      });
    await tx.query('update kernel.webhook_secret set revoked_at = $2 where id = $1', [id, now]);
    this.#cache.clear();
    return direction;
  }

  /** Notes that a secret signed or verified something. Never throws and never waits: an event does not depend on it. */
  noteUsed(id: string): void {
    const now = Date.now();
    if (now - (this.#noted.get(id) ?? 0) < NOTED_EVERY_MS) return;
    this.#noted.set(id, now);
    inTransaction(this.#pool, { kind: 'system' }, (tx) => tx.query('update kernel.webhook_secret set last_used_at = now() where id = $1', [id])).catch(() =>
      this.#noted.delete(id),
    );
  }

  async #insert(tx: Tx, { source, target }: Direction, secret: string): Promise<string> {
    const row = await tx.one<{ id: string }>(
      'insert into kernel.webhook_secret (source, target, ciphertext, created_at) values ($1, $2, $3, clock_timestamp()) returning id',
      [source, target, seal(secret, this.#passphrase)],
    );
    return row.id;
  }
}
