import type pg from 'pg';
import { send } from './flight.ts';
import { endRead, finishRead } from './open-reads.ts';
import { inChunks, insertSql, joined, updateSql, type Statement } from './statements.ts';
import type { KernelTable, NewRow, TableName, Tables } from './tables.ts';

/** Who the database is told it works for. `system` with an org sees that org alone. */
export type Actor = { readonly kind: 'user'; readonly userId: string } | { readonly kind: 'system'; readonly orgId?: string };

export type Row = Record<string, unknown>;

/** One open transaction under row security. */
export interface Tx {
  query<R extends Row = Row>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /** The first row, or undefined. */
  maybe<R extends Row = Row>(sql: string, params?: readonly unknown[]): Promise<R | undefined>;
  /** The only row. @throws Error when there is none */
  one<R extends Row = Row>(sql: string, params?: readonly unknown[]): Promise<R>;
  insert<T extends TableName>(table: T, row: Partial<Tables[T]>): Promise<Tables[T]>;
  insertMany<T extends TableName>(table: T, rows: readonly Partial<Tables[T]>[]): Promise<Tables[T][]>;
  /** Changes one row by id. @throws Error when row security or a race hides it */
  update<T extends TableName>(table: T, id: string, change: Partial<Tables[T]>): Promise<Tables[T]>;
  /**
   * Keeps a statement that nothing in this transaction waits for or reads; it leaves with the commit,
   * in the same write. Should it fail, nothing is kept.
   */
  atCommit(sql: string, params: readonly unknown[]): void;
  /** Writes rows with the commit; all name the same columns. */
  insertAtCommit<T extends TableName | KernelTable>(table: T, rows: readonly NewRow<T>[]): void;
  /**
   * Changes a row with the commit. Only for one that this transaction holds: locked for a change, or
   * written by itself. Any other that row security hides would be passed over without a word.
   */
  updateAtCommit<T extends TableName>(table: T, held: { readonly id: string }, change: Partial<Tables[T]>): void;
  /** Sends what was kept for the commit now, before the actor of this transaction changes. */
  flush(): Promise<void>;
}

export function wrapClient(client: pg.PoolClient): Tx {
  const query = async <R extends Row>(sql: string, params: readonly unknown[] = []): Promise<R[]> => {
    return (await send<R>(client, sql, params)).rows;
  };
  const one = async <R extends Row>(sql: string, params?: readonly unknown[]): Promise<R> => {
    const [row] = await query<R>(sql, params);
    if (row === undefined) throw new Error(`Expected one row from: ${sql.slice(0, 120)}`);
    return row;
  };
  const insertMany = async <T extends TableName>(table: T, rows: readonly Partial<Tables[T]>[]): Promise<Tables[T][]> => {
    if (rows.length === 0) return [];
    const { sql, params } = insertSql(table, rows);
    return query<Tables[T] & Row>(`${sql} returning *`, params);
  };
  let kept: Statement[] = [];
  return {
    query,
    one,
    atCommit: (sql, params) => {
      kept.push({ sql, params });
    },
    insertAtCommit: (table, rows) => {
      kept.push(...inChunks(rows).map((chunk) => insertSql(table, chunk)));
    },
    updateAtCommit: (table, { id }, change) => {
      kept.push(updateSql(table, id, change));
    },
    flush: async () => {
      const statements = kept;
      kept = [];
      await allOrFirstError(joined(statements).map(({ sql, params }) => query(sql, params)));
    },
    maybe: async <R extends Row>(sql: string, params?: readonly unknown[]) => (await query<R>(sql, params))[0],
    insertMany,
    insert: async <T extends TableName>(table: T, row: Partial<Tables[T]>) => {
      const [inserted] = await insertMany(table, [row]);
      if (inserted === undefined) throw new Error(`Insert into ${table} returned nothing.`);
      return inserted;
    },
    update: async <T extends TableName>(table: T, id: string, change: Partial<Tables[T]>) => {
      const { sql, params } = updateSql(table, id, change);
      return one<Tables[T] & Row>(`${sql} returning *`, params);
    },
  };
}

