import pg from 'pg';

const NUMERIC = 1700;
const INT8 = 20;
const DATE = 1082;

// Exact values stay text: numeric as a decimal string, date as YYYY-MM-DD in no zone at all.
const types = new pg.TypeOverrides();
types.setTypeParser(NUMERIC, (value) => value);
types.setTypeParser(DATE, (value) => value);
types.setTypeParser(INT8, (value) => Number(value));

/**
 * A pool of connections under a role that owns nothing, so row security always applies.
 * @param max connections
 */
export function createPool(connectionString: string, max: number, applicationName: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    types,
    // Statements that do not wait for each other's rows travel together: a round trip costs more than most of them.
    pipeline: true,
    application_name: applicationName,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  });
  // An idle connection that the server closes must not end the process; the next query opens another.
  pool.on('error', () => undefined);
  return pool;
}
