import type pg from 'pg';
import { send } from './flight.ts';

/** Milliseconds an ended read may keep its snapshot while its connection is asked for nothing else. */
const LINGER_MS = 5;

const lingering = new WeakMap<pg.PoolClient, NodeJS.Timeout>();

/**
 * Ends a read without a round trip of its own: its commit leaves with whatever the connection does
 * next, in the same write, or by itself a moment later. Nothing can be lost by it, it wrote nothing.
 */
export function endRead(client: pg.PoolClient): void {
  const timer = setTimeout(() => {
    lingering.delete(client);
    // A connection that broke meanwhile ended its transaction too, and the pool hears of it by itself.
    send(client, 'commit').catch(() => undefined);
  }, LINGER_MS);
  lingering.set(client, timer.unref());
}

/** What must be sent before anything else on a connection that was taken from the pool. */
export function finishRead(client: pg.PoolClient): Promise<unknown> | undefined {
  const timer = lingering.get(client);
  if (timer === undefined) return undefined;
  clearTimeout(timer);
  lingering.delete(client);
  return send(client, 'commit');
}
