import { createHash } from 'node:crypto';

export const GENESIS = Buffer.alloc(32);
/** The chain of rows that belong to no single org. */
export const GROUP_CHAIN = '00000000-0000-0000-0000-000000000000';

export interface AuditRow {
  readonly id: number;
  readonly org: string | null;
  readonly at: Date;
  readonly actor: string;
  readonly on_behalf_of: string | null;
  readonly command: string;
  readonly subject_type: string | null;
  readonly subject_id: string | null;
  readonly reason: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly request_id: string | null;
}

/** Keys sorted at every depth, so that the same row always gives the same bytes. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}

/** Hash of a row on top of its predecessor's: changing any earlier row changes every later hash. */
export function sealHash(previous: Buffer, row: AuditRow): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(JSON.stringify(canonical(row)))
    .digest();
}
