import { z } from 'zod';
import { invalidInput } from '../errors.ts';

/** Query fields every list takes. */
export const pageFields = {
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(400).optional(),
};

/** The sort value and id of the last row of a page, opaque to clients. */
export function encodeCursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** @throws Refusal INVALID_INPUT when the cursor is not one of ours */
export function decodeCursor(cursor: string, length: number): unknown[] {
  try {
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(values) && values.length === length) return values;
  } catch {
    // falls through to the refusal
  }
  throw cursorRefused(cursor);
}

/** What a cursor is refused with that no list gave out. */
export const cursorRefused = (cursor: string) =>
  invalidInput([
    {
      path: 'cursor',
      message: `"${cursor.slice(0, 40)}" is not a cursor of this list; start again without one.`,
      messageTr: `"${cursor.slice(0, 40)}" bu listenin imleci değil; imleçsiz baştan başlayın.`,
    },
  ]);

/** Cuts the extra row off that was read to see whether there is a next page. */
export function page<R>(rows: readonly R[], limit: number, cursorOf: (row: R) => readonly unknown[]): { data: R[]; nextCursor: string | null } {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null };
}

/** Text for ILIKE in which what the person typed means itself. */
export const contains = (text: string) => `%${text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`;

/**
 * SQL: names in the order people look them up in, Irmak, İpek, Jale; the database's own order puts İ and Ç after Z.
 * Stands in the order as in the comparison with a cursor, and in the index that serves both.
 */
export const asName = (name: string) => `(${name} collate "tr-x-icu")`;
