import { randomUUID } from 'node:crypto';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { stableId } from '@selvedge/directus/access/directus-permissions.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { give, hire, inSeconds, welcome } from '../world/hire.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const admin = world.as('admin.mod');
let org: string;
let jtr: string;
beforeAll(async () => {
  org = await world.orgId('MOD');
  jtr = await world.orgId('JTR');
});
afterAll(() => world.close());

interface GrantRow {
  id: string;
  org: string;
  role: string;
  state: string;
  expiresAt: string | null;
}
const grantsOf = async (email: string, query: Record<string, string> = {}) =>
  (await admin.view<GrantRow[]>('core', 'access', { org: 'MOD', q: email, ...query })).data;
const auditOf = (id: string) =>
  world.look('crm', (tx) =>
    tx.query<{ command: string; actor: string; reason: string | null }>('select command, actor, reason from kernel.audit where subject_id = $1 order by id', [
      id,
    ]),
  );
const seesDeals = async (client: ReturnType<typeof world.as>) => (await client.raw('crm', '/crm/views/deals')).status;

describe('a grant', () => {
  test('is in force from the next request and gone from the next after its end, on every path, and each step is audited [ADM-2 ADM-5 J1]', async () => {
    const person = await hire(world);
    expect(await seesDeals(person.client)).toBe(403);
    const grant = await welcome(admin, org, person, 'sales');
    expect(await seesDeals(person.client)).toBe(200);
    expect(((await (await person.client.raw('crm', '/items/core_org')).json()) as { data: { code: string }[] }).data.map((row) => row.code)).toEqual(['MOD']);
    await admin.command('core', 'grant.change', { grant, expiresAt: inSeconds(3_600), extraKeys: ['scope:all_orgs'], reason: 'Bir saat' });
    const me = (await (await person.client.raw('crm', '/kernel/me')).json()) as { orgs: { keys: string[] }[] };
    expect(me.orgs[0]?.keys).toContain('scope:all_orgs');
    await admin.command('core', 'grant.end', { grant, reason: 'Bitti' });
    expect(await seesDeals(person.client)).toBe(403);
    expect(((await (await person.client.raw('crm', '/items/core_org')).json()) as { data: unknown[] }).data).toEqual([]);
    const actor = stableId('user:admin.mod@selvedge.test');
    expect(await auditOf(grant)).toEqual([
      { command: 'grant.give', actor, reason: 'Test' },
      { command: 'grant.change', actor, reason: 'Bir saat' },
      { command: 'grant.end', actor, reason: 'Bitti' },
    ]);
  });

  test('counts to the moment of its expiry and not a request longer [ADM-5]', async () => {
    const person = await hire(world);
    const expiresAt = inSeconds(2);
    await welcome(admin, org, person, 'sales', { expiresAt });
    const token = await person.client.token('crm');
    expect(token).not.toBe('');
    expect(await seesDeals(person.client)).toBe(200);
    let last = 0;
    await eventually(
      'the end of access',
      async () => {
        const askedAt = Date.now();
        const status = await seesDeals(person.client);
        if (status === 200) last = askedAt;
        return status;
      },
      (status) => status === 403,
    );
    expect(last).toBeLessThanOrEqual(new Date(expiresAt).getTime());
    expect(await grantsOf(person.email, { state: 'expired' })).toEqual([expect.objectContaining({ role: 'sales', expiresAt })]);
  });

  test('that begins later counts from then on, and shows as such [ADM-5]', async () => {
    const person = await hire(world);
    await welcome(admin, org, person, 'sales', { startsAt: inSeconds(2) });
    expect(await seesDeals(person.client)).toBe(403);
    expect((await grantsOf(person.email)).map((row) => row.state)).toEqual(['future']);
    await eventually(
      'the start of access',
      () => seesDeals(person.client),
      (status) => status === 200,
    );
  });

  test('is refused with what is wrong, and nothing is written', async () => {
    const person = await hire(world);
    const grant = await welcome(admin, org, person, 'sales', { expiresAt: inSeconds(3_600) });
    const [before] = await grantsOf(person.email);
    const own = stableId('user:admin.mod@selvedge.test');
    const giving = (body: object) =>
      refusalOf(admin.command('core', 'grant.give', { org, user: person.id, role: 'pricing', expiresAt: null, reason: 'Test', ...body }));
    await expect(giving({ user: own })).resolves.toMatchObject({ status: 409, code: 'NOT_TO_ONESELF' });
    await expect(giving({ role: 'sales' })).resolves.toMatchObject({ code: 'GRANT_OVERLAPS', details: { grant, expiresAt: before?.expiresAt } });
    await expect(giving({ extraKeys: ['deals:dream'] })).resolves.toMatchObject({ code: 'KEY_UNKNOWN', details: { key: 'deals:dream' } });
    await expect(giving({ extraKeys: ['payments:confirm'] })).resolves.toMatchObject({ code: 'KEY_PINNED', details: { key: 'payments:confirm' } });
    await expect(giving({ extraKeys: ['stock:work'] })).resolves.toMatchObject({ code: 'KEY_OF_OTHER_SIDE' });
    await expect(giving({ expiresAt: inSeconds(-1) })).resolves.toMatchObject({ status: 400, details: { problems: [{ path: 'expiresAt' }] } });
    await expect(giving({ user: undefined, email: 'kimse@example.com' })).resolves.toMatchObject({ code: 'PERSON_UNKNOWN' });
    await expect(giving({ user: undefined })).resolves.toMatchObject({ status: 400, details: { problems: [{ path: 'user' }] } });
    expect(await grantsOf(person.email)).toEqual([before]);
    await admin.command('core', 'grant.end', { grant, reason: 'Bitti' });
    await expect(refusalOf(admin.command('core', 'grant.end', { grant, reason: 'Bitti' }))).resolves.toMatchObject({ code: 'GRANT_ENDED' });
    // What ended leaves the way free.
    await give(admin, org, person.id, 'sales');
  });

  test('never ends or expires as the last administrator’s, not even when two end each other at once', async () => {
    const [founder, boss] = [await hire(world), await hire(world)];
    await welcome(admin, org, founder, 'admin');
    const { orgId: founded } = await founder.client.command<{ orgId: string }>('crm', 'org.create', {
      from: org,
      code: threeLetters(),
      name: 'Son Yönetici',
      currency: 'TRY',
      timeZone: 'Europe/Istanbul',
    });
    const second = await welcome(founder.client, founded, boss, 'admin');
    const [first] = await world.look('crm', (tx) => tx.query<{ id: string }>('select id from core_org_grant where org = $1 and id <> $2', [founded, second]));
    const end = (client: typeof admin, grant: string) => client.command('core', 'grant.end', { grant, reason: 'Gidiyor' });
    const ended = await Promise.allSettled([end(founder.client, second), end(boss.client, first!.id)]);
    expect(ended.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = await world.look('crm', (tx) =>
      tx.query<{ id: string; user: string }>(`select id, "user" from core_org_grant where org = $1 and role = 'admin' and expires_at is null`, [founded]),
    );
    expect(left).toHaveLength(1);
    const [last] = left as [{ id: string; user: string }];
    const survivor = last.user === boss.id ? boss.client : founder.client;
    await expect(refusalOf(end(survivor, last.id))).resolves.toMatchObject({ status: 409, code: 'LAST_ADMIN' });
  });
});

const threeLetters = () => Array.from({ length: 3 }, () => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[Math.floor(Math.random() * 26)]).join('');

describe('what ends soon', () => {
  test('is listed by when it ends, the next first, over pages as well [ADM-5]', async () => {
    const people = await Promise.all(['Zeynep', 'Ayşe', 'Mert'].map((name) => hire(world, name)));
    for (const [i, person] of people.entries()) await welcome(admin, org, person, 'sales', { expiresAt: inSeconds(86_400 + i * 60) });
    const listed: string[] = [];
    let cursor: string | null | undefined;
    do {
      const query = { org: 'MOD', expires_within_days: '2', limit: '2', ...(cursor && { cursor }) };
      const { data, nextCursor } = await admin.view<GrantRow[]>('core', 'access', query);
      listed.push(...data.map((row) => row.id));
      cursor = nextCursor;
    } while (cursor);
    const ends = await world.look('crm', (tx) =>
      tx.query<{ id: string; user: string }>('select id, "user" from core_org_grant where id = any ($1::uuid[]) order by expires_at, id', [listed]),
    );
    expect(listed).toEqual(ends.map((row) => row.id));
    const ours = people.map(({ id }) => id);
    expect(ends.map((row) => row.user).filter((id) => ours.includes(id))).toEqual(ours);
    await expect(refusalOf(admin.view('core', 'access', { org: 'MOD', expires_within_days: '2', cursor: 'WzEsMl0' }))).resolves.toMatchObject({ status: 400 });
  });
});

describe('who manages access', () => {
  test('the grants of another org answer like none that exist, and strangers’ ids too [J1 ADM-2 MGR-8]', async () => {
    const foreign = (await world.as('admin.jtr').view<GrantRow[]>('core', 'access', { org: 'JTR' })).data[0]!;
    const answer = async (path: string, body: object) => {
      const response = await admin.raw('crm', path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify(body),
      });
      return `${response.status} ${(await response.text()).replaceAll(/"requestId":"[^"]+"/g, '')}`;
    };
    for (const [name, body] of [
      ['grant.end', (id: string) => ({ grant: id, reason: 'Test' })],
      ['grant.change', (id: string) => ({ grant: id, expiresAt: null, extraKeys: [], reason: 'Test' })],
    ] as const)
      expect(await answer(`/core/commands/${name}`, body(foreign.id))).toBe(await answer(`/core/commands/${name}`, body(randomUUID())));
    const giving = (user: string, to = org) => answer('/core/commands/grant.give', { org: to, user, role: 'sales', reason: 'Test' });
    expect(await giving(stableId('user:sales.jtr@selvedge.test'))).toBe(await giving(randomUUID()));
    expect(await giving(stableId('user:sales.mod@selvedge.test'), jtr)).toBe(await giving(stableId('user:sales.mod@selvedge.test'), randomUUID()));
    const loses = async (id: string) => (await (await admin.raw('crm', `/core/views/loses?grant=${id}`)).text()).replaceAll(/"requestId":"[^"]+"/g, '');
    expect(await loses(foreign.id)).toBe(await loses(randomUUID()));
  });

  test('only administrators of the org: others are told the key, people without a grant there nothing [J96 ADM-2]', async () => {
    const manager = world.as('sales-manager.mod');
    await expect(refusalOf(manager.view('core', 'access'))).resolves.toMatchObject({
      status: 403,
      code: 'PERMISSION_REQUIRED',
      details: { key: 'access:manage' },
    });
    await expect(
      refusalOf(manager.command('core', 'grant.give', { org, email: 'sales.jtr@selvedge.test', role: 'sales', reason: 'Test' })),
    ).resolves.toMatchObject({
      code: 'PERMISSION_REQUIRED',
    });
    await expect(
      refusalOf(world.as('admin.jtr').command('core', 'grant.give', { org, email: 'sales.jtr@selvedge.test', role: 'sales', reason: 'Test' })),
    ).resolves.toMatchObject({ status: 404 });
  });

  test('finds people of the own org by name, anybody else by the whole address alone [J1]', async () => {
    const names = async (q: string) => (await admin.view<{ email: string }[]>('core', 'people', { org: 'MOD', q })).data.map((row) => row.email);
    expect(await names('selin')).toEqual(expect.arrayContaining(['sales.mod@selvedge.test']));
    expect(await names('selin')).not.toContain('sales.jtr@selvedge.test');
    expect(await names('sales.jtr')).toEqual([]);
    expect(await names('sales.jtr@selvedge.test')).toEqual(['sales.jtr@selvedge.test']);
    await expect(refusalOf(world.as('sales.mod').view('core', 'people'))).resolves.toMatchObject({ status: 403 });
  });

  test('sees beforehand what a person would lose', async () => {
    const person = await hire(world);
    const sales = await welcome(admin, org, person, 'sales', { extraKeys: ['email:send_now'] });
    await give(admin, org, person.id, 'sales_manager');
    interface Loss {
      role: string | null;
      keys: string[];
      isWholeOrg: boolean;
    }
    const loss = async (grant: string) => (await admin.view<Loss>('core', 'loses', { grant })).data;
    expect(await loss(sales)).toMatchObject({ role: 'sales', keys: ['email:send_now'], isWholeOrg: false });
    const [manager] = (await grantsOf(person.email)).filter((row) => row.role === 'sales_manager');
    expect((await loss(manager!.id)).keys).toEqual(expect.arrayContaining(['approvals:shipment', 'payments:confirm']));
    await admin.command('core', 'grant.end', { grant: sales, reason: 'Test' });
    expect(await loss(manager!.id)).toMatchObject({ isWholeOrg: true });
  });
});

