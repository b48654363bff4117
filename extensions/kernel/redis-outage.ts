import type { Redis } from 'ioredis';
import type { Log } from './http/context.ts';

/** A connection, or what speaks over one, such as a queue. */
interface FailsNowAndThen {
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/**
 * Logs once that a connection to Redis was lost and once that it is back. The client tells of an error
 * at every attempt to connect, which would fill the log with one and the same.
 * @param name what the connection is for
 */
export function logOutages(name: string, speaker: FailsNowAndThen, connection: Redis, log: Log): void {
  let isAway = false;
  speaker.on('error', (error) => {
    if (isAway) return;
    // A queue tells of other mishaps as well; each of those is a line of its own.
    isAway = connection.status !== 'ready';
    log.warn({ err: error, connection: name }, isAway ? 'Redis is out of reach; it is tried again until it answers' : 'Redis answered with an error');
  });
  connection.on('ready', () => {
    if (isAway) log.info({ connection: name }, 'Redis is back');
    isAway = false;
  });
}
