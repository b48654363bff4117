import { createTransport } from 'nodemailer';
import type { Log } from '@selvedge/kernel/http/context.ts';

export interface MailSettings {
  readonly smtpUrl: string;
  readonly from: string;
}

export interface AlertMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Milliseconds the mail server may keep a job's transaction waiting. */
const SMTP_TIMEOUT_MS = 10_000;

/**
 * Sends mails at once, without a queue: a node without CRM has none.
 * @returns those that left
 */
export async function sendAlerts<M extends AlertMail>({ smtpUrl, from }: MailSettings, mails: readonly M[], log: Log): Promise<M[]> {
  const timeouts = { connectionTimeout: SMTP_TIMEOUT_MS, greetingTimeout: SMTP_TIMEOUT_MS, socketTimeout: SMTP_TIMEOUT_MS };
  const transport = createTransport({ url: smtpUrl, ...timeouts });
  const sent = await Promise.allSettled(mails.map(({ to, subject, text }) => transport.sendMail({ from, to, subject, text })));
  transport.close();
  for (const [i, result] of sent.entries()) if (result.status === 'rejected') log.warn({ err: result.reason as Error, to: mails[i]?.to }, 'alert was not sent');
  return mails.filter((_, i) => sent[i]?.status === 'fulfilled');
}
