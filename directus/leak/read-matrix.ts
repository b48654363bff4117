import type { System } from '@selvedge/kernel/system.ts';
import type { System as SystemName } from '../model/collection.ts';
import { collections } from '../model/index.ts';
import { closedDoorProbes } from './closed-doors-probes.ts';
import { foreignRows, wrongRoleRows } from './foreign-marks.ts';
import { gateProbes } from './gate-probes.ts';
import { itemsProbes } from './items-probes.ts';
import type { Person, Query } from './person.ts';
import type { Probe } from './probe.ts';
import { viewProbes } from './view-probes.ts';

export interface Node {
  readonly url: string;
  /** As the system, on that node's database. */
  readonly query: Query;
  /** What it hosts, core included. */
  readonly systems: readonly System[];
}

/** Ids of others each view is tried with, per collection. */
const IDS_PER_COLLECTION = 1;

/**
 * Everything that reads, for one person on one node: each collection through the items API, each view,
 * each gate, and the doors of Directus. It is made from the model and the registry, so what is added later is in it.
 */
export async function readMatrix({ url, query, systems }: Node, person: Person): Promise<Probe[]> {
  const door = { url, person };
  const names = systems.map((system) => system.name as SystemName);
  const hosted = collections.filter((collection) => names.includes(collection.system));
  const foreign = await foreignRows(query, names, person);
  const marks = [...foreign.values()].flatMap(({ ids, codes }) => [...ids, ...codes]);
  const ids = [...foreign.values()].flatMap((rows) => rows.ids.slice(0, IDS_PER_COLLECTION));
  // Of a row of their own org that belongs to other roles, a view of that system must not tell either. Another system may
  // name it: what it mirrors goes by the id it has at its owner's.
  const ofOtherRoles = new Map(
    await Promise.all(names.map(async (name) => [name, [...(await wrongRoleRows(query, name, person)).values()]] as [string, string[][]])),
  );
  const own = person.grants.map((grant) => grant.orgId);
  const [foreignOrg] = await query<{ id: string; code: string }>('select id, code from core_org where not (id = any ($1::uuid[])) order by code limit 1', [
    own,
  ]);
  const strangers = await query<{ email: string }>(
    `select u.email from directus_users u where u.email is not null and u.id <> $1 and not exists (
       select 1 from core_org_grant g where g."user" = u.id and g.org = any ($2::uuid[])) limit 20`,
    [person.userId, own],
  );
  return [
    ...hosted.flatMap((collection) => itemsProbes(door, query, collection)),
    ...(person.isAdmin
      ? []
      : systems.flatMap((system) => [
          ...viewProbes(
            door,
            system,
            new Set([...marks, ...(ofOtherRoles.get(system.name) ?? []).flat()]),
            [...ids, ...(ofOtherRoles.get(system.name) ?? []).flatMap((rows) => rows.slice(0, IDS_PER_COLLECTION))],
            foreignOrg?.code,
          ),
          ...gateProbes(door, system, new Map([...foreign].map(([name, rows]) => [name, rows.ids]))),
        ])),
    ...closedDoorProbes(door, [...strangers.map((stranger) => stranger.email), ...(foreignOrg ? [foreignOrg.id] : [])]),
  ];
}
