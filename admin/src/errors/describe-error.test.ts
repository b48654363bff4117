import { noAnswer, serverErrorFrom } from '../api/server-error.ts';
import type { Translate } from '../i18n/text.ts';
import type { Language } from '../i18n/language.ts';
import { describeError } from './describe-error.ts';

const t: Translate = (key, values) => (values ? `${key} ${JSON.stringify(values)}` : key);
const inLanguage = (language: Language) => ({ t, language });
const en = inLanguage('en');

test('no answer says that the click can be repeated safely', () => {
  expect(describeError(noAnswer, en)).toEqual({
    title: 'errors.noAnswer.title',
    happened: 'errors.noAnswer.happened',
    remedy: 'errors.noAnswer.remedy',
  });
});

test('a missing permission names its key', () => {
  const error = serverErrorFrom(403, {
    error: { code: 'PERMISSION_REQUIRED', message: 'x', details: { key: 'deals:win' }, requestId: 'r1' },
  });
  expect(describeError(error, en).happened).toBe('errors.forbidden.needsKey {"key":"deals:win"}');
  expect(error.requestId).toBe('r1');
});

test('every problem with the input is told, with its place', () => {
  const problems = [
    { path: 'lines.2.qty', message: '12.5 is not whole' },
    { path: '', message: 'Something else' },
  ];
  const error = serverErrorFrom(400, { error: { code: 'INVALID_INPUT', message: 'm', details: { problems } } });
  expect(describeError(error, en).happened).toBe('lines.2.qty: 12.5 is not whole · Something else');
});

test('a state conflict tells the sentence of the server, or that of its code in the other language', () => {
  const error = serverErrorFrom(409, { error: { code: 'DEAL_NOT_DRAFT', message: 'The deal is won already.', details: {} } });
  expect(describeError(error, en)).toMatchObject({ title: 'errors.conflict.title', happened: 'The deal is won already.' });
  expect(describeError(error, inLanguage('tr')).happened).toBe('errors.code.DEAL_NOT_DRAFT');
});

test('reads the errors of Directus and of a proxy that answers HTML', () => {
  const wrong = serverErrorFrom(401, { errors: [{ message: 'Invalid user credentials.', extensions: { code: 'INVALID_CREDENTIALS' } }] });
  expect(describeError(wrong, en).title).toBe('errors.credentials.title');
  const gateway = serverErrorFrom(502, undefined, 'req-9');
  expect(gateway).toMatchObject({ code: 'HTTP_502', requestId: 'req-9' });
  expect(describeError(gateway, en).title).toBe('errors.server.title');
});
