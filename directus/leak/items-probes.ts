import { randomUUID } from 'node:crypto';
import type { Collection } from '../model/collection.ts';
import { ask, rowsOf, type Answer, type Door } from './ask.ts';
import { compareWithNothing } from './compare-with-nothing.ts';
import type { Query } from './person.ts';
import type { Probe } from './probe.ts';
import { relationsOf } from './relations-of.ts';
import { visibleRows } from './visible-rows.ts';

/** Rows a list probe reads; the database answers what lies beyond. */
const PAGE = 100;

const EXPORTS = ['csv', 'json'] as const;
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What the database knows, asked as the system. */
interface Truth {
  readonly seen: number;
  readonly orgs: readonly string[];
  /** A row this person may not see, if there is one. */
  readonly foreign: Record<string, unknown> | undefined;
}

async function truthOf(query: Query, collection: Collection, condition: string): Promise<Truth> {
  const org = collection.orgScoped ? 'array_agg(distinct org)' : 'null';
  const [[counted], [foreign]] = await Promise.all([
    query<{ seen: string; orgs: string[] | null }>(`select count(*)::text as seen, ${org} as orgs from ${collection.name} where ${condition}`),
    query<Record<string, unknown>>(`select * from ${collection.name} where not (${condition}) order by id limit 1`),
  ]);
  return { seen: Number(counted?.seen ?? 0), orgs: counted?.orgs ?? [], foreign };
}

const wordIn = (row: Record<string, unknown>, collection: Collection): string | undefined =>
  Object.entries(collection.fields)
    .filter(([, field]) => field.type === 'string' && !field.choices)
    .map(([name]) => row[name])
    .find((value): value is string => typeof value === 'string' && value.length > 3);

