import type { Tx } from '../database/transaction.ts';

/**
 * A transaction that remembers whether it was used to write. Whatever is no plain `select` counts as
 * writing. It asks the database nothing, so watching costs nothing.
 */
export function watchWrites(tx: Tx): { readonly watched: Tx; readonly hasWritten: () => boolean } {
  let written = false;
  const note = (sql: string) => {
    if (!/^\s*select\b/i.test(sql)) written = true;
    return sql;
  };
  const watched: Tx = {
    query: (sql, params) => tx.query(note(sql), params),
    maybe: (sql, params) => tx.maybe(note(sql), params),
    one: (sql, params) => tx.one(note(sql), params),
    insert: (table, row) => {
      written = true;
      return tx.insert(table, row);
    },
    insertMany: (table, rows) => {
      written = true;
      return tx.insertMany(table, rows);
    },
    update: (table, id, change) => {
      written = true;
      return tx.update(table, id, change);
    },
    atCommit: (sql, params) => {
      tx.atCommit(note(sql), params);
    },
    insertAtCommit: (table, rows) => {
      written = true;
      tx.insertAtCommit(table, rows);
    },
    updateAtCommit: (table, held, change) => {
      written = true;
      tx.updateAtCommit(table, held, change);
    },
    flush: () => tx.flush(),
  };
  return { watched, hasWritten: () => written };
}
