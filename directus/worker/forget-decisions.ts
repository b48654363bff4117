import { forgetDecisions } from '@selvedge/kernel/gate/forget-decisions.ts';
import type { Job } from '@selvedge/kernel/jobs/job.ts';

/** Decisions of either kind that one transaction deletes. */
const BATCH = 2_000;

/** Deletes the decisions whose time is over, batch by batch; a crash in between loses nothing, the next night goes on. */
export const forgetOldDecisions: Job = {
  name: 'kernel.forget-decisions',
  every: { cron: '50 3 * * *', timeZone: 'UTC' },
  run: async ({ inSystem }) => {
    while ((await inSystem(({ tx }) => forgetDecisions(tx, BATCH))) > 0) {
      // until nothing old is left
    }
  },
};
