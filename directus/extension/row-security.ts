import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';

interface PooledConnection {
  query(sql: string, params: readonly unknown[]): Promise<unknown>;
  __selvedgeActor?: string;
}
interface KnexClient {
  acquireConnection(): Promise<PooledConnection>;
}

/** The actor of a request without a person, and of stray code: sees no business row. */
export const NOBODY = 'none';

/** One request to Directus: whom it is for, and what was asked once and holds to its end. */
export interface DirectusRequest {
  readonly actor: string;
  liveRoles?: Promise<readonly LiveRole[]>;
}

export interface LiveRole {
  readonly person: string;
  readonly role: string;
  readonly org: string;
}

const requests = new AsyncLocalStorage<DirectusRequest>();

/** The request that is being answered, or undefined outside of any. */
export const currentRequest = (): DirectusRequest | undefined => requests.getStore();

/**
 * Second belt under everything Directus does: each connection it takes from its pool carries the id
 * of whoever the request is for. Nobody by default, so sockets and stray code see no business row.
 */
export function secureDirectusPool(client: KnexClient): void {
  const acquire = client.acquireConnection.bind(client);
  client.acquireConnection = async () => {
    const connection = await acquire();
    const actor = requests.getStore()?.actor ?? NOBODY;
    if (connection.__selvedgeActor !== actor) {
      await connection.query(`select set_config('app.user_id', $1, false)`, [actor]);
      connection.__selvedgeActor = actor;
    }
    return connection;
  };
}

/** After Directus knows who asks, everything further runs as that person. */
export function carryActor(request: Request & { accountability?: { user?: string | null } }, _response: Response, next: NextFunction): void {
  requests.run({ actor: request.accountability?.user ?? NOBODY }, next);
}
