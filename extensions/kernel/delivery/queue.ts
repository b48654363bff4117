import Bull from 'bull';
import { Redis } from 'ioredis';

export interface DeliveryJob {
  readonly outboxId: string;
}

/**
 * A worker that dies keeps its jobs locked this long, in milliseconds. Short, because delivering twice
 * is harmless and waiting is not; a living worker renews its locks at half of it.
 */
const LOCK_MS = 4_000;
const STALLED_CHECK_MS = 1_500;

export const deliveryQueueName = (source: string, target: string) => `deliver-${source}-${target}`;

/**
 * A Bull queue of one direction. Redis holds only the hint that something is due: the outbox is the
 * truth, so a queue that was lost fills itself again.
 */
export function createDeliveryQueue(redisUrl: string, prefix: string, source: string, target: string): Bull.Queue<DeliveryJob> {
  return new Bull<DeliveryJob>(deliveryQueueName(source, target), {
    prefix,
    createClient: (type) =>
      // Bull's blocking connections must not give up on a command while Redis is away.
      new Redis(redisUrl, {
        maxRetriesPerRequest: type === 'client' ? 3 : null,
        enableReadyCheck: false,
        retryStrategy: (times) => Math.min(times * 100, 2_000),
      }),
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
    settings: { lockDuration: LOCK_MS, stalledInterval: STALLED_CHECK_MS, maxStalledCount: 1_000 },
  });
}

/**
 * Adds deliveries; under one name the same event is queued once however often it is asked for.
 * @param again makes the name another one: for events whose first entry Redis holds the name of and nothing more
 */
export async function enqueue(queue: Bull.Queue<DeliveryJob>, outboxIds: readonly string[], again = ''): Promise<void> {
  const [only] = outboxIds;
  if (only === undefined) return;
  if (outboxIds.length === 1) await queue.add({ outboxId: only }, { jobId: `${only}${again}` });
  else await queue.addBulk(outboxIds.map((outboxId) => ({ data: { outboxId }, opts: { jobId: `${outboxId}${again}` } })));
}

/** How many entries the queue really holds. */
export async function queuedEntries(queue: Bull.Queue<DeliveryJob>): Promise<number> {
  const { waiting, active, delayed } = await queue.getJobCounts();
  return waiting + active + delayed;
}
