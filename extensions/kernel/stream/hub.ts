import type { Redis } from 'ioredis';
import type { Change, Log } from '../http/context.ts';

type Listener = (change: Change) => void;

/** Milliseconds in which changes gather before they are told: nobody sees the wait, and under load one message tells many. */
const GATHER_MS = 25;

/**
 * Tells every replica what changed, over Redis. Best effort by design: a missed message costs a
 * reader one refetch, never data.
 */
export class ChangeHub {
  readonly #channel: string;
  readonly #publisher: Redis;
  readonly #log: Log;
  readonly #listeners = new Set<Listener>();
  #gathered: Change[] = [];

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
    if (this.#gathered.length === 0) setTimeout(() => this.#tell(), GATHER_MS);
    this.#gathered.push(...changes);
  }

  #tell(): void {
    const changes = this.#gathered;
    this.#gathered = [];
    this.#publisher.publish(this.#channel, JSON.stringify(changes)).catch((error: unknown) => this.#log.warn({ err: error }, 'live updates wait for Redis'));
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
