import type { SystemContext } from '../system-transaction.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../http/context.ts';

export interface JobContext {
  readonly clock: Clock;
  readonly log: Log;
  /** One transaction as the system; events it emits leave after commit. */
  readonly inSystem: <T>(work: (context: SystemContext) => Promise<T>) => Promise<T>;
}

/** Work on a schedule. It runs once per slot, however many replicas there are. */
export interface Job {
  readonly name: string;
  readonly every: { readonly seconds: number } | { readonly cron: string; readonly timeZone: string };
  readonly run: (context: JobContext) => Promise<void>;
}

/** What a worker has for its jobs; each gets it in its own name, which the audit keeps. */
export interface WorkerContext extends Omit<JobContext, 'inSystem'> {
  readonly inSystem: <T>(job: string, work: (context: SystemContext) => Promise<T>) => Promise<T>;
}

/** The context of one job. */
export const contextOf = ({ inSystem, ...rest }: WorkerContext, job: string): JobContext => ({ ...rest, inSystem: (work) => inSystem(job, work) });
