import type { Collection, System } from './collection.ts';
import { collections } from './index.ts';

const scoped = new Set(collections.filter((collection) => collection.orgScoped).map((collection) => collection.name));

/**
 * Whether a reference is held by a key on (field, org): a child belongs to the org of its parent,
 * whatever path wrote it. That key says all that a key on the field alone would, so there is no other.
 */
export const holdsWithinOrg = (collection: Collection, name: string): boolean => {
  const field = collection.fields[name];
  return collection.orgScoped && field?.references !== undefined && scoped.has(field.references) && !field.acrossOrgs;
};

/** Whether the org of a row is vouched for by a parent that is always there. */
const orgIsVouchedFor = (collection: Collection): boolean =>
  Object.entries(collection.fields).some(([name, field]) => holdsWithinOrg(collection, name) && !field.nullable);

/** Whether Directus makes the foreign key itself; else it knows the relation, and the key is made here. */
export const isPlainKey = (collection: Collection, name: string): boolean =>
  name === 'org' ? !orgIsVouchedFor(collection) : !holdsWithinOrg(collection, name);

/** Statements that bring those keys in line with the model. Idempotent; an existing key is not checked again. */
export function sameOrgSql(systems: readonly System[]): string[] {
  const hosted = collections.filter((c) => c.system === 'core' || systems.includes(c.system));
  const references = hosted.flatMap((collection) =>
    Object.entries(collection.fields).flatMap(([name, field]) => (field.references ? [{ collection, name, target: field.references }] : [])),
  );
  const held = references.filter(({ collection, name }) => holdsWithinOrg(collection, name));
  const targets = [...new Set(held.map(({ target }) => target))];
  return [
    ...targets.map((target) => `create unique index if not exists ${target}_with_org on ${target} (id, org)`),
    ...held.map(
      ({ collection, name, target }) => `do $$ begin
        if not exists (select 1 from pg_constraint where conrelid = '${collection.name}'::regclass and conname = '${name}_of_same_org') then
          alter table ${collection.name} add constraint ${name}_of_same_org foreign key ("${name}", org) references ${target} (id, org);
        end if;
      end $$`,
    ),
    ...references
      .filter(({ collection, name }) => !isPlainKey(collection, name))
      .map(({ collection, name }) => `alter table ${collection.name} drop constraint if exists ${collection.name}_${name}_foreign`),
  ];
}
