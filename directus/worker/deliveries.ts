import type Bull from 'bull';
import { deliver, type DeliverySettings } from '@selvedge/kernel/delivery/deliver.ts';
import { createDeliveryQueue, enqueue, queuedEntries, type DeliveryJob } from '@selvedge/kernel/delivery/queue.ts';
import { dueDeliveries, pullForward, waitingTargets } from '@selvedge/kernel/delivery/sweep.ts';
import { reachFault } from '@selvedge/kernel/fault-point.ts';
import { logOutages } from '@selvedge/kernel/redis-outage.ts';

/** A commit is given this long to queue its own events before the sweeper does, in milliseconds. */
const GRACE_MS = 1_000;

/**
 * A flushed Redis can keep the bare name of an entry that a worker was just touching; adding under
 * that name then does nothing. Where the queue holds less than is due, entries get a name of their
 * own, a new one after this many milliseconds.
 */
const RENAME_MS = 5_000;

export interface Deliveries {
  readonly sweep: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Works off the delivery queues and refills them from the outbox. */
export function startDeliveries(
  settings: DeliverySettings,
  redisUrl: string,
  prefix: string,
  directions: readonly { source: string; target: string }[],
  concurrency: number,
): Deliveries {
  const queues = new Map<string, Bull.Queue<DeliveryJob>>();
  for (const { source, target } of directions) {
    const queue = createDeliveryQueue(redisUrl, prefix, source, target);
    logOutages(`deliveries to ${target}`, queue, queue.client, settings.log);
    queue
      .process(concurrency, async ({ data }) => {
        await deliver(settings, data.outboxId);
      })
      .catch((error: unknown) => settings.log.error({ err: error }, 'delivery stopped'));
    queues.set(`${source}>${target}`, queue);
  }

  const answers = async (target: string): Promise<boolean> => {
    const health = new URL('/kernel/health', settings.urlOf(target));
    return fetch(health, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.ok,
      () => false,
    );
  };

  return {
    sweep: async () => {
      const now = settings.clock.now();
      for (const target of await waitingTargets(settings.pool, now)) if (await answers(target)) await pullForward(settings.pool, target, now);
      const due = await dueDeliveries(settings.pool, settings.clock.now(), GRACE_MS);
      if (due.length > 0) reachFault('sweep:before-enqueue');
      for (const [direction, queue] of queues) {
        const own = due.filter((row) => `${row.source}>${row.target}` === direction).map((row) => row.id);
        if (own.length > 0) await enqueue(queue, own, (await queuedEntries(queue)) < own.length ? `@${Math.floor(now.getTime() / RENAME_MS)}` : '');
      }
    },
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}