const CLAIM = `select set_config('app.user_id', $1, true), set_config('app.system_org', $2, true)`;
// What writes finds its rows by key: planning it anew for each call's values costs more than it ever gains.
// And by an index: a plan made while a table was nearly empty would read all of it, and be kept while it grows.
const CLAIM_TO_WRITE = `${CLAIM}, set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)`;

/** Thrown to end a transaction without keeping anything, while still returning a value. */
class RolledBack<T> extends Error {
  readonly value: T;
  constructor(value: T) {
    super('rolled back as asked');
    this.value = value;
  }
}

/**
 * Waits for all of them and then throws the first error in their order: a failing statement fails
 * those sent after it with a message that says less.
 */
export async function allOrFirstError<T extends readonly unknown[]>(promises: readonly [...{ [K in keyof T]: Promise<T[K]> }]): Promise<T> {
  const results: PromiseSettledResult<unknown>[] = await Promise.allSettled(promises as readonly Promise<unknown>[]);
  const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error & { code?: string }] : []));
  // 25P02: "current transaction is aborted", the echo of another statement's error.
  const first = errors.find((error) => error.code !== '25P02') ?? errors[0];
  if (first !== undefined) throw first;
  return results.map((result) => (result.status === 'fulfilled' ? result.value : undefined)) as unknown as T;
}

/** Statements that are sent along with other work and wait for no answer of their own. */
export interface Besides {
  send(statement: Promise<unknown>): void;
  /** Waits for the work and for all that was sent beside it. @throws the error that broke the transaction, whoever met it first */
  until<T>(work: Promise<T>): Promise<T>;
}

export function besides(): Besides {
  const sent: Promise<unknown>[] = [];
  return {
    send: (statement) => {
      // It is asked for its error at the end; until then the error is nobody's.
      statement.catch(() => undefined);
      sent.push(statement);
    },
    until: async (work) => {
      const [value] = await allOrFirstError([
        work,
        work.then(
          () => allOrFirstError(sent),
          () => allOrFirstError(sent),
        ),
      ]);
      return value;
    },
  };
}

/**
 * Runs `work` in one transaction as `actor`. Commits when it resolves, rolls back when it throws.
 * The actor is set with `set_config(..., true)`: it ends with the transaction, so a pooled
 * connection never carries one request's identity into the next.
 */
export async function inTransaction<T>(pool: pg.Pool, actor: Actor, work: (tx: Tx) => Promise<T>, mode: 'write' | 'read' | 'rollback' = 'write'): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const tx = wrapClient(client);
    // Sent together with the first statement of the work; nothing runs before them, and none commits without them.
    const opened = Promise.all([
      finishRead(client),
      // Prepared like the rest, so that all of them leave in one write.
      tx.query(mode === 'read' ? 'begin read only' : 'begin'),
      tx.query(mode === 'read' ? CLAIM : CLAIM_TO_WRITE, [
        actor.kind === 'system' ? 'system' : actor.userId,
        actor.kind === 'system' ? (actor.orgId ?? '') : '',
      ]),
    ]);
    const [value] = await allOrFirstError([work(tx), opened]);
    if (mode === 'read') {
      endRead(client);
      return value;
    }
    if (mode === 'rollback') {
      await tx.flush();
      throw new RolledBack(value);
    }
    // The commit leaves together with what was kept for it: after a failure the server makes a rollback of it.
    const [, { command }] = await allOrFirstError([tx.flush(), send(client, 'commit')]);
    // PostgreSQL answers a commit after a swallowed error with ROLLBACK and no error of its own.
    if (command !== 'COMMIT') throw new Error('The transaction had failed before its end; nothing was kept.');
    return value;
  } catch (error) {
    try {
      await send(client, 'rollback');
    } catch (rollbackError) {
      // The connection is unusable; the pool must not hand it out again.
      broken = rollbackError as Error;
    }
    if (error instanceof RolledBack) return error.value as T;
    throw error;
  } finally {
    client.release(broken);
  }
}
