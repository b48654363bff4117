import Bull from 'bull';
import { Redis } from 'ioredis';
import { logOutages } from '../redis-outage.ts';
import { contextOf, type Job, type WorkerContext } from './job.ts';

/**
 * Runs a job for one slot unless another replica has. The slot's row is the lock: Bull gives each
 * repeat to one worker, and the row keeps that true when Redis was lost or a job was queued twice.
 * @returns whether this process ran it
 */
export async function runOnce(job: Job, slot: Date, worker: WorkerContext): Promise<boolean> {
  const context = contextOf(worker, job.name);
  const claimed = await context.inSystem(({ tx }) =>
    tx.query('insert into kernel.job_run (name, slot) values ($1, $2) on conflict (name, slot) do nothing returning 1 as claimed', [job.name, slot]),
  );
  if (claimed.length === 0) return false;
  let outcome = 'done';
  try {
    await job.run(context);
  } catch (error) {
    outcome = `failed: ${(error as Error).message}`.slice(0, 500);
    context.log.error({ err: error, job: job.name }, 'scheduled job failed');
  }
  await context.inSystem(({ tx }) =>
    tx.query('update kernel.job_run set finished_at = now(), outcome = $3 where name = $1 and slot = $2', [job.name, slot, outcome]),
  );
  return true;
}

const slotOf = (job: Job, at: Date): Date => {
  const ms = 'seconds' in job.every ? job.every.seconds * 1_000 : 60_000;
  return new Date(Math.floor(at.getTime() / ms) * ms);
};

export interface Scheduler {
  /** Sets schedules again that a flushed Redis lost. */
  readonly ensure: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Works jobs off Bull's repeatable schedule. */
export function startScheduler(jobs: readonly Job[], redisUrl: string, prefix: string, context: WorkerContext): Scheduler {
  const queue = new Bull<{ name: string }>('scheduled', {
    prefix,
    createClient: (type) => new Redis(redisUrl, { maxRetriesPerRequest: type === 'client' ? 3 : null, enableReadyCheck: false }),
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
  });
  logOutages('scheduled jobs', queue, queue.client, context.log);
  const byName = new Map(jobs.map((job) => [job.name, job]));
  queue
    .process('*', 2, async (entry) => {
      const job = byName.get(entry.name);
      if (job) await runOnce(job, slotOf(job, context.clock.now()), context);
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
    },
    close: () => queue.close(),
  };
}
