import Bull from 'bull';
import { Redis } from 'ioredis';
import { logOutages } from '../redis-outage.ts';
import type { Job, WorkerContext } from './job.ts';
import { retryableRuns, runOnce } from './run-once.ts';

const slotOf = (job: Job, at: Date): Date => {
  const ms = 'seconds' in job.every ? job.every.seconds * 1_000 : 60_000;
  return new Date(Math.floor(at.getTime() / ms) * ms);
};

interface Entry {
  readonly name: string;
  /** Of a run that is repeated; others are for the slot in which they are taken up. */
  readonly slot?: string;
}

export interface Scheduler {
  /** Sets schedules again that a flushed Redis lost, and queues runs that failed or died. */
  readonly ensure: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Works jobs off Bull's repeatable schedule. */
export function startScheduler(jobs: readonly Job[], redisUrl: string, prefix: string, context: WorkerContext): Scheduler {
  const clients: Redis[] = [];
  const queue = new Bull<Entry>('scheduled', {
    prefix,
    createClient: (type) => {
      const client = new Redis(redisUrl, { maxRetriesPerRequest: type === 'client' ? 3 : null, enableReadyCheck: false });
      clients.push(client);
      return client;
    },
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
  });
  logOutages('scheduled jobs', queue, queue.client, context.log);
  const byName = new Map(jobs.map((job) => [job.name, job]));
  queue
    .process('*', 2, async (entry) => {
      const job = byName.get(entry.name);
      if (job) await runOnce(job, entry.data.slot === undefined ? slotOf(job, context.clock.now()) : new Date(entry.data.slot), context);
    })
    .catch((error: unknown) => context.log.error({ err: error }, 'scheduler stopped'));
  const repeatOf = (job: Job) => ('seconds' in job.every ? { every: job.every.seconds * 1_000 } : { cron: job.every.cron, tz: job.every.timeZone });
  return {
    ensure: async () => {
      const present = await queue.getRepeatableJobs();
      // Schedules of an earlier version of the code go, missing ones come.
      for (const repeatable of present) if (!byName.has(repeatable.name)) await queue.removeRepeatableByKey(repeatable.key);
      for (const job of jobs)
        if (!present.some((repeatable) => repeatable.name === job.name)) await queue.add(job.name, { name: job.name }, { repeat: repeatOf(job) });
      for (const { name, slot, attempts } of await retryableRuns(context, jobs))
        await queue.add(name, { name, slot: slot.toISOString() }, { jobId: `${name}@${slot.getTime()}#${attempts}` });
    },
    close: async () => {
      await queue.close();
      // Bull leaves the connections that it was given to whoever gave them.
      for (const client of clients) client.disconnect();
    },
  };
}
