import type { Internals, Knex } from './directus-internals.ts';
import type { System } from '../model/collection.ts';
import { ORGS_FIELDS } from '../access/orgs-of.ts';
import { buildSnapshot } from '../model/snapshot.ts';

type Json = unknown;
const isObject = (value: Json): value is Record<string, Json> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `wanted` laid over `current`: what Selvedge does not state stays as Directus has it, so no diff arises from it. */
function overlay(current: Json, wanted: Json): Json {
  if (!isObject(current) || !isObject(wanted)) return wanted;
  return { ...current, ...Object.fromEntries(Object.entries(wanted).map(([key, value]) => [key, overlay(current[key], value)])) };
}

interface Snapshot {
  collections: Record<string, Json>[];
  fields: Record<string, Json>[];
  relations: Record<string, Json>[];
  systemFields: Json[];
}

const word = (value: Json) => (typeof value === 'string' ? value : '');
const keyed = (row: Record<string, Json>) => `${word(row['collection'])}.${word(row['field'])}`;

function overlayAll(current: readonly Record<string, Json>[], wanted: readonly Record<string, Json>[]) {
  const existing = new Map(current.map((row) => [keyed(row), row]));
  return wanted.map((row) => overlay(existing.get(keyed(row)) ?? {}, row) as Record<string, Json>);
}

/**
 * Brings the Directus schema in line with the model.
 * @returns how many collections, fields and relations changed; 0 when applied twice
 */
export async function applySchema({ getSnapshot, getSnapshotDiff, applySnapshot }: Internals, database: Knex, systems: readonly System[]): Promise<number> {
  const current = (await getSnapshot({ database })) as unknown as Snapshot;
  const wanted = buildSnapshot(systems, ORGS_FIELDS);
  const after = {
    ...current,
    collections: overlayAll(current.collections, wanted.collections),
    fields: overlayAll(current.fields, wanted.fields),
    relations: overlayAll(current.relations, wanted.relations),
  };
  const diff = getSnapshotDiff(current, after) as Record<'collections' | 'fields' | 'systemFields' | 'relations', unknown[]>;
  const changes = diff.collections.length + diff.fields.length + diff.systemFields.length + diff.relations.length;
  if (changes > 0) await applySnapshot(after, { database, current, diff });
  return changes;
}
