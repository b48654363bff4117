import type { Collection } from '@selvedge/directus/model/collection.ts';
import { collections } from '@selvedge/directus/model/index.ts';
import { itemsProbes } from '@selvedge/directus/leak/items-probes.ts';
import { itemsWriteProbes } from '@selvedge/directus/leak/items-write-probes.ts';
import { foreignRows, wrongRoleRows } from '@selvedge/directus/leak/foreign-marks.ts';
import { everyKindOfPerson, type Person, type Query } from '@selvedge/directus/leak/person.ts';
import { run, type Probe } from '@selvedge/directus/leak/probe.ts';
import { readMatrix, type Node } from '@selvedge/directus/leak/read-matrix.ts';
import { visibleRows } from '@selvedge/directus/leak/visible-rows.ts';
import { viewProbes } from '@selvedge/directus/leak/view-probes.ts';
import { core } from '@selvedge/core/system.ts';
import { defineCrm } from '@selvedge/crm/system.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { wms } from '@selvedge/wms/system.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { startPlantedNode } from '../leak/planted-node.ts';
import { commandProbes, unknownIds } from '../leak/command-probes.ts';
import { idsOf } from '../leak/ids-of.ts';
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
const sampled = (probes: readonly Probe[], oneOf = ONE_OF) => probes.filter((_, i) => (i + today) % oneOf === 0);
/** A refused write costs Directus more than a read. A prime, so that every kind of try is in each day's sample. */
const ONE_WRITE_OF = ONE_OF === 1 ? 1 : 13;

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
  test('shows nobody a row of an org that is not theirs, whatever is read and however [J1 J21 J99 MGR-8 ADM-2 QA-2]', async () => {
    const people = await everyKindOfPerson(node.query, node.secret);
    expect(people.length).toBeGreaterThan(7);
    const probes = await Promise.all(people.map((person) => readMatrix(node, person)));
    await check('reading', sampled(probes.flat()));
  }, 900_000);

  test('answers a change of such a row as one of a row that does not exist [J1 QA-2]', async () => {
    const people = await everyKindOfPerson(node.query, node.secret);
    const hosted = collections.filter((one) => one.system === 'core' || node.names.includes(one.system));
    const probesOf = (which: readonly Collection[]) =>
      people.flatMap((person) => which.flatMap((one) => itemsWriteProbes({ url: node.url, person }, node.query, one)));
    // Grants are the ones that are written there, so all of theirs are tried.
    const isWritten = (one: Collection) => one.name === 'core_org_grant';
    const refused = sampled(probesOf(hosted.filter((one) => !isWritten(one))), ONE_WRITE_OF);
    await check('writing', [...refused, ...probesOf(hosted.filter(isWritten))]);
  }, 300_000);

  test('answers every command that names such a row anywhere as one that names nothing [J1 QA-2]', async () => {
    expect(node.systems.flatMap(unknownIds)).toEqual([]);
    const people = (await everyKindOfPerson(node.query, node.secret)).filter(
      (person) => !person.isAdmin && new Set(person.grants.map((grant) => grant.orgId)).size === 1,
    );
    await plantDifferences(node);
    const probes = await Promise.all(people.map(async (person) => node.systems.flatMap(await commandsFor(node, person))));
    await check('commands', sampled(probes.flat()));
    await world.write(node.names[0]!, (tx) => tx.query(`update kernel.drift set healed_at = now() where entity_id like 'planted:%'`));
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

/** What a mirror lost, in each org: there may be none by itself. */
const plantDifferences = (node: (typeof nodes)[0]) =>
  world.write(node.names[0]!, (tx) =>
    tx.query(
      `insert into kernel.drift (mirror, keeper, owner, entity_id, org, org_code, kind)
       select 'stock', 'crm', 'wms', 'planted:' || code, id, code, 'missing' from core_org on conflict do nothing`,
    ),
  );

async function commandsFor(node: (typeof nodes)[0], person: Person): Promise<(system: (typeof node.systems)[0]) => Probe[]> {
  const ids = await idsOf(node, person);
  return (system) => commandProbes({ url: node.url, person }, system, ids);
}

/** Collections that a person meets through the items API and in which others have rows, so that forgetting them shows. */
async function forgettable(node: (typeof nodes)[0], people: readonly Person[]) {
  const found: { person: Person; collection: Collection }[] = [];
  for (const person of people)
    for (const collection of collections) {
      const condition = collection.system === 'core' || node.names.includes(collection.system) ? visibleRows(collection, person) : null;
      if (condition === null) continue;
      const [others] = await node.query<{ n: number }>(`select count(*)::int as n from ${collection.name} where not (${condition})`);
      if ((others?.n ?? 0) > 0) found.push({ person, collection });
    }
  return found;
}

describe('the matrix itself', () => {
  const [node] = nodes as [(typeof nodes)[0]];
  const owner = createPool(world.stack.nodeOf('crm').ownerUrl, 1, 'selvedge-test');
  closers.push(() => owner.end());
  const asOwner: Query = async <R>(sql: string, params: readonly unknown[] = []) => (await owner.query(sql, [...params])).rows as R[];

  test('sees every collection that both belts forgot', async () => {
    const people = await everyKindOfPerson(node.query, node.secret);
    const oneOf = (role: string) => people.find(({ grants }) => grants.length === 1 && grants[0]?.role === role && grants[0].orgCode === 'MOD') as Person;
    const looked = await forgettable(node, [oneOf('sales_manager'), ...(node.names.includes('wms') ? [oneOf('warehouse')] : [])]);
    expect(looked.length).toBeGreaterThan(15);
    const probes = looked.flatMap(({ person, collection }) =>
      itemsProbes({ url: node.url, person }, node.query, collection).filter(({ name }) => / (list|read one|count)$/.test(name)),
    );
    expect((await run(probes)).leaks).toEqual([]);
    const names = [...new Set(looked.map(({ collection }) => collection.name))];
    const kept = await asOwner<{ id: number; permissions: string }>(
      'select id, permissions::text from directus_permissions where collection = any ($1::text[])',
      [names],
    );
    const clear = () => world.as('admin').raw('crm', '/utils/cache/clear?system', { method: 'POST' });
    for (const name of names) await asOwner(`create policy planted on ${name} for select using (true)`);
    await asOwner(`update directus_permissions set permissions = '{}' where id = any ($1::int[])`, [kept.map(({ id }) => id)]);
    await clear();
    try {
      const seen = new Set((await run(probes)).leaks.map((leak) => leak.probe));
      expect(probes.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
    } finally {
      for (const name of names) await asOwner(`drop policy planted on ${name}`);
      for (const { id, permissions } of kept) await asOwner('update directus_permissions set permissions = $2 where id = $1', [id, permissions]);
      await clear();
    }
    expect((await run(probes)).leaks).toEqual([]);
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
      // Somebody of the warehouse of the same org: the rows are of their org, and of no role of theirs.
      const worker = (await everyKindOfPerson(node.query, node.secret)).find(
        ({ grants }) => grants.length === 1 && grants[0]?.role === 'warehouse' && grants[0].orgCode === 'MOD',
      ) as Person;
      const deals = (await wrongRoleRows(node.query, 'crm', worker)).get('crm_deal') ?? [];
      const told = await run(viewProbes({ url: planted.url, person: worker }, planted.system, new Set(deals), deals.slice(0, 1), undefined));
      const toldBy = told.leaks.map((leak) => leak.probe).join('\n');
      for (const part of ['all-deals as it opens', 'one-deal by id of others']) expect(toldBy).toContain(part);
      for (const part of ['all-deals as it opens', 'one-deal by id of others', 'deal.link with links.0.deal of others']) expect(seen).toContain(part);
    } finally {
      await planted.close();
      await pool.end();
    }
  }, 180_000);
});
