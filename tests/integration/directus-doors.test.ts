import { ROLES } from '@selvedge/directus/model/core/org-grant.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
afterAll(() => world.close());

/** Each role on a node that it can sign in to. */
const people = ROLES.map((role) => {
  const system: 'crm' | 'wms' = role.startsWith('warehouse') ? 'wms' : 'crm';
  return [role, system, world.as(`${role.replace('_', '-')}.jtr`)] as const;
});
const json = (method: string, body: object): RequestInit => ({ method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

function upload(name: string): RequestInit {
  const body = new FormData();
  body.append('file', new Blob(['gizli'], { type: 'text/plain' }), name);
  return { method: 'POST', body };
}
/** A file of the administrator on each node, and how many there are. */
const files = new Map<string, string>();
beforeAll(async () => {
  for (const system of ['crm', 'wms'] as const) {
    const response = await world.as('admin').raw(system, '/files', upload('gizli.txt'));
    files.set(system, ((await response.json()) as { data: { id: string } }).data.id);
  }
});
afterAll(async () => {
  for (const [system, id] of files) await world.as('admin').raw(system as 'crm' | 'wms', `/files/${id}`, { method: 'DELETE' });
});

describe.each(people)('%s', (_, system, person) => {
  const ask = async (path: string, init?: RequestInit) => (await person.raw(system, path, init)).status;

  test('gets at no file, whichever way, and puts none there [QA-2]', async () => {
    const id = files.get(system) as string;
    const known = async () => ((await (await world.as('admin').raw(system, '/files?limit=-1&fields=id')).json()) as { data: unknown[] }).data.length;
    const before = await known();
    expect(await Promise.all(['/files', `/files/${id}`, `/assets/${id}`, `/assets/${id}?download`, '/folders'].map((path) => ask(path)))).toEqual(
      Array.from({ length: 5 }, () => 403),
    );
    expect(await ask('/files', json('SEARCH', { query: {} }))).toBe(403);
    expect(await ask(`/files/${id}`, json('PATCH', { title: 'Benim' }))).toBe(403);
    expect(await ask(`/files/${id}`, { method: 'DELETE' })).toBe(403);
    expect(await ask('/files', upload('benim.html'))).toBe(403);
    // Nor does the node fetch an address for them.
    expect(await ask('/files/import', json('POST', { url: `${world.addresses[system]}/server/info` }))).toBe(403);
    expect(await known()).toBe(before);
  });

  test('makes nothing more of the own account', async () => {
    const wishes = [
      { role: null },
      { status: 'active' },
      { email: 'biri@example.com' },
      { token: 'a'.repeat(32) },
      { provider: 'entra' },
      { orgs_admin: ['x'] },
      { policies: [] },
    ];
    expect(await Promise.all(wishes.map((wish) => ask('/users/me', json('PATCH', wish))))).toEqual(wishes.map(() => 403));
    const me = (await (await person.raw(system, '/users/me?fields=*,role.*,policies.*.*')).json()) as { data: object };
    expect(Object.keys(me.data)).toEqual(['id']);
    expect(await ask('/users')).toBe(403);
  });

  test('has no use of the tools of Directus', async () => {
    expect(await ask('/utils/hash/generate', json('POST', { string: 'a' }))).toBe(403);
    expect(await ask('/utils/cache/clear', { method: 'POST' })).toBe(403);
    expect(await ask('/utils/sort/crm_deal', json('POST', { item: 1, to: 2 }))).toBe(403);
    expect(await ask('/UTILS/hash/generate', json('POST', { string: 'a' }))).toBe(403);
    for (const door of ['/graphql', '/GraphQL', '/GRAPHQL/system', '/Revisions', '/SHARES', '/activity/']) expect(await ask(door)).toBe(403);
  });
});

test('a link to a new password leads to this node alone', async () => {
  const request = (body: object) => fetch(`${world.addresses.crm}/auth/password/request`, json('POST', body));
  expect((await request({ email: 'sales.mod@selvedge.test', reset_url: 'https://evil.example.com/' })).status).toBe(400);
  // Whether somebody has an account here is not told.
  expect((await request({ email: 'nobody@selvedge.test' })).status).toBe((await request({ email: 'sales.mod@selvedge.test' })).status);
});
