import { randomUUID } from 'node:crypto';
import { stableId } from '@selvedge/directus/access/directus-permissions.ts';
import { hire, inSeconds, welcome } from '../world/hire.ts';
import { forge, tryItems } from '../world/items-ways.ts';
import { inStudio, withCookie } from '../world/studio.ts';
import { openWorld, PASSWORD } from '../world/world.ts';

const world = openWorld();
const studio = inStudio(world, 'admin');
const ACTOR = stableId('user:admin@selvedge.test');
let org: string;
let jtr: string;
beforeAll(async () => {
  org = await world.orgId('MOD');
  jtr = await world.orgId('JTR');
});
afterAll(() => world.close());

interface GrantRow {
  id: string;
  expires_at: string | null;
  extra_keys: string[];
  granted_by: string;
  reason: string;
}
const auditOf = (id: string) => world.look('crm', (tx) => tx.query('select command, actor, reason from kernel.audit where subject_id = $1 order by id', [id]));
const grantsOf = (user: string) =>
  world.look('crm', (tx) => tx.query<{ id: string; role: string }>('select id, role from core_org_grant where "user" = $1 order by created_at', [user]));
const seesDeals = async (client: ReturnType<typeof world.as>) => (await client.raw('crm', '/crm/views/deals')).status;

describe('in the Studio, an administrator', () => {
  test('gives, changes and ends a role by the commands of /access, each audited with its reason [ADM-2 ADM-5]', async () => {
    const person = await hire(world);
    const given = await studio('POST', '', {
      user: person.id,
      org,
      role: 'sales',
      extra_keys: ['email:send_now'],
      expires_at: inSeconds(3_600),
      reason: 'Fuar',
    });
    const row = given.data as GrantRow;
    expect(given.status).toBe(200);
    expect(row).toMatchObject({ user: person.id, org, role: 'sales', extra_keys: ['email:send_now'], granted_by: ACTOR, reason: 'Fuar', on_behalf_of: null });
    expect(await seesDeals(person.client)).toBe(200);

    const changed = await studio('PATCH', `/${row.id}`, { expires_at: null });
    expect(changed).toMatchObject({ status: 200, data: { id: row.id, expires_at: null, extra_keys: ['email:send_now'] } });
    await studio('PATCH', '', { keys: [row.id], data: { extra_keys: [], reason: 'Anahtarsız' } });

    expect(await studio('DELETE', `/${row.id}`)).toEqual({ status: 204, data: undefined, code: undefined, message: undefined });
    expect(await seesDeals(person.client)).toBe(403);
    // It ended and stays as history.
    expect(await grantsOf(person.id)).toEqual([{ id: row.id, role: 'sales' }]);
    expect(await auditOf(row.id)).toEqual([
      { command: 'grant.give', actor: ACTOR, reason: 'Fuar' },
      { command: 'grant.change', actor: ACTOR, reason: 'Changed in the Studio by Sistem Yöneticisi.' },
      { command: 'grant.change', actor: ACTOR, reason: 'Anahtarsız' },
      { command: 'grant.end', actor: ACTOR, reason: 'Ended in the Studio by Sistem Yöneticisi.' },
    ]);
    expect(await studio('DELETE', `/${row.id}`)).toMatchObject({ status: 409, code: 'GRANT_ENDED' });
  });

  test('gives and ends several at once, or none where one of them is refused', async () => {
    const person = await hire(world);
    const wish = (role: string) => ({ user: person.id, org, role, reason: 'Test' });
    const refused = await studio('POST', '', [wish('sales'), { ...wish('pricing'), extra_keys: ['payments:confirm'] }]);
    expect(refused).toMatchObject({ status: 409, code: 'KEY_PINNED' });
    expect(await grantsOf(person.id)).toEqual([]);
    const { data } = await studio('POST', '', [wish('sales'), wish('pricing')]);
    const ids = (data as GrantRow[]).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(await studio('DELETE', '', ids)).toMatchObject({ status: 204 });
    expect(await seesDeals(person.client)).toBe(403);
  });

  test('is refused in words what /access refuses, and nothing is written', async () => {
    const person = await hire(world);
    const other = await hire(world);
    const grant = await welcome(world.as('admin.mod'), org, person, 'sales');
    await welcome(world.as('admin.mod'), org, other, 'pricing');
    const before = await world.look('crm', (tx) => tx.query('select id, expires_at, extra_keys from core_org_grant order by id'));

    const again = await studio('POST', '', { user: person.id, org, role: 'sales', reason: 'Test' });
    expect(again).toMatchObject({ status: 409, code: 'GRANT_OVERLAPS' });
    expect(again.message).toBe('This person holds the role sales here already, without an end; change or end that grant.');
    expect(await studio('POST', '', { user: ACTOR, org, role: 'sales', reason: 'Test' })).toMatchObject({ status: 409, code: 'NOT_TO_ONESELF' });
    expect(await studio('POST', '', { user: randomUUID(), org, role: 'sales', reason: 'Test' })).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    const reasonless = await studio('POST', '', { user: person.id, org, role: 'pricing' });
    expect(reasonless).toMatchObject({ status: 400, code: 'INVALID_INPUT', message: expect.stringMatching(/^reason: /) as string });
    const past = await studio('PATCH', `/${grant}`, { expires_at: '2020-01-01T00:00:00Z' });
    expect(past).toMatchObject({ status: 400, message: expect.stringMatching(/^expires_at: 2020-01-01T00:00:00.000Z is not after/) as string });
    expect(await studio('PATCH', `/${grant}`, { role: 'admin' })).toMatchObject({
      status: 400,
      message: 'role: never changes; end this role and give another.',
    });
    expect(await studio('PATCH', '', { query: { filter: {} }, data: { expires_at: null } })).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    expect(await studio('POST', '', { id: randomUUID(), user: person.id, org, role: 'pricing', reason: 'Test' })).toMatchObject({ status: 400 });
    expect(await world.look('crm', (tx) => tx.query('select id, expires_at, extra_keys from core_org_grant order by id'))).toEqual(before);
  });

  test('cannot take the last administrator from an organisation [ADM-4]', async () => {
    const founder = await hire(world);
    const letters = () => String.fromCharCode(65 + Math.floor(Math.random() * 26));
    await welcome(world.as('admin.mod'), org, founder, 'admin');
    const { orgId } = await founder.client.command<{ orgId: string }>('crm', 'org.create', {
      from: org,
      code: `${letters()}${letters()}${letters()}`,
      name: 'Son Yönetici',
      currency: 'TRY',
      timeZone: 'Europe/Istanbul',
    });
    const [sole] = await world.look('crm', (tx) => tx.query<{ id: string }>('select id from core_org_grant where org = $1', [orgId]));
    // Another administers the installation, not this organisation.
    expect(await studio('DELETE', `/${sole!.id}`)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await studio('POST', '', { user: founder.id, org: orgId, role: 'sales', reason: 'Test' })).toMatchObject({
      status: 403,
      code: 'PERMISSION_REQUIRED',
    });
    await founder.client.command('core', 'grant.give', {
      org: orgId,
      email: 'admin@selvedge.test',
      role: 'admin',
      reason: 'Test',
      expiresAt: inSeconds(3_600),
    });
    expect(await studio('DELETE', `/${sole!.id}`)).toMatchObject({ status: 409, code: 'LAST_ADMIN' });
  });
});

