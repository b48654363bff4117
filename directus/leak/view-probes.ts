import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { encodeCursor } from '@selvedge/kernel/view/keyset.ts';
import type { System } from '@selvedge/kernel/system.ts';
import type { View } from '@selvedge/kernel/view/define-view.ts';
import { anonymous, ask, type Door } from './ask.ts';
import type { Probe } from './probe.ts';

interface QuerySchema {
  readonly properties?: Readonly<Record<string, { readonly format?: string }>>;
}

const propertiesOf = (view: View) => Object.entries((z.toJSONSchema(view.query, { io: 'input', unrepresentable: 'any' }) as QuerySchema).properties ?? {});

/** Ids in the query of a view: it may tell of such a row only to whom it belongs. */
const idsIn = (view: View): string[] =>
  propertiesOf(view)
    .filter(([, property]) => property.format === 'uuid')
    .map(([name]) => name);

/** Cursors that no list gave out: lists begin at a place of the client's choosing, with values of every kind. */
const forgedCursors = (id: string) =>
  [
    ['zzz', id],
    [9e15, id],
    [{ a: 1 }, [2]],
    ['2100-01-01', id, 'in'],
  ].map(encodeCursor);

/** Every string in a piece of JSON. */
function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const one of value as unknown[]) yield* strings(one);
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* strings(one);
}

/** What must show in no answer to a person: ids and codes of rows that belong to orgs they have no grant in, or to roles they lack in their own. */
export type ForeignMarks = ReadonlySet<string>;

/** Every view of a system, for one person: as it opens, over all orgs, of an org of others, and by ids of others. */
export function viewProbes(door: Door, system: System, marks: ForeignMarks, foreignIds: readonly string[], foreignOrg: string | undefined): Probe[] {
  const { person } = door;
  return system.views.flatMap((view) => {
    const get = (query: string) => ask(door, `/${system.name}/views/${view.name}${query}`);
    const probe = (how: string, look: () => Promise<string | null>): Probe => ({ name: `${person.label} view ${system.name}/${view.name} ${how}`, look });
    const isClean = (how: string, query: string) =>
      probe(how, async () => {
        const { status, text } = await get(query);
        // A refusal tells nothing; a fault hides what it would have told.
        if (status >= 500) return `it fails with ${status}`;
        if (status !== 200) return null;
        for (const text_ of strings(JSON.parse(text))) if (marks.has(text_)) return `it tells ${text_}`;
        return null;
      });
    const ids = idsIn(view);
    return [
      isClean('as it opens', '?limit=100'),
      isClean('over all orgs', '?limit=100&scope=all'),
      ...(propertiesOf(view).some(([name]) => name === 'cursor')
        ? forgedCursors(foreignIds[0] ?? randomUUID()).map((cursor) => isClean(`from a forged cursor ${cursor}`, `?limit=100&cursor=${cursor}`))
        : []),
      ...(foreignOrg === undefined
        ? []
        : [
            probe('of an org of others', async () => {
              const [of, ofNothing] = [anonymous(await get(`?org=${foreignOrg}`), foreignOrg), anonymous(await get('?org=QQQ'), 'QQQ')];
              return of === ofNothing ? null : `an org of others answers "${of.slice(0, 80)}", none "${ofNothing.slice(0, 80)}"`;
            }),
          ]),
      ...ids.flatMap((name) =>
        foreignIds.map((id) =>
          probe(`by ${name} of others`, async () => {
            const nothing = randomUUID();
            const [of, ofNothing] = [anonymous(await get(`?${name}=${id}`), id), anonymous(await get(`?${name}=${nothing}`), nothing)];
            return of === ofNothing ? null : `${id} answers "${of.slice(0, 80)}", none "${ofNothing.slice(0, 80)}"`;
          }),
        ),
      ),
    ];
  });
}
