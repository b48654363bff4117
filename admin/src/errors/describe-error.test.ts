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

test.each([
  [403, 'PERMISSION_REQUIRED', 'errors.forbidden.title'],
  [404, 'NOT_FOUND', 'errors.notFound.title'],
  [409, 'DEAL_NOT_DRAFT', 'errors.conflict.title'],
  [422, 'GATE_BLOCKED', 'errors.blocked.title'],
  [429, 'TOO_MANY_REQUESTS', 'errors.tooMany.title'],
  [503, 'OWNER_UNREACHABLE', 'errors.server.title'],
])('a refusal with %s %s is told in the language of the reader, as the server said it', (status, code, title) => {
  const error = serverErrorFrom(status, {
    error: { code, message: 'MODDL1 is won.', messageTr: 'MODDL1 kazanıldı.', details: {}, requestId: 'r1' },
  });
  expect(describeError(error, en)).toMatchObject({ title, happened: 'MODDL1 is won.' });
  expect(describeError(error, inLanguage('tr'))).toMatchObject({ title, happened: 'MODDL1 kazanıldı.' });
  expect(error.requestId).toBe('r1');
});

test('an answer that speaks English alone is not read out to others', () => {
  const error = serverErrorFrom(403, { errors: [{ message: "You don't have permission.", extensions: { code: 'FORBIDDEN' } }] });
  expect(describeError(error, inLanguage('tr')).happened).toBe('errors.forbidden.happened');
});

test('every problem with the input is told, with its place', () => {
  const problems = [
    { path: 'lines.2.qty', message: '12.5 is not whole' },
    { path: '', message: 'Something else' },
  ];
  const error = serverErrorFrom(400, { error: { code: 'INVALID_INPUT', message: 'm', details: { problems } } });
  expect(describeError(error, en).happened).toBe('lines.2.qty: 12.5 is not whole · Something else');
});

test('reads the errors of Directus and of a proxy that answers HTML', () => {
  const wrong = serverErrorFrom(401, { errors: [{ message: 'Invalid user credentials.', extensions: { code: 'INVALID_CREDENTIALS' } }] });
  expect(describeError(wrong, en).title).toBe('errors.credentials.title');
  const gateway = serverErrorFrom(502, undefined, 'req-9');
  expect(gateway).toMatchObject({ code: 'HTTP_502', requestId: 'req-9' });
  expect(describeError(gateway, en).title).toBe('errors.server.title');
});
