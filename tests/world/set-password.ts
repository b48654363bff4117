import { eventually } from '@selvedge/seed/client.ts';
import { PASSWORD, type World } from './world.ts';

interface Mail {
  readonly to: readonly { readonly address: string }[];
  readonly subject: string;
  readonly html?: string;
  readonly text?: string;
}

interface Answered {
  readonly status: number;
  readonly code: string | undefined;
}

async function post(url: string, body: object): Promise<Answered> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const text = await response.text();
  const { errors } = (text === '' ? {} : JSON.parse(text)) as { errors?: { extensions: { code: string } }[] };
  return { status: response.status, code: errors?.[0]?.extensions.code };
}

/** "Forgot password?" as the app asks it: the link leads to the app of that node. */
export const askForLink = ({ addresses }: World, system: 'crm' | 'wms', email: string, page = `${addresses[system]}/app/reset-password`): Promise<Answered> =>
  post(`${addresses[system]}/auth/password/request`, { email, reset_url: page });

export const resetPassword = ({ addresses }: World, system: 'crm' | 'wms', token: string | undefined, password: string): Promise<Answered> =>
  post(`${addresses[system]}/auth/password/reset`, { token, password });

/** What somebody was sent. */
export async function mailsTo({ stack }: World, email: string): Promise<Mail[]> {
  const mails = (await (await fetch(`${stack.mail.webUrl}/api/email`)).json()) as Mail[];
  return mails.filter((mail) => mail.to.some((to) => to.address === email));
}

/** The tokens of the links somebody was mailed, once there are so many. */
export const linksTo = (world: World, email: string, count = 1): Promise<string[]> =>
  eventually(
    `${count} mails to ${email} with a link to a new password`,
    async () => {
      const bodies = (await mailsTo(world, email)).map((mail) => `${mail.html ?? ''} ${mail.text ?? ''}`);
      return [...new Set(bodies.flatMap((body) => /reset-password\?token=([\w.-]+)/.exec(body)?.slice(1) ?? []))];
    },
    (tokens) => tokens.length >= count,
  );

/** Sets a person's password on the node of a system by the mail of "Forgot password", as somebody does whom that node met through the other. */
export async function setPasswordByMail(world: World, system: 'crm' | 'wms', email: string): Promise<void> {
  await askForLink(world, system, email);
  const [token] = await linksTo(world, email);
  const { status } = await resetPassword(world, system, token, PASSWORD);
  if (status !== 204) throw new Error(`The link of ${email} answers ${status}.`);
}
