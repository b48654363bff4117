import type pg from 'pg';
import { CONTRACT_VERSION } from '@selvedge/contract/version.ts';
import { systemClock } from '@selvedge/kernel/clock.ts';
import type { JobContext } from '@selvedge/kernel/jobs/job.ts';
import { inSystemTransaction } from '@selvedge/kernel/system-transaction.ts';

/** What a job gets from a worker, for tests that run one themselves. */
export function jobContext(pool: pg.Pool): JobContext {
  const settings = { pool, clock: systemClock, contractVersion: CONTRACT_VERSION, afterCommit: () => undefined };
  return {
    clock: systemClock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    inSystem: (work) => inSystemTransaction(settings, 'job', work),
  };
}
