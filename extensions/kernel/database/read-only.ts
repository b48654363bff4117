import type { Tx } from './transaction.ts';

const WRITES = /\b(insert|update|delete|merge)\b/i;

/** A transaction for what may only be read. @throws Error, from each of its ways to write, lock, or become somebody else */
export function readOnly(tx: Tx): Tx {
  const refuse = (what: string): never => {
    throw new Error(`Only reading is done here: ${what.slice(0, 120)}`);
  };
  const checked = (sql: string): string => (WRITES.test(sql) ? refuse(sql) : sql);
  return {
    query: async (sql, params) => tx.query(checked(sql), params),
    maybe: async (sql, params) => tx.maybe(checked(sql), params),
    one: async (sql, params) => tx.one(checked(sql), params),
    insert: async (table) => refuse(`insert into ${table}`),
    insertMany: async (table) => refuse(`insert into ${table}`),
    update: async (table) => refuse(`update ${table}`),
    atCommit: refuse,
    insertAtCommit: (table) => refuse(`insert into ${table}`),
    updateAtCommit: (table) => refuse(`update ${table}`),
    // Whoever changes the actor of a transaction flushes it first.
    flush: async () => refuse('flush'),
  };
}
