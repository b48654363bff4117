import type pg from 'pg';
import type { Bilingual } from '@selvedge/kernel/gate/decision.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';

interface Mail {
  readonly to?: unknown;
  readonly template?: { readonly name?: string; readonly data?: { readonly url?: unknown; readonly email?: unknown } };
}
interface Reader extends Record<string, unknown> {
  language: 'en' | 'tr';
  isNew: boolean;
}

type Words = Readonly<Record<'title' | 'body' | 'button', Bilingual>>;

const ONCE: Bilingual = {
  en: 'The link works once and for 24 hours. After that, ask for a new one on the sign-in page: “Forgot password?”.',
  tr: 'Bağlantı bir kez ve 24 saat boyunca geçerlidir. Sonra oturum açma sayfasından yenisini isteyin: “Parolamı unuttum”.',
};
const FORGOTTEN: Words = {
  title: { en: 'A new password for Selvedge', tr: 'Selvedge için yeni parola' },
  body: {
    en: 'Somebody asked for a new password for this address. If it was not you, leave this mail alone: your password stays as it is.',
    tr: 'Bu adres için yeni bir parola istendi. İsteyen siz değilseniz bu iletiyi dikkate almayın: parolanız değişmez.',
  },
  button: { en: 'Choose a new password', tr: 'Yeni parola seç' },
};
const FIRST: Words = {
  title: { en: 'Your first password for Selvedge', tr: 'Selvedge için ilk parolanız' },
  body: {
    en: 'You have a place in Selvedge, where orders of your company are kept. Choose a password to sign in with this address.',
    tr: 'Şirketinizin siparişlerinin tutulduğu Selvedge’de yeriniz hazır. Bu adresle oturum açmak için bir parola seçin.',
  },
  button: { en: 'Choose a password', tr: 'Parola seç' },
};

/** In which language the person reads, and whether they never had a password. */
const readerOf = (pool: pg.Pool, email: string): Promise<Reader | undefined> =>
  inTransaction(
    pool,
    { kind: 'system' },
    (tx) =>
      tx.maybe<Reader>(
        `select case when language like 'tr%' then 'tr' else 'en' end as language, password is null as "isNew" from directus_users where lower(email) = lower($1)`,
        [email],
      ),
    'read',
  );

/**
 * A filter for `email.send`: the mail with a link to a new password, in the person's language and for what it is
 * to them. Directus has it in English alone, and calls every link a reset.
 */
export function wordPasswordMail(pool: pg.Pool) {
  return async (mail: Mail): Promise<unknown> => {
    const { email, url } = mail.template?.data ?? {};
    if (mail.template?.name !== 'password-reset' || typeof email !== 'string' || typeof url !== 'string') return mail;
    const { language, isNew } = (await readerOf(pool, email)) ?? { language: 'en', isNew: false };
    const { title, body, button } = isNew ? FIRST : FORGOTTEN;
    const said = { title: title[language], body: body[language], button: button[language], once: ONCE[language] };
    return {
      ...mail,
      subject: said.title,
      text: [said.title, said.body, url, said.once].join('\n\n'),
      template: { name: 'password-link', data: { ...said, url, language } },
    };
  };
}