/** Every way the items API has of telling of rows, for one person and one collection. */
export function itemsProbes(door: Door, query: Query, collection: Collection): Probe[] {
  const { name } = collection;
  const condition = visibleRows(collection, door.person);
  const get = (rest: string) => ask(door, `/items/${name}${rest}`);
  const probe = (how: string, look: () => Promise<string | null>): Probe => ({ name: `${door.person.label} ${name} ${how}`, look });

  /** Of these ids, those the person may not see. */
  const foreignAmong = async (rows: readonly Record<string, unknown>[], of = collection, may = condition): Promise<string | null> => {
    const ids = rows.map((row) => row['id']).filter((id) => typeof id === 'string');
    if (ids.length === 0) return null;
    const found = await query<{ id: string }>(`select id from ${of.name} where id = any ($1::uuid[]) and not (${may ?? 'false'})`, [ids]);
    return found.length === 0 ? null : `${found.length} rows of others in ${of.name}, such as ${found[0]?.id ?? ''}`;
  };
  const sees = (answer: Answer, expected: number, rows = rowsOf(answer).length) => (rows === expected ? null : `${rows} rows instead of ${expected}`);

  if (condition === null) {
    return ['?limit=1', '?aggregate[count]=*', '?search=a', `/${randomUUID()}`].map((rest) =>
      probe(rest, async () => ((await get(rest)).status === 403 ? null : 'open, though only views show it')),
    );
  }

  const truth = truthOf(query, collection, condition);
  const listed = (how: string, rest: string) =>
    probe(how, async () => {
      const answer = await get(rest);
      const rows = rowsOf(answer);
      return (await foreignAmong(rows)) ?? sees(answer, Math.min(PAGE, (await truth).seen), rows.length);
    });
  const likeNothing = (how: string, send: (id: string) => Promise<Answer>) =>
    probe(how, async () => {
      const id = (await truth).foreign?.['id'];
      return typeof id === 'string' ? compareWithNothing(send, id) : null;
    });
  const counts = (how: string, rest: string, of: (row: Record<string, unknown>, truths: Truth) => [number, number]) =>
    probe(how, async () => {
      const [row] = rowsOf(await get(rest));
      const [told, expected] = row ? of(row, await truth) : [0, (await truth).seen];
      return told === expected ? null : `${told} instead of ${expected}`;
    });
  const countIn = (row: Record<string, unknown>, field = 'id') => {
    const count = row['count'];
    return Number(typeof count === 'object' && count !== null ? (count as Record<string, unknown>)[field] : count);
  };

  const plain = [
    listed('list', `?limit=${PAGE}&sort=id`),
    listed('list from the end', `?limit=${PAGE}&sort=-id`),
    counts('count', '?aggregate[count]=*', (row, { seen }) => [countIn(row), seen]),
    counts(
      'count of what any of two conditions finds',
      '?aggregate[count]=*&filter[_or][0][id][_nnull]=true&filter[_or][1][id][_null]=true',
      (row, { seen }) => [countIn(row), seen],
    ),
    probe('meta counts', async () => {
      const { text, status } = await get('?limit=0&meta=*');
      if (status !== 200) return `answers ${status}`;
      const { meta } = JSON.parse(text) as { meta: { total_count: number; filter_count: number } };
      const { seen } = await truth;
      return meta.filter_count === seen && meta.total_count <= seen ? null : `${meta.total_count} and ${meta.filter_count} instead of ${seen}`;
    }),
    likeNothing('read one', (id) => get(`/${id}`)),
    likeNothing('filter by id', (id) => get(`?filter[id][_eq]=${id}`)),
    likeNothing('count by id', (id) => get(`?aggregate[count]=*&filter[id][_eq]=${id}`)),
    likeNothing('SEARCH by id', (id) => ask(door, `/items/${name}`, { method: 'SEARCH', body: { query: { filter: { id: { _in: [id] } } } } })),
    probe('search', async () => {
      const { foreign } = await truth;
      const word = foreign && wordIn(foreign, collection);
      return word === undefined ? null : foreignAmong(rowsOf(await get(`?limit=${PAGE}&search=${encodeURIComponent(word)}`)));
    }),
    ...EXPORTS.map((format) =>
      probe(`export as ${format}`, async () => {
        const { text, status } = await get(`?limit=-1&export=${format}&fields=id`);
        if (status !== 200) return `answers ${status}`;
        const ids = [...new Set(text.match(UUID) ?? [])];
        return (
          (await foreignAmong(ids.map((id) => ({ id })))) ?? (ids.length === (await truth).seen ? null : `${ids.length} rows instead of ${(await truth).seen}`)
        );
      }),
    ),
  ];

  const byOrg = collection.orgScoped
    ? [
        counts('count of orgs', '?aggregate[countDistinct]=org', (row, { orgs }) => [
          Number((row['countDistinct'] as Record<string, unknown> | undefined)?.['org'] ?? 0),
          orgs.length,
        ]),
        probe('groups by org', async () => {
          const told = rowsOf(await get('?aggregate[count]=*&groupBy[]=org&limit=-1')).map((row) => String(row['org']));
          const { orgs } = await truth;
          return told.sort().join() === [...orgs].sort().join() ? null : `groups ${told.join(', ')}`;
        }),
        probe('filter by the orgs of others', async () => {
          const { orgs } = await truth;
          const answer = await get(`?limit=${PAGE}&filter[org][_nin]=${[...orgs, randomUUID()].join(',')}`);
          return sees(answer, 0);
        }),
      ]
    : [];

  const related = relationsOf(collection).flatMap(({ name: field, target }) => {
    const may = visibleRows(target, door.person);
    return [
      probe(`deep fields ${field}`, async () => {
        const rows = rowsOf(await get(`?limit=${PAGE}&fields=id,${field}.*`));
        const nested = rows.map((row) => row[field]).filter((value): value is Record<string, unknown> => typeof value === 'object' && value !== null);
        return (await foreignAmong(rows)) ?? foreignAmong(nested, target, may);
      }),
      probe(`sort by ${field}`, async () => foreignAmong(rowsOf(await get(`?limit=${PAGE}&sort=${field}.created_at`)))),
      probe(`deep filter ${field}`, async () => {
        const [row] = may === null ? [] : await query<{ id: string }>(`select id from ${target.name} where not (${may}) order by id limit 1`);
        return row ? sees(await get(`?limit=${PAGE}&filter[${field}][id][_eq]=${row.id}`), 0) : null;
      }),
    ];
  });
  // People belong to no org: nothing of them is told along with a row but their id.
  const people = Object.entries(collection.fields).flatMap(([field, { references }]) =>
    references === 'directus_users'
      ? [
          probe(`deep fields ${field}`, async () => {
            const told = rowsOf(await get(`?limit=${PAGE}&fields=id,${field}.*`)).map((row) => row[field]);
            const stranger = told.find((one) => typeof one === 'object' && one !== null && (one as { id?: unknown }).id !== door.person.userId);
            return stranger === undefined || door.person.isAdmin ? null : `it tells ${JSON.stringify(stranger).slice(0, 120)}`;
          }),
          probe(`deep filter ${field}`, async () => {
            const all = rowsOf(await get(`?limit=${PAGE}&fields=id&filter[${field}][password][_nnull]=true`));
            return all.length === 0 || door.person.isAdmin ? null : 'it filters by what only the person knows';
          }),
        ]
      : [],
  );
  return [...plain, ...byOrg, ...related, ...people];
}
