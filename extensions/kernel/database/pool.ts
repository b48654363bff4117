import pg from 'pg';
import { statementName } from './statement-name.ts';
import { types } from './types.ts';

function openPool(connectionString: string, max: number, applicationName: string, options?: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    types,
    // Statements that do not wait for each other's rows travel together: a round trip costs more than most of them.
    pipeline: true,
    application_name: applicationName,
    ...(options !== undefined && { options }),
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  });
  // An idle connection that the server closes must not end the process; the next query opens another.
  pool.on('error', () => undefined);
  return pool;
}

/**
 * A pool of connections under a role that owns nothing, so row security always applies. They work
 * for nobody until a transaction says for whom.
 * @param max connections
 */
export const createPool = (connectionString: string, max: number, applicationName: string): pg.Pool => openPool(connectionString, max, applicationName);

/** Single statements of the system, each its own transaction: one round trip instead of three. */
export interface SystemStatements {
  run<R extends pg.QueryResultRow>(sql: string, params: readonly unknown[]): Promise<R[]>;
  end(): Promise<void>;
}

/** Connections that work for the system from their start, under the same role and row security. Never handed to what serves a person. */
export function createSystemStatements(connectionString: string, max: number, applicationName: string): SystemStatements {
  // Without sequential scans for the reason that `CLAIM_TO_WRITE` gives.
  const pool = openPool(connectionString, max, applicationName, '-c app.user_id=system -c enable_seqscan=off');
  return {
    run: async <R extends pg.QueryResultRow>(text: string, params: readonly unknown[]) =>
      (await pool.query<R>({ name: statementName(text), text, values: [...params] })).rows,
    end: () => pool.end(),
  };
}
