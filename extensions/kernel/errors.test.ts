import { fromDatabaseError, invalidInput, notFound, Refusal } from './errors.ts';

const raised = (code: string, constraint?: string) => Object.assign(new Error('from PostgreSQL'), { code, constraint, detail: 'Key (org)=(secret) exists' });

describe('an error of PostgreSQL', () => {
  test.each([
    ['42501', 'NOT_FOUND', 404],
    ['23503', 'NOT_FOUND', 404],
    ['23505', 'ALREADY_EXISTS', 409],
    ['23514', 'INVALID_INPUT', 400],
    ['40P01', 'TRY_AGAIN', 409],
    ['40001', 'TRY_AGAIN', 409],
  ])('%s is told as %s', (code, refused, status) => {
    const error = raised(code, 'deal_code_unique');
    const refusal = fromDatabaseError(error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ code: refused, status, cause: error });
    expect(JSON.stringify([(refusal as Refusal).message, (refusal as Refusal).details])).not.toContain('secret');
  });

  test('[ADM-2] refused by row security answers word for word as a row that does not exist', () => {
    const { code, status, message, details } = fromDatabaseError(raised('42501', 'x')) as Refusal;
    expect({ code, status, message, details }).toEqual({ code: notFound().code, status: notFound().status, message: notFound().message, details: {} });
  });

  test.each([[raised('XX000')], [new Error('plain')], [undefined], [null], ['text']])('%p is left as it came', (error) => {
    expect(fromDatabaseError(error)).toBe(error);
  });
});

test('invalid input lists every problem with its path, in both languages', () => {
  const problems = [
    { path: 'lines.2.qty', message: '"x" is not a decimal', messageTr: '"x" bir ondalık sayı değil' },
    { path: '', message: 'The body is empty.', messageTr: 'Gövde boş.' },
  ];
  const refusal = invalidInput(problems);
  expect(refusal.message).toBe('lines.2.qty: "x" is not a decimal The body is empty.');
  expect(refusal.messageTr).toBe('lines.2.qty: "x" bir ondalık sayı değil Gövde boş.');
  expect(refusal.details).toEqual({ problems });
});
