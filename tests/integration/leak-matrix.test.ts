import { collections } from '@selvedge/directus/model/index.ts';
import { itemsProbes, itemsWriteProbes } from '@selvedge/directus/leak/items-probes.ts';
import { foreignRows } from '@selvedge/directus/leak/foreign-marks.ts';
import { everyKindOfPerson, type Person, type Query } from '@selvedge/directus/leak/person.ts';
import { run, type Probe } from '@selvedge/directus/leak/probe.ts';
import { readMatrix, type Node } from '@selvedge/directus/leak/read-matrix.ts';
import { viewProbes } from '@selvedge/directus/leak/view-probes.ts';
import { core } from '@selvedge/core/system.ts';
import { defineCrm } from '@selvedge/crm/system.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { wms } from '@selvedge/wms/system.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { startPlantedNode } from '../leak/planted-node.ts';
import { commandProbes, unknownIds, type Ids } from '../leak/command-probes.ts';
import { openHub } from '../leak/open-hub.ts';
import { listenToEverything, type StreamNode } from '../leak/stream-probes.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const crm = defineCrm({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'selvedge@example.com' });
const all = { core, crm, wms };
const closers: (() => Promise<unknown>)[] = [() => world.close()];
afterAll(() => Promise.all(closers.map((close) => close())));

/** In an everyday run one probe of so many, another one each day; all of them in the deep run. */
const ONE_OF = process.env['SELVEDGE_DEEP'] === '1' ? 1 : 8;
const today = Math.floor(Date.now() / 86_400_000);
const sampled = (probes: readonly Probe[]) => probes.filter((_, i) => (i + today) % ONE_OF === 0);

const nodes = world.stack.nodes.map((one): Node & { secret: string; names: readonly ('crm' | 'wms')[]; redisUrl: string } => ({
  url: one.url,
  query: <R>(sql: string, params: readonly unknown[] = []) => world.look(one.systems[0] as 'crm' | 'wms', (tx) => tx.query(sql, params)) as Promise<R[]>,
  systems: [core, ...one.systems.map((name) => all[name])],
  secret: one.env['SELVEDGE_SECRET'] as string,
  names: one.systems,
  redisUrl: one.redisUrl,
}));

/** An order in each org, so far that there is something of everything. */
async function trade(): Promise<void> {
  for (const org of ['MOD', 'JTR'] as const) await travel(world.people(org), await world.wish(org, { mode: 'cash', lines: 1, qty: '5' }), 'picked');
}
// Without it there would be nothing to leak.
beforeAll(trade, 120_000);

async function check(what: string, probes: readonly Probe[]): Promise<void> {
  const { probes: made, leaks } = await run(probes);
  process.stdout.write(`${what}: ${made} probes, ${leaks.length} leaks\n`);
  expect(made).toBeGreaterThan(0);
  expect(leaks).toEqual([]);
}

describe.each(nodes.map((node) => [node.names.join(' and '), node] as const))('a node of %s', (_, node) => {
  test('shows nobody a row of an org that is not theirs, whatever is read and however [J1 J21 MGR-8 ADM-2 QA-2]', async () => {
    const people = await everyKindOfPerson(node.query, node.secret);
    expect(people.length).toBeGreaterThan(7);
    const probes = await Promise.all(people.map((person) => readMatrix(node, person)));
    await check('reading', sampled(probes.flat()));
  }, 900_000);

  test('answers a change of such a row as one of a row that does not exist [J1 QA-2]', async () => {
    const people = await everyKindOfPerson(node.query, node.secret);
    const hosted = collections.filter((one) => one.system === 'core' || node.names.includes(one.system));
    await check('writing', sampled(people.flatMap((person) => hosted.flatMap((one) => itemsWriteProbes({ url: node.url, person }, node.query, one)))));
  }, 300_000);

  test('answers every command that names such a row anywhere as one that names nothing [J1 QA-2]', async () => {
    expect(node.systems.flatMap(unknownIds)).toEqual([]);
    const people = (await everyKindOfPerson(node.query, node.secret)).filter(
      (person) => !person.isAdmin && new Set(person.grants.map((grant) => grant.orgId)).size === 1,
    );
    const probes = await Promise.all(people.map(async (person) => node.systems.flatMap(await commandsFor(node, person))));
    await check('commands', sampled(probes.flat()));
  }, 300_000);

  test('tells no open live view of anything in an org that is not theirs, whatever happens there [J1 QA-2]', async () => {
    const { probes, leaks } = await listenToEverything(await streamNode(node), await everyKindOfPerson(node.query, node.secret), trade);
    process.stdout.write(`live views: ${probes} probes, ${leaks.length} leaks\n`);
    expect(probes).toBeGreaterThan(10_000);
    expect(leaks).toEqual([]);
  }, 300_000);
});

