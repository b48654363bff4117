import type { Collection } from '../model/collection.ts';
import { ask, type Answer, type Door } from './ask.ts';
import { compareWithNothing } from './compare-with-nothing.ts';
import type { Query } from './person.ts';
import type { Probe } from './probe.ts';
import { relationsOf } from './relations-of.ts';
import { visibleRows } from './visible-rows.ts';

type Send = (id: string) => Promise<Answer>;

/** A file with one row, as the importer takes it. */
function asFile(row: object): FormData {
  const form = new FormData();
  form.append('file', new Blob([JSON.stringify([row])], { type: 'application/json' }), 'rows.json');
  return form;
}

/** Ways to write a row that leads to one of another: by its id, and with the row itself nested, which Directus would write as well. */
function linkingTries(door: Door, collection: string, field: string): readonly [string, Send][] {
  const items = `/items/${collection}`;
  const nested = (id: string) => ({ [field]: { id, created_at: '2001-01-01T00:00:00Z' } });
  return [
    [`creation with ${field}`, (id) => ask(door, items, { method: 'POST', body: { [field]: id } })],
    [`creation with ${field} nested`, (id) => ask(door, items, { method: 'POST', body: nested(id) })],
    [`creation of many with ${field} nested`, (id) => ask(door, items, { method: 'POST', body: [nested(id)] })],
    [`import with ${field}`, (id) => ask(door, `/utils/import/${collection}`, { method: 'POST', form: asFile({ [field]: id }) })],
    [`import with ${field} nested`, (id) => ask(door, `/utils/import/${collection}`, { method: 'POST', form: asFile(nested(id)) })],
  ];
}

const ownTries = (door: Door, collection: string): readonly [string, Send][] => {
  const items = `/items/${collection}`;
  const data = { created_at: '2001-01-01T00:00:00Z' };
  return [
    ['change', (id) => ask(door, `${items}/${id}`, { method: 'PATCH', body: data })],
    ['delete', (id) => ask(door, `${items}/${id}`, { method: 'DELETE' })],
    ['change of many', (id) => ask(door, items, { method: 'PATCH', body: { keys: [id], data } })],
    ['creation under its id', (id) => ask(door, items, { method: 'POST', body: { id, ...data } })],
    ['import under its id', (id) => ask(door, `/utils/import/${collection}`, { method: 'POST', form: asFile({ id, ...data }) })],
  ];
};

/**
 * Ways to write a row of another, or one that leads to such a row: each must answer as for a row that does not
 * exist. For test systems: a leak here would write.
 */
export function itemsWriteProbes(door: Door, query: Query, collection: Collection): Probe[] {
  const { person } = door;
  const condition = visibleRows(collection, person);
  if (condition === null || person.isAdmin) return [];
  const probesOf = (tries: readonly [string, Send][], of: string, may: string): Probe[] =>
    tries.map(([how, send]) => ({
      name: `${person.label} ${collection.name} ${how}`,
      look: async () => {
        const [row] = await query<{ id: string }>(`select id from ${of} where not (${may}) order by id limit 1`);
        return row ? compareWithNothing(send, row.id) : null;
      },
    }));
  return [
    ...probesOf(ownTries(door, collection.name), collection.name, condition),
    ...relationsOf(collection).flatMap(({ name, target }) =>
      probesOf(linkingTries(door, collection.name, name), target.name, visibleRows(target, person) ?? 'false'),
    ),
  ];
}