describe('of others', () => {
  test('who administers one organisation writes its grants alone, and a row of another answers as none [ADM-1 J1]', async () => {
    const person = await hire(world);
    const theirs = await welcome(world.as('admin.jtr'), jtr, person, 'sales');
    const mod = inStudio(world, 'admin.mod');
    expect(await mod('DELETE', `/${theirs}`)).toEqual(await mod('DELETE', `/${randomUUID()}`));
    expect(await mod('PATCH', `/${theirs}`, { expires_at: null })).toEqual(await mod('PATCH', `/${randomUUID()}`, { expires_at: null }));
    expect(await mod('POST', '', { user: person.id, org: jtr, role: 'pricing', reason: 'Test' })).toEqual(
      await mod('POST', '', { user: person.id, org: randomUUID(), role: 'pricing', reason: 'Test' }),
    );
    // By id they name those who belong to their organisation, as on /access.
    expect(await mod('POST', '', { user: person.id, org, role: 'pricing', reason: 'Test' })).toMatchObject({ status: 404 });
    expect(await grantsOf(person.id)).toHaveLength(1);
  });

  test('who gives no roles anywhere and who is not signed in are refused by Directus, as ever', async () => {
    const person = await hire(world);
    const grant = await welcome(world.as('admin.mod'), org, person, 'sales');
    const wish = { user: person.id, org, role: 'pricing', reason: 'Test' };
    for (const who of ['sales.mod', 'sales-manager.mod']) {
      const asking = inStudio(world, who);
      expect(await asking('POST', '', wish)).toMatchObject({ status: 403 });
      expect(await asking('PATCH', `/${grant}`, { expires_at: null })).toMatchObject({ status: 403 });
      expect(await asking('DELETE', `/${grant}`)).toEqual(await asking('DELETE', `/${randomUUID()}`));
    }
    const stranger = await fetch(`${world.addresses.crm}/items/core_org_grant`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish),
    });
    expect(stranger.status).toBe(403);
    expect(await grantsOf(person.id)).toEqual([{ id: grant, role: 'sales' }]);
  });

  test('a cookie acts from pages of this product alone', async () => {
    const person = await hire(world);
    const send = await withCookie(world, 'admin@selvedge.test', PASSWORD);
    const wish = { user: person.id, org, role: 'pricing', reason: 'Test' };
    for (const origin of ['https://evil.example', null]) expect(await send(origin, wish)).toMatchObject({ status: 403, code: 'ORIGIN_NOT_ALLOWED' });
    expect(await grantsOf(person.id)).toEqual([]);
    expect(await send(world.addresses.crm, wish)).toMatchObject({ status: 200, data: { role: 'pricing' } });
  });

  test('every other way into the collection stays closed, for administrators of the installation too [SYS-4]', async () => {
    const person = await hire(world);
    const grant = await welcome(world.as('admin.mod'), org, person, 'sales');
    // What the commands would never write: it would make an administrator of a salesperson.
    const wanted = { system: 'crm', table: 'core_org_grant', id: grant, fields: { role: 'admin' } } as const;
    const answers = await tryItems(world.as('admin'), wanted, await forge(world, wanted), (how) => !how.startsWith('deletion'));
    const taken = ['change', 'change of a list', 'change by keys', 'change by query', 'creation', 'creation of a list'];
    expect(answers.filter(({ how, refused }) => !refused && !taken.includes(how))).toEqual([]);
    expect(answers.filter(({ how }) => taken.includes(how)).map(({ status }) => status)).toEqual(taken.map(() => 400));
    expect(answers).toHaveLength(11);
    const [row] = await world.look('crm', (tx) => tx.query('select role from core_org_grant where "user" = $1', [person.id]));
    expect(row).toEqual({ role: 'sales' });
  });
});
