import { noteAlerted, takeUnalerted } from '@selvedge/kernel/delivery/unalerted.ts';
import type { Job } from '@selvedge/kernel/jobs/job.ts';
import { sendAlerts, type MailSettings } from './send-alerts.ts';
import { eventsFor, stuckEventsMail, type Recipient } from './stuck-events-mail.ts';

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
      const orgs = await tx.query<{ code: string }>('select code from core_org');
      const recipients = await tx.query<Recipient & Record<string, unknown>>(
        `select r.email, array_agg(o.code) as orgs from core_org o cross join lateral app.people_of(o.id, array['admin']) r group by r.email`,
      );
      const known = new Set(orgs.map((org) => org.code));
      const mails = recipients
        .map((recipient) => ({ to: recipient.email, events: eventsFor(recipient, events, known) }))
        .filter((mail) => mail.events.length > 0)
        .map((mail) => ({ ...mail, ...stuckEventsMail(mail.events) }));
      const sent = await sendAlerts(settings, mails, log);
      await noteAlerted(tx, [...new Set(sent.flatMap((mail) => mail.events))], now);
    }),
});
