import { BACKLOG_MINUTES, noteBacklogsTold, takeUntoldBacklogs, type Backlog } from '@selvedge/kernel/delivery/backlog.ts';
import type { Job } from '@selvedge/kernel/jobs/job.ts';
import { sendAlerts, type MailSettings } from './send-alerts.ts';

/** One plain mail in Turkish and English. It counts nothing: the events of a direction belong to several orgs. */
export const backlogMail = (backlogs: readonly Backlog[]): { subject: string; text: string } => ({
  subject: 'Olaylar gecikiyor / Events are late',
  text: [
    `${BACKLOG_MINUTES} dakikadan uzun süredir teslim edilemeyen olaylar var: / Events have not arrived for more than ${BACKLOG_MINUTES} minutes:`,
    ...backlogs.map(({ source, target, since }) => `- ${source} → ${target}, ${since.toISOString()}`),
    'Karşı düğümün ve işçisinin çalıştığına bakın; olaylar kaybolmaz, yol açılınca gider. / See whether the other node and the worker run; no event is lost, they leave when the way is open.',
  ].join('\n\n'),
});

/** Tells every administrator of a direction whose events do not arrive, once per incident. */
export const alertBacklog = (settings: MailSettings): Job => ({
  name: 'kernel.alert-backlog',
  every: { seconds: 60 },
  run: ({ inSystem, log }) =>
    inSystem(async ({ tx, now }) => {
      const backlogs = await takeUntoldBacklogs(tx, now);
      if (backlogs.length === 0) return;
      const people = await tx.query<{ email: string }>(`select distinct r.email from core_org o cross join lateral app.people_of(o.id, array['admin']) r`);
      const sent = await sendAlerts(
        settings,
        people.map(({ email }) => ({ to: email, ...backlogMail(backlogs) })),
        log,
      );
      if (sent.length > 0) await noteBacklogsTold(tx, backlogs, now);
    }),
});
