import { noteAlerted, takeUnalerted } from '@selvedge/kernel/delivery/unalerted.ts';
import type { Job } from '@selvedge/kernel/jobs/job.ts';
import { administrators, concerning } from './administrators.ts';
import { sendAlerts, type MailSettings } from './send-alerts.ts';
import { stuckEventsMail } from './stuck-events-mail.ts';

/**
 * Tells the administrators of its org of every dead letter and parked event of this node, once per
 * event. Nobody told (no server, no administrator) means the next run tries again; a crash between
 * sending and noting repeats the mail.
 */
export const alertStuckEvents = (settings: MailSettings): Job => ({
  name: 'kernel.alert-stuck-events',
  every: { seconds: 60 },
  run: ({ inSystem, log }) =>
    inSystem(async ({ tx, now }) => {
      const events = await takeUnalerted(tx);
      if (events.length === 0) return;
      const { recipients, knownOrgs } = await administrators(tx);
      const mails = recipients
        .map((recipient) => ({ to: recipient.email, events: concerning(recipient, events, knownOrgs) }))
        .filter((mail) => mail.events.length > 0)
        .map((mail) => ({ ...mail, ...stuckEventsMail(mail.events) }));
      const sent = await sendAlerts(settings, mails, log);
      await noteAlerted(tx, [...new Set(sent.flatMap((mail) => mail.events))], now);
    }),
});
