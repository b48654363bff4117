import type pg from 'pg';
import { CONTRACT_VERSION } from '@selvedge/contract/version.ts';
import { systemClock } from '@selvedge/kernel/clock.ts';
import { contextOf, type JobContext, type WorkerContext } from '@selvedge/kernel/jobs/job.ts';
import { inSystemTransaction } from '@selvedge/kernel/system-transaction.ts';

/** What a worker has for its jobs, for tests that schedule one themselves. */
export function workerContext(pool: pg.Pool): WorkerContext {
  const settings = { pool, clock: systemClock, contractVersion: CONTRACT_VERSION, afterCommit: () => undefined };
  return {
    clock: systemClock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    inSystem: (job, work) => inSystemTransaction(settings, job, work),
  };
}

/** What a job gets from a worker, for tests that run one themselves. */
export const jobContext = (pool: pg.Pool): JobContext => contextOf(workerContext(pool), 'test.job');