async function streamNode(node: (typeof nodes)[0]): Promise<StreamNode> {
  const { hub, close } = await openHub(node.redisUrl, node.names);
  closers.push(close);
  const orgs = await node.query<{ id: string }>('select id from core_org');
  return {
    url: node.url,
    systems: node.systems,
    hub,
    orgs: orgs.map((org) => org.id),
    foreign: async (person) => new Set([...(await foreignRows(node.query, node.names, person)).values()].flatMap((rows) => rows.ids)),
  };
}

async function idsOf(node: (typeof nodes)[0], person: Person): Promise<Ids> {
  const others = await foreignRows(node.query, node.names, person);
  const [org] = person.grants;
  const nowhere = { ...person, grants: [{ ...org!, orgId: '00000000-0000-4000-8000-000000000000' }] };
  const everything = await foreignRows(node.query, node.names, nowhere);
  const foreign = new Map([...others].map(([name, rows]) => [name, rows.ids]));
  const own = new Map([...everything].map(([name, rows]) => [name, rows.ids.filter((id) => !foreign.get(name)?.includes(id))]));
  const [foreignOrg] = await node.query<{ id: string }>('select id from core_org where id <> $1 limit 1', [org!.orgId]);
  return { own, foreign, ownOrg: org!.orgId, foreignOrg: foreignOrg!.id };
}

async function commandsFor(node: (typeof nodes)[0], person: Person): Promise<(system: (typeof node.systems)[0]) => Probe[]> {
  const ids = await idsOf(node, person);
  return (system) => commandProbes({ url: node.url, person }, system, ids);
}

describe('the matrix itself', () => {
  const [node] = nodes as [(typeof nodes)[0]];
  const owner = createPool(world.stack.nodeOf('crm').ownerUrl, 1, 'selvedge-test');
  closers.push(() => owner.end());
  const asOwner: Query = async <R>(sql: string, params: readonly unknown[] = []) => (await owner.query(sql, [...params])).rows as R[];

  test('sees a collection that both belts forgot', async () => {
    const sales = (await everyKindOfPerson(node.query, node.secret)).find(
      ({ grants }) => grants.length === 1 && grants[0]?.role === 'sales' && grants[0].orgCode === 'MOD',
    ) as Person;
    const collection = collections.find((one) => one.name === 'crm_contract')!;
    const probes = () => itemsProbes({ url: node.url, person: sales }, node.query, collection);
    expect((await run(probes())).leaks).toEqual([]);
    const kept = await asOwner<{ id: number; permissions: string }>(`select id, permissions::text from directus_permissions where collection = 'crm_contract'`);
    const clear = () => world.as('admin').raw('crm', '/utils/cache/clear?system', { method: 'POST' });
    await asOwner('create policy planted on crm_contract for select using (true)');
    await asOwner(`update directus_permissions set permissions = '{}' where collection = 'crm_contract'`);
    await clear();
    try {
      const { leaks } = await run(probes());
      expect(leaks.map((leak) => leak.probe)).toEqual(
        expect.arrayContaining([expect.stringContaining('list'), expect.stringContaining('read one'), expect.stringContaining('count')]),
      );
    } finally {
      await asOwner('drop policy planted on crm_contract');
      for (const { id, permissions } of kept) await asOwner('update directus_permissions set permissions = $2 where id = $1', [id, permissions]);
      await clear();
    }
    expect((await run(probes())).leaks).toEqual([]);
  }, 300_000);

  test('sees a view, a command and a live view that forgot for whom they work', async () => {
    const sales = (await everyKindOfPerson(node.query, node.secret)).find(
      ({ grants }) => grants.length === 1 && grants[0]?.role === 'sales' && grants[0].orgCode === 'MOD',
    ) as Person;
    // Each request of the forgetful system takes two connections.
    const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 16, 'selvedge-test');
    const listened = await streamNode(node);
    const planted = await startPlantedNode(pool, node.secret, listened.hub);
    try {
      const ids = await idsOf(node, sales);
      const door = { url: planted.url, person: sales };
      const views = viewProbes(door, planted.system, new Set(ids.foreign.get('crm_deal')), [ids.foreign.get('crm_deal')![0]!], 'JTR');
      const { leaks } = await run([...views, ...commandProbes(door, planted.system, ids)]);
      const seen = leaks.map((leak) => leak.probe).join('\n');
      const heard = await listenToEverything({ ...listened, url: planted.url, systems: [planted.system] }, [sales], () => Promise.resolve());
      expect(heard.leaks).toEqual([{ probe: `${sales.label} stream planted`, leak: expect.stringMatching(/^\d+ changes of others/) as string }]);
      for (const part of ['all-deals as it opens', 'one-deal by id of others', 'deal.link with links.0.deal of others']) expect(seen).toContain(part);
    } finally {
      await planted.close();
      await pool.end();
    }
  }, 180_000);
});
