import type { Config } from './config.ts';
import { directusEnvironment } from './directus-environment.ts';

const config = {
  SELVEDGE_SYSTEMS: ['crm', 'wms'],
  SELVEDGE_PUBLIC_URL: 'http://127.0.0.1:8055',
  SELVEDGE_CRM_URL: 'http://127.0.0.1:8055',
  SELVEDGE_WMS_URL: 'http://127.0.0.1:8055',
  SELVEDGE_FILES_DIR: '/data/files',
  SELVEDGE_SMTP_URL: 'smtp://127.0.0.1:1025',
  SELVEDGE_MAIL_FROM: 'Selvedge <no-reply@selvedge.test>',
} as unknown as Config;
const mailOf = (parts: Partial<Config>) =>
  Object.fromEntries(
    Object.entries(directusEnvironment({ ...config, ...parts }, 'app')).filter(([name]) => /^EMAIL_(SMTP|FROM)/.test(name)),
  );

describe("Directus' own mails", () => {
  test('leave from the bare address, which is all that Directus takes', () => {
    expect(mailOf({})).toEqual({
      EMAIL_SMTP_HOST: '127.0.0.1',
      EMAIL_SMTP_PORT: '1025',
      EMAIL_SMTP_SECURE: 'false',
      EMAIL_FROM: 'no-reply@selvedge.test',
    });
    expect(mailOf({ SELVEDGE_MAIL_FROM: 'erp@example.com' })['EMAIL_FROM']).toBe('erp@example.com');
  });

  test('sign in to the mail server that ours sign in to', () => {
    expect(mailOf({ SELVEDGE_SMTP_URL: 'smtps://erp%40example.com:s%3Acret@mail.example.com' })).toMatchObject({
      EMAIL_SMTP_HOST: 'mail.example.com',
      EMAIL_SMTP_PORT: '465',
      EMAIL_SMTP_SECURE: 'true',
      EMAIL_SMTP_USER: 'erp@example.com',
      EMAIL_SMTP_PASSWORD: 's:cret',
    });
  });
});
