import { MAX_BULK_ITEMS } from '@selvedge/kernel/command/bulk.ts';
import { invalidInput } from '@selvedge/kernel/errors.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const IS_UUID = new RegExp(`^${UUID}$`, 'i');
const PATH = new RegExp(`^/items/core_org_grant(?:/(${UUID}))?/?(?:\\?|$)`, 'i');

export type Fields = Readonly<Record<string, unknown>>;

/** One grant that somebody wants written, as the items API says it. */
export type Write =
  | { readonly kind: 'give'; readonly fields: Fields }
  | { readonly kind: 'change'; readonly id: string; readonly fields: Fields }
  | { readonly kind: 'end'; readonly id: string };

/** A write of grants that is taken here, before its body is read. */
export interface Asked {
  readonly kind: Write['kind'];
  /** Of the address; undefined where the body says which. */
  readonly id: string | undefined;
}

const KINDS: Readonly<Record<string, Write['kind']>> = { POST: 'give', PATCH: 'change', DELETE: 'end' };

/** Whether a request writes grants through the items API. What is not known here is left to Directus, which refuses it. */
export function askedFor(method: string | undefined, url: string | undefined): Asked | undefined {
  const kind = KINDS[method ?? ''];
  const path = PATH.exec(url ?? '');
  if (kind === undefined || path === null || (kind === 'give' && path[1] !== undefined)) return undefined;
  return { kind, id: path[1]?.toLowerCase() };
}

const unusable = (path: string, en: string, tr: string) => invalidInput([{ path, message: en, messageTr: tr }]);

function fieldsIn(value: unknown, path: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw unusable(path, 'must be an object with the fields of a grant.', 'yetkinin alanlarını taşıyan bir nesne olmalı.');
}

function idIn(value: unknown, path: string): string {
  if (typeof value === 'string' && IS_UUID.test(value)) return value.toLowerCase();
  throw unusable(path, 'must be the id of a grant (a UUID).', 'bir yetkinin kimliği (UUID) olmalı.');
}

const list = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? (value as readonly unknown[]) : undefined);

function changesIn(body: unknown): Write[] {
  const rows = list(body);
  if (rows)
    return rows.map((row, at) => {
      const { id, ...fields } = fieldsIn(row, String(at));
      return { kind: 'change', id: idIn(id, `${at}.id`), fields };
    });
  const { keys, data } = fieldsIn(body, '');
  // A filter could mean other rows than whoever wrote it saw.
  const ids = list(keys);
  if (!ids) throw unusable('keys', 'name the grants by their ids.', 'yetkileri kimlikleriyle yazın.');
  return ids.map((id, at) => ({ kind: 'change', id: idIn(id, `keys.${at}`), fields: fieldsIn(data, 'data') }));
}

function endsIn(body: unknown): Write[] {
  const ids = list(body) ?? list(fieldsIn(body, '')['keys']);
  if (!ids) throw unusable('keys', 'name the grants by their ids.', 'yetkileri kimlikleriyle yazın.');
  return ids.map((id, at) => ({ kind: 'end', id: idIn(id, `keys.${at}`) }));
}

/**
 * What is to be written, one by one; no more at once than commands take in bulk.
 * @param body the request's JSON; undefined where it has none
 * @throws Refusal INVALID_INPUT naming the part that cannot be read
 */
export function writesIn(asked: Asked, body: unknown): Write[] {
  const writes = allIn(asked, body);
  if (writes.length > MAX_BULK_ITEMS)
    throw unusable(
      '',
      `holds ${writes.length} grants; send at most ${MAX_BULK_ITEMS} at once.`,
      `${writes.length} yetki içeriyor; bir seferde en çok ${MAX_BULK_ITEMS} gönderin.`,
    );
  return writes;
}

function allIn({ kind, id }: Asked, body: unknown): Write[] {
  if (kind === 'end') return id === undefined ? endsIn(body) : [{ kind, id }];
  if (kind === 'change') return id === undefined ? changesIn(body) : [{ kind, id, fields: fieldsIn(body, '') }];
  const rows = list(body);
  return rows ? rows.map((row, at) => ({ kind, fields: fieldsIn(row, String(at)) })) : [{ kind, fields: fieldsIn(body, '') }];
}
