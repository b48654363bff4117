import { createTransport, type Transporter } from 'nodemailer';
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
       returning id, org, recipient, subject, body, attempts`,
      [now],
    ),
  );

async function sendOne(context: JobContext, { system, table }: MailQueue, mail: MailRow, transport: Transporter, from: string): Promise<void> {
  let failure: string | null = null;
  try {
    await transport.sendMail({ from, to: mail.recipient, subject: mail.subject, text: mail.body, messageId: `<${mail.id}@selvedge>` });
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
