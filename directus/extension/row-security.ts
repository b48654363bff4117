import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';

interface PooledConnection {
  query(sql: string, params: readonly unknown[]): Promise<unknown>;
  __selvedgeActor?: string;
}
interface KnexClient {
  acquireConnection(): Promise<PooledConnection>;
}

const actors = new AsyncLocalStorage<string>();

/** The person this request is for, or undefined for nobody and the system. */
export function currentActor(): string | undefined {
  const actor = actors.getStore();
  return actor === undefined || actor === 'none' || actor === 'system' ? undefined : actor;
}

/** Runs work of the product inside Directus as the system, e.g. reading grants for a filter. */
export const asSystem = <T>(work: () => T): T => actors.run('system', work);

/**
 * Second belt under everything Directus does: each connection it takes from its pool carries the id
 * of whoever the request is for. Nobody by default, so sockets and stray code see no business row.
 */
export function secureDirectusPool(client: KnexClient): void {
  const acquire = client.acquireConnection.bind(client);
  client.acquireConnection = async () => {
    const connection = await acquire();
    const actor = actors.getStore() ?? 'none';
    if (connection.__selvedgeActor !== actor) {
      await connection.query(`select set_config('app.user_id', $1, false)`, [actor]);
      connection.__selvedgeActor = actor;
    }
    return connection;
  };
}

/** After Directus knows who asks, everything further runs as that person. */
export function carryActor(request: Request & { accountability?: { user?: string | null } }, _response: Response, next: NextFunction): void {
  actors.run(request.accountability?.user ?? 'none', next);
}
