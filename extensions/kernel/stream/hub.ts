import type { Redis } from 'ioredis';
import type { Change, Log } from '../http/context.ts';

type Listener = (change: Change) => void;

/**
 * Tells every replica what changed, over Redis. Best effort by design: a missed message costs a
 * reader one refetch, never data.
 */
export class ChangeHub {
  readonly #channel: string;
  readonly #publisher: Redis;
  readonly #log: Log;
  readonly #listeners = new Set<Listener>();

  constructor(publisher: Redis, subscriber: Redis, prefix: string, log: Log) {
    this.#channel = `${prefix}:changes`;
    this.#publisher = publisher;
    this.#log = log;
    subscriber.subscribe(this.#channel).catch((error: unknown) => log.warn({ err: error }, 'live updates wait for Redis'));
    subscriber.on('message', (_channel, message) => {
      for (const change of JSON.parse(message) as Change[]) for (const listener of this.#listeners) listener(change);
    });
  }

  publish(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    this.#publisher.publish(this.#channel, JSON.stringify(changes)).catch((error: unknown) => this.#log.warn({ err: error }, 'live updates wait for Redis'));
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
