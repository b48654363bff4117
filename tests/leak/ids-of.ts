import { foreignRows } from '@selvedge/directus/leak/foreign-marks.ts';
import type { Person } from '@selvedge/directus/leak/person.ts';
import type { Node } from '@selvedge/directus/leak/read-matrix.ts';
import type { System } from '@selvedge/directus/model/collection.ts';
import type { Ids } from './command-probes.ts';

/** What belongs to an org without being a collection: what crosses between the systems. */
const OF_THE_MECHANISM = ['kernel.inbox', 'kernel.outbox', 'kernel.drift'] as const;

/** Ids that stand in inputs of commands without being rows of the model: those of the person's org, and those of others. */
async function beyondTheModel({ query }: Node, person: Person, org: string): Promise<{ own: [string, string[]][]; foreign: [string, string[]][] }> {
  const ids = async (sql: string): Promise<string[]> => (await query<{ id: string }>(`${sql} limit 3`, [org])).map((row) => row.id);
  const both = async (name: string, own: string, foreign: string) =>
    [
      [name, await ids(own)],
      [name, await ids(foreign)],
    ] as const;
  const isColleague = 'exists (select 1 from core_org_grant g where g."user" = u.id and g.org = $1)';
  const found = [
    ...(await Promise.all(OF_THE_MECHANISM.map((table) => both(table, `select id from ${table} where org = $1`, `select id from ${table} where org <> $1`)))),
    await both('directus_users', `select id from directus_users u where ${isColleague}`, `select id from directus_users u where not ${isColleague}`),
    // A secret belongs to the installation. Who administers an org sees that there is one; to everybody else it is nobody's.
    await both(
      'kernel.webhook_secret',
      'select id from kernel.webhook_secret where $1::uuid is null',
      `select id from kernel.webhook_secret where $1::uuid is not null and ${String(person.grants.every((grant) => grant.role !== 'admin'))}`,
    ),
  ];
  return { own: found.map(([[name, own]]) => [name, own]), foreign: found.map(([, [name, foreign]]) => [name, foreign]) };
}

/** Ids for every place an input of a command has, of a person of one org. */
export async function idsOf(node: Node, person: Person): Promise<Ids> {
  const names = node.systems.map((system) => system.name as System);
  const others = await foreignRows(node.query, names, person);
  const [org] = person.grants;
  const nowhere = { ...person, grants: [{ ...org!, orgId: '00000000-0000-4000-8000-000000000000' }] };
  const everything = await foreignRows(node.query, names, nowhere);
  const beyond = await beyondTheModel(node, person, org!.orgId);
  const foreign = new Map([...[...others].map(([name, rows]) => [name, rows.ids] as [string, string[]]), ...beyond.foreign]);
  const own = new Map([
    ...[...everything].map(([name, rows]) => [name, rows.ids.filter((id) => !foreign.get(name)?.includes(id))] as [string, string[]]),
    ...beyond.own,
  ]);
  const [foreignOrg] = await node.query<{ id: string }>('select id from core_org where id <> $1 limit 1', [org!.orgId]);
  return { own, foreign, ownOrg: org!.orgId, foreignOrg: foreignOrg!.id };
}
