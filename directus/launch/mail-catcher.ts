import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchFile, repositoryRoot } from './paths.ts';
import type { Supervisor } from './supervise.ts';

export interface Mailbox {
  /** Where mail is handed in. */
  readonly smtpUrl: string;
  /** The page that shows it; `GET <webUrl>/api/email` lists it as JSON, `DELETE <webUrl>/api/email/all` empties it. */
  readonly webUrl: string;
}

export interface MailCatcherOptions {
  readonly dataDir: string;
  readonly smtpPort: number;
  readonly webPort: number;
}

/** Starts a mailbox that takes all mail and sends none on. */
export async function startMailCatcher(supervisor: Supervisor, { dataDir, smtpPort, webPort }: MailCatcherOptions): Promise<Mailbox> {
  const folder = path.join(dataDir, 'mail');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await supervisor.start(
    {
      name: 'mail',
      tier: 'service',
      command: process.execPath,
      args: [launchFile('mail-catcher-process.ts'), String(smtpPort), String(webPort), folder],
      env: { PATH: process.env['PATH'] ?? '' },
      cwd: repositoryRoot,
      channel: true,
    },
    (child) => child.saysReady(),
    60_000,
  );
  return { smtpUrl: `smtp://127.0.0.1:${smtpPort}`, webUrl: `http://127.0.0.1:${webPort}` };
}
