import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type { TableName } from '../database/tables.ts';
import type { Job, JobContext } from '../jobs/job.ts';

/** Mails one run sends; the next run takes the rest. */
const BATCH = 50;
const MAX_ATTEMPTS = 5;
/** A mail that was being sent this long is neither sent nor unsent for sure: a person decides. */
const UNKNOWN_AFTER = '5 minutes';

interface MailRow extends Record<string, unknown> {
  id: string;
  org: string;
  recipient: string;
  subject: string;
  body: string;
  attempts: number;
  /** Of the org, where this node knows it: what is written goes out in its name. */
  sender_name: string | null;
  sender_email: string | null;
}

/** A system's own queue. */
export interface MailQueue {
  readonly system: string;
  readonly table: TableName;
}

/** Claims one mail. From here on it is never sent by itself again unless the server refused it. */
const claim = ({ inSystem }: JobContext, table: TableName) =>
  inSystem(({ tx, now }) =>
    tx.maybe<MailRow>(
      `update ${table} set status = 'sending', sending_since = $1, attempts = attempts + 1
       where id = (select id from ${table} where status = 'queued' order by created_at for update skip locked limit 1)
       returning id, org, recipient, subject, body, attempts,
         (select o.name from core_org o where o.id = ${table}.org) as sender_name, (select o.sender_email from core_org o where o.id = ${table}.org) as sender_email`,
      [now],
    ),
  );

/**
 * In whose name a mail goes: that of its org, with answers to it as well, where the org has an address; of the
 * installation otherwise. The envelope stays the installation's, whose server it leaves by and who hears of returns.
 */
function senderOf({ sender_name: name, sender_email: address, recipient }: MailRow, from: string): SendMailOptions {
  if (address === null) return { from };
  const sender = { name: name ?? '', address };
  return { from: sender, replyTo: sender, envelope: { from: /<([^>]+)>/.exec(from)?.[1] ?? from, to: recipient } };
}

async function sendOne(context: JobContext, { system, table }: MailQueue, mail: MailRow, transport: Transporter, from: string): Promise<void> {
  let failure: string | null = null;
  try {
    await transport.sendMail({ ...senderOf(mail, from), to: mail.recipient, subject: mail.subject, text: mail.body, messageId: `<${mail.id}@selvedge>` });
  } catch (error) {
    failure = (error as Error).message.slice(0, 250);
  }
  const status = failure === null ? 'sent' : mail.attempts >= MAX_ATTEMPTS ? 'failed' : 'queued';
  await context.inSystem(async ({ tx, now, changed }) => {
    await tx.query(`update ${table} set status = $2, last_error = $3, sent_at = $4 where id = $1 and status = 'sending'`, [
      mail.id,
      status,
      failure,
      failure === null ? now : null,
    ]);
    changed(system, table, mail.id, mail.org, { after: { status, ...(failure && { failure }) } });
  });
}

/**
 * Sends what is queued, each mail at most once by itself: a crash between sending and noting leaves
 * it "unknown", for a person to decide.
 */
export const sendQueued = (queue: MailQueue, smtpUrl: string, from: string): Job => ({
  name: `${queue.system}.send-mail`,
  every: { seconds: 3 },
  run: async (context) => {
    await context.inSystem(({ tx }) =>
      tx.query(`update ${queue.table} set status = 'unknown' where status = 'sending' and sending_since < now() - interval '${UNKNOWN_AFTER}'`),
    );
    const transport = createTransport(smtpUrl);
    try {
      for (let sent = 0; sent < BATCH; sent += 1) {
        const mail = await claim(context, queue.table);
        if (!mail) break;
        await sendOne(context, queue, mail, transport, from);
      }
    } finally {
      transport.close();
    }
  },
});
