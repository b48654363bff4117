import { csvOf } from './csv.ts';

describe('rows as CSV', () => {
  test('keep marks, quotes and line breaks within their cells', () => {
    expect(
      csvOf([
        ['a;b', 'say "so"', 'two\nlines'],
        ['İstanbul', '', '-12.50'],
      ]),
    ).toBe('\uFEFF"a;b";"say ""so""";"two\nlines"\r\nİstanbul;;-12.50\r\n');
  });

  test.each(['=1+1', '+1', '@x', '-cmd', '\tx'])('never run %p as a formula', (text) => {
    expect(csvOf([[text]])).toContain(`'${text}`);
  });
});
