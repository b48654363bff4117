import { z } from 'zod';
import { contains, decodeCursor, encodeCursor, page, pageFields } from './keyset.ts';

const rows = Array.from({ length: 7 }, (_, i) => ({ id: `id-${i}`, at: `2026-03-0${i + 1}` }));
const cursorOf = (row: (typeof rows)[number]) => [row.at, row.id];

describe('a keyset page', () => {
  test('walks every row once, in order', () => {
    const seen: string[] = [];
    let after = -1;
    for (let turn = 0; turn < 10; turn += 1) {
      // As a query does: one row more than the limit.
      const { data, nextCursor } = page(rows.slice(after + 1, after + 1 + 3), 2, cursorOf);
      seen.push(...data.map((row) => row.id));
      if (nextCursor === null) break;
      const [, id] = decodeCursor(nextCursor, 2);
      after = rows.findIndex((row) => row.id === id);
    }
    expect(seen).toEqual(rows.map((row) => row.id));
  });

  test.each([
    [0, 0, false],
    [1, 1, false],
    [2, 2, false],
    [3, 2, true],
  ])('of %i rows with a limit of 2 holds %i', (given, held, hasNext) => {
    const { data, nextCursor } = page(rows.slice(0, given), 2, cursorOf);
    expect(data).toHaveLength(held);
    expect(nextCursor !== null).toBe(hasNext);
  });

  test.each([[['2026-03-01', 'id']], [[null, 'İstanbul ₺']], [[0, '']]])('cursor of %p survives the way to the client', (values) => {
    const cursor = encodeCursor(values);
    expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(decodeCursor(cursor, values.length)).toEqual(values);
  });

  test.each([
    ['garbage', '%%%'],
    ['text that is no JSON', Buffer.from('hello').toString('base64url')],
    ['an object', Buffer.from('{"length":2}').toString('base64url')],
    ['a cursor of a list with another order', encodeCursor(['one'])],
    ['nothing', ''],
  ])('refuses %s', (_, cursor) => {
    expect(() => decodeCursor(cursor, 2)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', status: 400 }));
  });

  test.each([
    ['25', 25],
    ['1', 1],
    ['100', 100],
    [undefined, 25],
  ])('takes a limit of %p', (limit, taken) => {
    expect(z.object(pageFields).parse({ limit }).limit).toBe(taken);
  });

  test.each(['0', '101', '-1', '2.5', 'many'])('refuses a limit of %p', (limit) => {
    expect(z.object(pageFields).safeParse({ limit }).success).toBe(false);
  });
});

test('a search for % or _ or \\ looks for just that', () => {
  expect(contains('50%_a\\b')).toBe('%50\\%\\_a\\\\b%');
  expect(contains('keten')).toBe('%keten%');
});
