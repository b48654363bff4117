import type { System } from '../model/collection.ts';
import { collections } from '../model/index.ts';
import type { Person, Query } from './person.ts';
import { knowableRows } from './visible-rows.ts';

/** Ids looked at per collection and org: the newest, which lists show first. */
const PER_COLLECTION = 200;

/** Ids and codes of rows of orgs in which a person has no grant, by collection. */
export async function foreignRows(query: Query, systems: readonly System[], person: Person): Promise<Map<string, { ids: string[]; codes: string[] }>> {
  const own = [...new Set(person.grants.map((grant) => grant.orgId))];
  const found = new Map<string, { ids: string[]; codes: string[] }>();
  for (const collection of collections.filter((one) => one.orgScoped && (one.system === 'core' || systems.includes(one.system)))) {
    // Only codes that are nobody else's: two orgs may call a lot by the same name.
    const coded = collection.fields['code']?.unique ? 'code' : undefined;
    const rows = await query<{ id: string; code: string | null }>(
      `select id, ${coded ?? 'null'} as code from ${collection.name} where not (org = any ($1::uuid[])) order by created_at desc limit ${PER_COLLECTION}`,
      [own],
    );
    found.set(collection.name, { ids: rows.map((row) => row.id), codes: rows.flatMap((row) => (row.code === null ? [] : [row.code])) });
  }
  return found;
}

/** Ids of rows of a person's own orgs that none of their roles there may know of, by collection of one system. */
export async function wrongRoleRows(query: Query, system: System, person: Person): Promise<Map<string, string[]>> {
  const own = [...new Set(person.grants.map((grant) => grant.orgId))];
  const found = new Map<string, string[]>();
  for (const collection of collections.filter((one) => one.orgScoped && one.system === system)) {
    const rows = await query<{ id: string }>(
      `select id from ${collection.name} where org = any ($1::uuid[]) and not (${knowableRows(collection, person)}) order by created_at desc limit ${PER_COLLECTION}`,
      [own],
    );
    if (rows.length > 0)
      found.set(
        collection.name,
        rows.map((row) => row.id),
      );
  }
  return found;
}
