import type { Row } from './transaction.ts';

/** One statement to be sent, with its parameters. */
export interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
  /** The table that it inserts into and does nothing else with. */
  readonly into?: string;
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
const quoteTable = (name: string) => name.split('.').map(quote).join('.');
const toParam = (value: unknown) =>
  value !== null && typeof value === 'object' && !(value instanceof Date) && !Buffer.isBuffer(value) ? JSON.stringify(value) : value;

export function insertSql(table: string, rows: readonly Row[]): Statement {
  const columns = Object.keys(rows[0] ?? {});
  const params: unknown[] = [];
  const tuples = rows.map((row) => `(${columns.map((column) => `$${params.push(toParam(row[column]))}`).join(', ')})`);
  return { sql: `insert into ${quoteTable(table)} (${columns.map(quote).join(', ')}) values ${tuples.join(', ')}`, params, into: table };
}

const MOST_ROWS = 64;

/** In powers of two, so that few statements are prepared however many rows there are. */
export function inChunks<R>(rows: readonly R[]): R[][] {
  const chunks: R[][] = [];
  for (let at = 0; at < rows.length; at += chunks.at(-1)?.length ?? 0) {
    const size = Math.min(MOST_ROWS, 2 ** Math.floor(Math.log2(rows.length - at)));
    chunks.push(rows.slice(at, at + size));
  }
  return chunks;
}

export function updateSql(table: string, id: string, change: Row): Statement {
  const columns = Object.keys(change);
  const sets = columns.map((column, i) => `${quote(column)} = $${i + 2}`);
  return { sql: `update ${quote(table)} set ${sets.join(', ')} where id = $1`, params: [id, ...columns.map((column) => toParam(change[column]))] };
}

/** Several inserts as one, each into a table of its own: their parameters count on. */
function asOne(inserts: readonly Statement[]): Statement {
  const params: unknown[] = [];
  const parts = inserts.map(({ sql, params: own }) => {
    const before = params.length;
    params.push(...own);
    return sql.replaceAll(/\$(\d+)/g, (_, n: string) => `$${Number(n) + before}`);
  });
  const last = parts.pop() ?? '';
  return { sql: `with ${parts.map((part, i) => `part_${i} as (${part})`).join(', ')} ${last}`, params };
}

/**
 * The same work in fewer statements: inserts that follow each other travel as one, since starting a statement costs the
 * server more than most inserts do. Only what inserts into different tables is put together, so nothing in one statement
 * can need to see what another part of it wrote; keys between tables are checked at its end.
 */
export function joined(statements: readonly Statement[]): Statement[] {
  const groups: Statement[][] = [];
  for (const statement of statements) {
    const group = groups.at(-1);
    const fits = statement.into !== undefined && group?.every(({ into }) => into !== undefined && into !== statement.into);
    if (fits) group?.push(statement);
    else groups.push([statement]);
  }
  return groups.map((group) => (group.length === 1 ? (group[0] as Statement) : asOne(group)));
}
