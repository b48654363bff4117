import { createTransport } from 'nodemailer';
import { noteAlerted, takeUnalerted } from '@selvedge/kernel/delivery/unalerted.ts';
import type { Job } from '@selvedge/kernel/jobs/job.ts';
import { eventsFor, stuckEventsMail, type Recipient } from './stuck-events-mail.ts';

export interface MailSettings {
  readonly smtpUrl: string;
  readonly from: string;
}

/** Milliseconds the mail server may keep the transaction waiting. */
const SMTP_TIMEOUT_MS = 10_000;

/**
 * Tells the administrators of its org of every dead letter and parked event of this node, once per
 * event. It mails by itself, because a node without CRM has no mail queue. Nobody told (no server, no
 * administrator) means the next run tries again; a crash between sending and noting repeats the mail.
 */
export const alertStuckEvents = ({ smtpUrl, from }: MailSettings): Job => ({
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
        .filter((mail) => mail.events.length > 0);
      const timeouts = { connectionTimeout: SMTP_TIMEOUT_MS, greetingTimeout: SMTP_TIMEOUT_MS, socketTimeout: SMTP_TIMEOUT_MS };
      const transport = createTransport({ url: smtpUrl, ...timeouts });
      const sent = await Promise.allSettled(mails.map((mail) => transport.sendMail({ from, to: mail.to, ...stuckEventsMail(mail.events) })));
      transport.close();
      const toldOf = new Set(mails.filter((_, i) => sent[i]?.status === 'fulfilled').flatMap((mail) => mail.events));
      for (const [i, result] of sent.entries())
        if (result.status === 'rejected') log.warn({ err: result.reason as Error, to: mails[i]?.to }, 'alert was not sent');
      await noteAlerted(tx, [...toldOf], now);
    }),
});
