import { eventually } from '@selvedge/seed/client.ts';
import { PASSWORD, type World } from './world.ts';

interface Mail {
  readonly to: readonly { readonly address: string }[];
  readonly html?: string;
  readonly text?: string;
}

/** Sets a person's password on the node of a system by the mail of "Forgot password", as somebody does whom that node met through the other. */
export async function setPasswordByMail(world: World, system: 'crm' | 'wms', email: string): Promise<void> {
  const post = async (path: string, body: object) => {
    const response = await fetch(`${world.addresses[system]}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
  };
  await post('/auth/password/request', { email });
  const [token] = await eventually(
    `a mail to ${email} with a link to a new password`,
    async () => {
      const mails = (await (await fetch(`${world.stack.mail.webUrl}/api/email`)).json()) as Mail[];
      const bodies = mails.filter((mail) => mail.to.some((to) => to.address === email)).map((mail) => `${mail.html ?? ''} ${mail.text ?? ''}`);
      return bodies.flatMap((body) => /reset-password\?token=([\w.-]+)/.exec(body)?.slice(1) ?? []);
    },
    (tokens) => tokens.length > 0,
  );
  await post('/auth/password/reset', { token, password: PASSWORD });
}
