import { findFreePorts } from '@selvedge/directus/launch/ports.ts';
import { ApiClient, eventually } from '@selvedge/seed/client.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { give, hire, inSeconds, welcome } from '../world/hire.ts';
import { listen } from '../world/listen.ts';
import { startOwnNode, type OwnProcess } from '../world/own-node.ts';
import { openWorld, PASSWORD } from '../world/world.ts';

const world = openWorld();
const first = world.stack.nodeOf('crm');
let replica: OwnProcess & { readonly url: string };

let deal: string;

beforeAll(async () => {
  ({ dealId: deal } = await travel(world.people('MOD'), await world.wish('MOD', { mode: 'credit', lines: 1 }), 'won'));
  const [port = 0] = await findFreePorts(1);
  const { SEED_PASSWORD: _seeds, ...env } = first.env;
  // The same system once more: same database, same Redis, same secrets, behind what would be one proxy.
  replica = await startOwnNode({ ...env, SELVEDGE_PORT: String(port) });
}, 120_000);
afterAll(async () => {
  await replica.stop();
  await world.close();
});

const admin = world.as('admin.mod');
/** The first request after a change, at each replica: nobody waits until it has spread. */
async function seenBy(token: string) {
  const ask = async (url: string, path: string) => {
    const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    return { status: response.status, body: (await response.json()) as { data?: unknown[]; orgs?: { roles: string[]; keys: string[] }[] } };
  };
  const at = async (url: string) => ({
    roles: (await ask(url, '/kernel/me')).body.orgs?.flatMap((org) => org.roles) ?? [],
    deals: (await ask(url, '/crm/views/deals?limit=5')).status,
    rows: (await ask(url, '/items/crm_deal?limit=1&fields=id')).body.data?.length ?? 0,
  });
  return [await at(first.url), await at(replica.url)];
}
const command = async (url: string, token: string, name: string, body: object): Promise<number> => {
  const response = await fetch(`${url}/crm/commands/${name}?dry_run=true`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  });
  return response.status;
};

describe('on two replicas of one system', () => {
  test('a role that is given, and one that ends, is in force at the next request on both [ADM-2 ADM-5 J1]', async () => {
    const person = await hire(world);
    const token = await person.client.token('crm');
    const nothing = { roles: [], deals: 403, rows: 0 };
    expect(await seenBy(token)).toEqual([nothing, nothing]);

    const grant = await welcome(admin, await world.orgId('MOD'), person, 'sales');
    const sales = { roles: ['sales'], deals: 200, rows: 1 };
    expect(await seenBy(token)).toEqual([sales, sales]);

    await admin.command('core', 'grant.end', { grant, reason: 'Bitti' });
    expect(await seenBy(token)).toEqual([nothing, nothing]);
  });

  test('a key that is given by name, and one that ends by its date, counts at both [ADM-5]', async () => {
    const [person, org] = [await hire(world), await world.orgId('MOD')];
    const token = await person.client.token('crm');
    await welcome(admin, org, person, 'accounting');
    const close = (url: string) => command(url, token, 'deal.close', { deal });
    expect([await close(first.url), await close(replica.url)]).toEqual([403, 403]);
    const until = inSeconds(3);
    await give(admin, org, person.id, 'sales_manager', { expiresAt: until });
    const during = [await close(first.url), await close(replica.url)];
    expect(during.filter((status) => status === 403)).toEqual([]);
    await eventually(
      'the end of the grant',
      () => Promise.resolve(Date.now()),
      (now) => now > new Date(until).getTime(),
    );
    expect([await close(first.url), await close(replica.url)]).toEqual([403, 403]);
  });

  test('a live view that is open on the other replica closes within a second of the end [ADM-5]', async () => {
    const person = await hire(world);
    const grant = await welcome(admin, await world.orgId('MOD'), person, 'sales');
    const stream = await listen(`${replica.url}/crm/stream`, await person.client.token('crm'));
    await admin.command('core', 'grant.end', { grant, reason: 'Bitti' });
    const endedAt = Date.now();
    const closed = await eventually(
      'the end of the stream',
      () => Promise.resolve(stream?.endedAt() ?? null),
      (at) => at !== null,
    );
    expect((closed as number) - endedAt).toBeLessThanOrEqual(1_000);
  });

  test('who is shut out on one is out on the other [ADM-5]', async () => {
    const person = await hire(world);
    await welcome(admin, await world.orgId('MOD'), person, 'sales');
    const other = new ApiClient({ crm: replica.url, wms: replica.url }, person.email, PASSWORD);
    const token = await other.token('crm');
    expect((await seenBy(token)).map(({ deals }) => deals)).toEqual([200, 200]);
    await world
      .as('admin')
      .raw('crm', `/users/${person.id}`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ status: 'suspended' }) });
    expect((await seenBy(token)).map(({ deals, rows }) => [deals, rows])).toEqual([
      [401, 0],
      [401, 0],
    ]);
  });
});
