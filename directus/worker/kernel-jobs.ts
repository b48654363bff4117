import type pg from 'pg';
import { sealAudit } from '@selvedge/kernel/audit/seal.ts';
import { checkMirrors } from '@selvedge/kernel/mirror/check.ts';
import type { HostedNode } from '@selvedge/kernel/node.ts';
import type { Job } from '@selvedge/kernel/jobs/job.ts';
import { alertBacklog } from './alert-backlog.ts';
import { alertStuckEvents } from './alert-stuck-events.ts';
import { forgetOldDecisions } from './forget-decisions.ts';
import type { MailSettings } from './send-alerts.ts';

/** Days a reply is kept for retries of the same request. */
const IDEMPOTENCY_DAYS = 7;
const JOB_RUN_DAYS = 2;

/** Housekeeping that every node needs, whatever systems it hosts. */
export function kernelJobs(pool: pg.Pool, node: HostedNode, mail: MailSettings): Job[] {
  return [
    alertStuckEvents(mail),
    alertBacklog(mail),
    forgetOldDecisions,
    {
      name: 'kernel.check-mirrors',
      every: { cron: '40 2 * * *', timeZone: 'UTC' },
      run: ({ inSystem, clock }) =>
        inSystem(async ({ tx }) => {
          await checkMirrors(tx, node, clock);
        }),
    },
    {
      name: 'kernel.seal-audit',
      every: { seconds: 3 },
      run: async () => {
        while ((await sealAudit(pool)) > 0) {
          // until nothing is left: a burst must be sealed within five seconds as well
        }
      },
    },
    {
      name: 'kernel.forget-replies',
      every: { cron: '17 3 * * *', timeZone: 'UTC' },
      run: ({ inSystem }) =>
        inSystem(async ({ tx }) => {
          await tx.query(`delete from kernel.idempotency where created_at < now() - make_interval(days => $1)`, [IDEMPOTENCY_DAYS]);
          await tx.query(`delete from kernel.job_run where started_at < now() - make_interval(days => $1)`, [JOB_RUN_DAYS]);
        }),
    },
  ];
}
