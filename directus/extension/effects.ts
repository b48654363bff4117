import type Bull from 'bull';
import type { CommittedEffects, Log } from '@selvedge/kernel/http/context.ts';
import { createDeliveryQueue, enqueue, type DeliveryJob } from '@selvedge/kernel/delivery/queue.ts';
import { logOutages } from '@selvedge/kernel/redis-outage.ts';
import type { ChangeHub } from '@selvedge/kernel/stream/hub.ts';
import { DIRECTIONS } from './systems.ts';

export interface EffectSender {
  readonly send: (effects: CommittedEffects) => void;
  readonly close: () => Promise<void>;
}

/**
 * Tells the world what a commit caused: a queue entry per event, a message for live views. Failing
 * costs time, never data: the sweeper finds every event in the outbox.
 */
export function createEffectSender(redisUrl: string, prefix: string, hub: ChangeHub, log: Log): EffectSender {
  const queues = new Map<string, Bull.Queue<DeliveryJob>>(
    DIRECTIONS.map(({ source, target }) => {
      const queue = createDeliveryQueue(redisUrl, prefix, source, target);
      logOutages(`queue of deliveries to ${target}`, queue, queue.client, log);
      return [target, queue];
    }),
  );
  return {
    send: ({ outboxIds, changes }) => {
      hub.publish(changes);
      for (const [target, queue] of queues) {
        const own = outboxIds.filter((event) => event.target === target).map((event) => event.id);
        if (own.length > 0) enqueue(queue, own).catch((error: unknown) => log.warn({ err: error }, 'event waits for the sweeper'));
      }
    },
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}
