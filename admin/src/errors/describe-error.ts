import type { ServerError } from '../api/server-error.ts';
import type { Texts } from '../i18n/text.ts';

export interface ErrorText {
  title: string;
  happened: string;
  /** What was kept and what to do. */
  remedy: string;
}

/** The one place where a server's error becomes words for a person. */
export function describeError(error: ServerError, { t, language }: Pick<Texts, 't' | 'language'>): ErrorText {
  const kept = t('errors.nothingSaved');
  // What the server says names the record and the numbers; it says so in both languages.
  const said = language === 'tr' ? error.messageTr : error.message || null;
  switch (true) {
    case error.status === 0 && error.code === 'NO_ANSWER':
      return { title: t('errors.noAnswer.title'), happened: t('errors.noAnswer.happened'), remedy: t('errors.noAnswer.remedy') };
    case error.code === 'APP_FAULT':
      return { title: t('errors.fault.title'), happened: error.message, remedy: t('errors.fault.remedy') };
    case error.code === 'INVALID_CREDENTIALS':
      return { title: t('errors.credentials.title'), happened: t('errors.credentials.happened'), remedy: t('errors.credentials.remedy') };
    case error.code === 'INVALID_OTP':
      return { title: t('errors.otp.title'), happened: t('errors.otp.happened'), remedy: t('errors.otp.remedy') };
    case error.status === 401:
      return { title: t('errors.signedOut.title'), happened: t('errors.signedOut.happened'), remedy: t('errors.signedOut.remedy') };
    case error.status === 403:
      return {
        title: t('errors.forbidden.title'),
        happened: said ?? t('errors.forbidden.happened'),
        remedy: `${kept} ${t('errors.forbidden.remedy')}`,
      };
    case error.status === 404:
      return { title: t('errors.notFound.title'), happened: said ?? t('errors.notFound.happened'), remedy: t('errors.notFound.remedy') };
    case error.status === 400:
      return { title: t('errors.invalid.title'), happened: problemsText(error, language), remedy: `${kept} ${t('errors.invalid.remedy')}` };
    case error.status === 422:
      return {
        title: t('errors.blocked.title'),
        happened: said ?? t('errors.blocked.happened'),
        remedy: `${kept} ${t('errors.blocked.remedy')}`,
      };
    case error.status === 409:
      return {
        title: t('errors.conflict.title'),
        happened: said ?? error.code,
        remedy: `${kept} ${t('errors.conflict.remedy')}`,
      };
    case error.status === 429:
      return {
        title: t('errors.tooMany.title'),
        happened: said ?? t('errors.tooMany.happened'),
        remedy: `${kept} ${t('errors.tooMany.remedy')}`,
      };
    default:
      return { title: t('errors.server.title'), happened: said ?? t('errors.server.happened'), remedy: t('errors.server.remedy') };
  }
}

function problemsText(error: ServerError, language: Texts['language']): string {
  if (error.problems.length === 0) return error.message || error.code;
  return error.problems
    .map(({ path, message, messageTr }) => {
      const said = language === 'tr' ? (messageTr ?? message) : message;
      return path ? `${path}: ${said}` : said;
    })
    .join(' · ');
}
