import { MailDev } from 'maildev';

// The mailbox as a process of its own: it parses whatever is sent, and its memory must not be a node's.
const [smtpPort, webPort, folder] = process.argv.slice(2);
if (smtpPort === undefined || webPort === undefined || folder === undefined)
  throw new Error('Usage: mail-catcher-process.ts <smtp port> <web port> <folder>');

const mailbox = new MailDev({
  smtp: Number(smtpPort),
  web: Number(webPort),
  ip: '127.0.0.1',
  webIp: '127.0.0.1',
  mailDirectory: folder,
  maxEmails: 1_000,
  silent: true,
});

let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  void mailbox.stop().finally(() => process.exit(0));
};
process.on('SIGTERM', stop);
process.on('disconnect', stop);

await mailbox.start();
process.send?.('ready');
