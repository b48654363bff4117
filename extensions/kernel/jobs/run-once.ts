import type { Row } from '../database/transaction.ts';
import { reachFault } from '../fault-point.ts';
import { contextOf, type Job, type WorkerContext } from './job.ts';

/** Runs of one slot, the first included. */
const MAX_ATTEMPTS = 3;
/** A failed run is repeated after this many seconds; what recurs sooner by itself never is. */
const RETRY_SECONDS = 60;
/** A running job says so this often; one that was silent for four times as long has died with its process. */
const ALIVE_MS = 15_000;
const SILENT_SECONDS = 60;

/** Whether a row `r` of kernel.job_run is to be run again. */
const RETRYABLE = `r.attempts < ${MAX_ATTEMPTS} and case when r.finished_at is null then r.alive_at < now() - interval '${SILENT_SECONDS} seconds'
  else r.outcome <> 'done' and r.finished_at < now() - interval '${RETRY_SECONDS} seconds' end`;

/**
 * Runs a job for one slot unless another replica has. The slot's row is the lock: Bull gives each
 * repeat to one worker, and the row keeps that true when Redis was lost or a job was queued twice.
 * A run that failed, or died with its process, may be repeated; jobs are made so that this is harmless.
 * @returns whether this process ran it
 * @source J97
 */
export async function runOnce(job: Job, slot: Date, worker: WorkerContext): Promise<boolean> {
  const context = contextOf(worker, job.name);
  const own = [job.name, slot];
  const claimed = await context.inSystem(({ tx }) =>
    tx.query(
      `insert into kernel.job_run as r (name, slot) values ($1, $2)
       on conflict (name, slot) do update set attempts = r.attempts + 1, started_at = now(), alive_at = now(), finished_at = null, outcome = null where ${RETRYABLE}
       returning 1 as claimed`,
      own,
    ),
  );
  if (claimed.length === 0) return false;
  reachFault('job:after-claim');
  const saying = setInterval(() => {
    context
      .inSystem(({ tx }) => tx.query('update kernel.job_run set alive_at = now() where name = $1 and slot = $2', own))
      .catch((error: unknown) => context.log.warn({ err: error, job: job.name }, 'a running job could not say that it lives'));
  }, ALIVE_MS);
  let outcome = 'done';
  try {
    await job.run(context);
  } catch (error) {
    outcome = `failed: ${(error as Error).message}`.slice(0, 500);
    context.log.error({ err: error, job: job.name }, 'scheduled job failed');
  } finally {
    clearInterval(saying);
  }
  await context.inSystem(({ tx }) => tx.query('update kernel.job_run set finished_at = now(), outcome = $3 where name = $1 and slot = $2', [...own, outcome]));
  return true;
}

export interface RetryableRun extends Row {
  readonly name: string;
  readonly slot: Date;
  readonly attempts: number;
}

/** The latest slot of each job, where it is to be run again: an older one has been made up for by then. */
export const retryableRuns = (worker: WorkerContext, jobs: readonly Job[]): Promise<RetryableRun[]> =>
  worker.inSystem('kernel.scheduler', ({ tx }) =>
    tx.query<RetryableRun>(
      `select r.name, r.slot, r.attempts from unnest($1::text[]) j (name)
         cross join lateral (select * from kernel.job_run l where l.name = j.name order by l.slot desc limit 1) r where ${RETRYABLE}`,
      [jobs.map(({ name }) => name)],
    ),
  );
