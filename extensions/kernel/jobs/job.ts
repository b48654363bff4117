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
