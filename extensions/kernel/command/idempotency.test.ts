import { parseIdempotencyKey } from './idempotency.ts';

describe('the Idempotency-Key header', () => {
  test.each(['3f2504e0-4f89-11d3-9a0c-0305e82c3301', 'crm:deal:17:won:v1', 'a'.repeat(8), '~'.repeat(200)])('%p is taken as it is', (key) => {
    expect(parseIdempotencyKey(key)).toBe(key);
  });

  test('of several the first counts', () => {
    expect(parseIdempotencyKey(['first-key', 'second-key'])).toBe('first-key');
  });

  test.each([[undefined], [''], ['a'.repeat(7)], ['a'.repeat(201)], ['with space'], ['tab\tinside'], ['line\nbreak'], ['türkçe-anahtar'], [[]]])(
    '%p is refused and the remedy named',
    (key) => {
      expect(() => parseIdempotencyKey(key)).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT', status: 400, message: expect.stringMatching(/8 to 200 printable characters/) as string }),
      );
    },
  );
});