describe('past the commands', () => {
  test.each(['core_org', 'core_role_key'])('Studio refuses to write %s and names the command', async (collection) => {
    const response = await world.as('admin').raw('crm', `/items/${collection}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ org, role: 'pricing', name: 'X', code: 'XXX', key: 'deals:win' }),
    });
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect([response.status, errors[0]?.extensions.code]).toEqual([403, 'COMMAND_OWNED']);
    expect(errors[0]?.message).toMatch(/org\.create|role-key\.tune/);
  });

  test('SQL holds to the same rules and leaves its trace [ADM-4]', async () => {
    const person = await hire(world);
    const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 1, 'selvedge-test');
    const as = (email: string) => ({ kind: 'user', userId: stableId(`user:${email}@selvedge.test`) }) as const;
    const insert = (actor: Parameters<typeof inTransaction>[1], row: object) =>
      inTransaction(pool, actor, (tx) => tx.insert('core_org_grant', { org, user: person.id, role: 'pricing', extra_keys: [], ...row }));
    try {
      const grant = await insert(as('admin.mod'), { reason: 'Elle' });
      expect(await auditOf(grant.id)).toEqual([{ command: 'sql.insert', actor: as('admin.mod').userId, reason: null }]);
      await expect(insert(as('admin.mod'), {})).rejects.toMatchObject({ code: '23P01', constraint: 'one_grant_at_a_time' });
      await expect(insert(as('admin.mod'), { user: as('admin.mod').userId })).rejects.toMatchObject({ constraint: 'grant_is_not_to_oneself' });
      await expect(insert(as('admin.jtr'), { role: 'sales' })).rejects.toMatchObject({ code: '42501' });
      await expect(insert(as('sales.mod'), { role: 'sales' })).rejects.toMatchObject({ code: '42501' });
      await expect(
        inTransaction(pool, as('admin.mod'), (tx) => tx.query(`update core_org_grant set role = 'admin' where id = $1`, [grant.id])),
      ).rejects.toMatchObject({ constraint: 'grant_is_fixed' });
    } finally {
      await pool.end();
    }
  });
});
