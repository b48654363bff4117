import { BACKLOG_MINUTES, noteBacklogsTold, takeUntoldBacklogs, type Backlog } from '@selvedge/kernel/delivery/backlog.ts';
import type { Job } from '@selvedge/kernel/jobs/job.ts';
import { administrators, concerning } from './administrators.ts';
import { sendAlerts, type MailSettings } from './send-alerts.ts';

/** One plain mail in Turkish and English, of what is late in the orgs of its reader. */
export const backlogMail = (backlogs: readonly Backlog[]): { subject: string; text: string } => ({
  subject: 'Olaylar gecikiyor / Events are late',
  text: [
    `${BACKLOG_MINUTES} dakikadan uzun süredir teslim edilemeyen olaylar var: / Events have not arrived for more than ${BACKLOG_MINUTES} minutes:`,
    ...backlogs.map(({ source, target, org_code: org, since }) => `- ${source} → ${target}, ${org}, ${since.toISOString()}`),
    'Karşı düğümün ve işçisinin çalıştığına bakın; olaylar kaybolmaz, yol açılınca gider. / See whether the other node and the worker run; no event is lost, they leave when the way is open.',
  ].join('\n\n'),
});

/** Tells the administrators of an org of a direction in which its events do not arrive, once per incident. */
export const alertBacklog = (settings: MailSettings): Job => ({
  name: 'kernel.alert-backlog',
  every: { seconds: 60 },
  run: ({ inSystem, log }) =>
    inSystem(async ({ tx, now }) => {
      const backlogs = await takeUntoldBacklogs(tx, now);
      if (backlogs.length === 0) return;
      const { recipients, knownOrgs } = await administrators(tx);
      const mails = recipients
        .map((recipient) => ({ to: recipient.email, backlogs: concerning(recipient, backlogs, knownOrgs) }))
        .filter((mail) => mail.backlogs.length > 0)
        .map((mail) => ({ ...mail, ...backlogMail(mail.backlogs) }));
      const sent = await sendAlerts(settings, mails, log);
      await noteBacklogsTold(tx, [...new Set(sent.flatMap((mail) => mail.backlogs))], now);
    }),
});
