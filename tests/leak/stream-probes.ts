import { randomUUID } from 'node:crypto';
import type { Person } from '@selvedge/directus/leak/person.ts';
import type { Findings } from '@selvedge/directus/leak/probe.ts';
import { collections } from '@selvedge/directus/model/index.ts';
import type { Change } from '@selvedge/kernel/http/context.ts';
import type { ChangeHub } from '@selvedge/kernel/stream/hub.ts';
import type { System } from '@selvedge/kernel/system.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { listen, type Listening } from '../world/listen.ts';

/** Type of the change that is told last in every org: who has heard it has heard all before it. */
const LAST = 'probe.last';

/** Every change that any command or consumed event of these systems could tell of any collection, in one org. */
function everyChange(systems: readonly System[], org: string): Change[] {
  return systems.flatMap((system) => {
    const types = [...system.commands.map((command) => command.name), ...system.consumers.map((consumer) => consumer.event.type)];
    return collections
      .filter((collection) => collection.system === system.name || system.name === 'planted')
      .flatMap(({ name }) => types.map((type) => ({ system: system.name, collection: name, id: randomUUID(), org, type })));
  });
}

interface Ear {
  readonly person: Person;
  readonly system: System;
  /** Orgs in which the person holds a role with a way into the system. */
  readonly orgs: ReadonlySet<string>;
  readonly stream: Listening;
}

export interface StreamNode {
  readonly url: string;
  readonly systems: readonly System[];
  /** A hub on the node's own channel. */
  readonly hub: ChangeHub;
  /** All orgs there are. */
  readonly orgs: readonly string[];
  /** Ids of rows of others, per person. */
  readonly foreign: (person: Person) => Promise<ReadonlySet<string>>;
}

/** Opens the live view of every system as every person: a leak where one opens that should not, or the other way round. */
async function openAll({ url, systems }: StreamNode, people: readonly Person[], leaks: Findings['leaks'][number][]): Promise<Ear[]> {
  const asked = people.flatMap((person) => systems.map((system) => ({ person, system })));
  const ears = await Promise.all(
    asked.map(async ({ person, system }): Promise<Ear[]> => {
      const orgs = new Set(person.grants.filter((grant) => system.roles.includes(grant.role)).map((grant) => grant.orgId));
      const stream = await listen(`${url}/${system.name}/stream`, person.token);
      if ((stream === undefined) !== (orgs.size === 0))
        leaks.push({ probe: `${person.label} stream ${system.name}`, leak: stream ? 'it opens without a role in that system' : 'it does not open' });
      if (stream && orgs.size === 0) stream.close();
      return stream && orgs.size > 0 ? [{ person, system, orgs, stream }] : [];
    }),
  );
  return ears.flat();
}

/** @returns what this listener was told that is not theirs, and whether it was told all that is */
async function heard({ person, system, orgs, stream }: Ear, node: StreamNode, changes: readonly Change[]): Promise<string[]> {
  const foreign = await node.foreign(person);
  const strange = stream.told.filter((told) => !orgs.has(told.org) || foreign.has(told.id));
  const ids = new Set(stream.told.map((told) => told.id));
  const missed = changes.filter((change) => change.system === system.name && orgs.has(change.org) && !ids.has(change.id));
  return [
    ...(strange.length > 0 ? [`${strange.length} changes of others, such as ${JSON.stringify(strange[0])}`] : []),
    ...(missed.length > 0 ? [`${missed.length} own changes were not told, so nothing is proved`] : []),
  ];
}

/**
 * Every change that anything could tell, in every org, while all people listen to all streams.
 * @param meanwhile real work, whose changes are told in between
 */
export async function listenToEverything(node: StreamNode, people: readonly Person[], meanwhile: () => Promise<unknown>): Promise<Findings> {
  const leaks: Findings['leaks'][number][] = [];
  const ears = await openAll(node, people, leaks);
  try {
    await meanwhile();
    const changes = node.orgs.flatMap((org) => everyChange(node.systems, org));
    node.hub.publish(changes);
    node.hub.publish(
      node.orgs.flatMap((org) => node.systems.map((system) => ({ system: system.name, collection: 'core_org', id: randomUUID(), org, type: LAST }))),
    );
    const hasHeardAll = ({ orgs, stream }: Ear) => [...orgs].every((org) => stream.told.some((told) => told.type === LAST && told.org === org));
    await eventually('all streams to have heard the last change', () => Promise.resolve(ears.every(hasHeardAll)), Boolean);
    for (const ear of ears) for (const leak of await heard(ear, node, changes)) leaks.push({ probe: `${ear.person.label} stream ${ear.system.name}`, leak });
    return { probes: ears.length * changes.length, leaks };
  } finally {
    for (const { stream } of ears) stream.close();
  }
}
