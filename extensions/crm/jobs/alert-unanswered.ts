import type { Job } from '@selvedge/kernel/jobs/job.ts';
import { answerDueSince, isUnanswered } from '../deals/unanswered.ts';
import { queueInternalMail } from '../mail/queue-internal.ts';
import { appendTimeline } from '../timeline/append.ts';

/** Deals one run alerts; the next run takes the rest. */
const BATCH = 100;
const ALERT_LOCK = 7_274_003;
/** The entry on the timeline is the note that a deal was alerted: once, however long it stays unanswered. */
const ALERTED = 'deal.unanswered';

interface Row extends Record<string, unknown> {
  id: string;
  org: string;
  code: string;
  customer: string;
  won_at: Date;
}

/**
 * Tells the sales managers of its org, and its timeline, that a won deal has no answer of the
 * warehouse: no deal sits won without reservation unseen.
 * @source SAL-10
 */
export const alertUnanswered: Job = {
  name: 'crm.alert-unanswered',
  every: { seconds: 60 },
  run: ({ inSystem }) =>
    inSystem(async ({ tx, now, changed }) => {
      // One alerter works at a time, so that the second finds what the first wrote.
      await tx.query('select pg_advisory_xact_lock($1)', [ALERT_LOCK]);
      const deals = await tx.query<Row>(
        `select d.id, d.org, d.code, p.name as customer, d.won_at from crm_deal d join crm_customer_profile p on p.id = d.profile
         where ${isUnanswered('$1')} and not exists (select 1 from crm_timeline_entry t where t.deal = d.id and t.kind = $2)
         order by d.won_at limit ${BATCH}`,
        [answerDueSince(now), ALERTED],
      );
      for (const deal of deals) {
        await queueInternalMail(
          { tx, org: { id: deal.org } },
          {
            type: 'deal_unanswered',
            objectId: deal.id,
            code: deal.code,
            audience: ['sales_manager'],
            facts: { customer: deal.customer, minutes: String(Math.floor((now.getTime() - deal.won_at.getTime()) / 60_000)) },
          },
        );
        changed('crm', 'crm_deal', deal.id, deal.org, { after: { alerted: ALERTED } });
      }
      appendTimeline(
        tx,
        deals.map((deal) => ({ org: deal.org, deal: deal.id, source: 'system', kind: ALERTED, at: now })),
      );
    }),
};
