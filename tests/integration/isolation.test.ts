import { randomInt, randomUUID } from 'node:crypto';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { stableId } from '@selvedge/directus/access/directus-permissions.ts';
import { accessMatrix } from '@selvedge/directus/access/matrix.ts';
import { collections } from '@selvedge/directus/model/index.ts';
import { unguardedTables } from '../leak/live-tables.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const mod = world.people('MOD').sales;
const jtr = world.people('JTR').sales;
afterAll(() => world.close());

const hosted = (system: 'crm' | 'wms') => world.stack.nodeOf(system).systems;

async function dealOf(org: 'MOD' | 'JTR'): Promise<string> {
  const wish = await world.wish(org, { mode: 'credit', lines: 1 });
  const { dealId } = await world
    .people(org)
    .sales.command<{ dealId: string }>('crm', 'deal.create', { org: wish.orgId, profile: wish.profileId, currency: 'USD', lines: wish.lines });
  return dealId;
}
const withoutRequestId = (text: string) => text.replaceAll(/"requestId":"[^"]+"/g, '"requestId":"…"');

describe('a row of another org', () => {
  test('answers a command byte for byte as a row that does not exist [J1 QA-2]', async () => {
    const foreign = await dealOf('JTR');
    const answer = async (deal: string) => {
      const response = await mod.raw('crm', '/crm/commands/deal.submit', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify({ deal }),
      });
      return { status: response.status, body: withoutRequestId(await response.text()) };
    };
    const ofForeign = await answer(foreign);
    expect(ofForeign).toEqual(await answer(randomUUID()));
    expect(ofForeign.status).toBe(404);
  });

  test.each(['deal', 'purchase-order', 'customer'])('answers the view %s as a row that does not exist [J1 MGR-8]', async (view) => {
    const foreign = view === 'customer' ? (await world.wish('JTR', { mode: 'credit' })).profileId : await dealOf('JTR');
    const answer = async (id: string) => {
      const response = await mod.raw('crm', `/crm/views/${view}?id=${id}`);
      return { status: response.status, body: withoutRequestId(await response.text()) };
    };
    expect(await answer(foreign)).toEqual(await answer(randomUUID()));
  });

  test('shows in no list, whatever org is asked for [J1]', async () => {
    const foreign = await dealOf('JTR');
    await dealOf('MOD');
    const { data } = await mod.view<{ id: string; org: string }[]>('crm', 'deals', { limit: '100' });
    expect(data.some((deal) => deal.id === foreign)).toBe(false);
    expect(new Set(data.map((deal) => deal.org))).toEqual(new Set(['MOD']));
    expect((await mod.raw('crm', '/crm/views/deals?org=JTR')).status).toBe(400);
    expect((await mod.raw('crm', '/crm/views/deals?scope=all')).status).toBe(403);
  });

  test('cannot be named inside the input of a command [J1]', async () => {
    const own = await world.wish('MOD', { mode: 'credit', lines: 1 });
    const foreign = await world.wish('JTR', { mode: 'credit', lines: 1 });
    const create = (body: object) =>
      refusalOf(mod.command('crm', 'deal.create', { org: own.orgId, profile: own.profileId, currency: 'USD', lines: own.lines, ...body }));
    await expect(create({ profile: foreign.profileId })).resolves.toMatchObject({ status: 404, code: 'NOT_FOUND' });
    await expect(create({ org: foreign.orgId })).resolves.toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});

describe('the items API', () => {
  const list = async (client: typeof mod, path: string) =>
    (await (await client.raw('crm', path)).json()) as { data?: { org: string }[]; errors?: { extensions: { code: string } }[] };

  test('shows the rows of granted orgs alone, also through filters, counts and groups [J1 ADM-2]', async () => {
    await dealOf('JTR');
    await dealOf('MOD');
    const modOrg = await world.orgId('MOD');
    const jtrOrg = await world.orgId('JTR');
    const rows = await list(mod, '/items/crm_deal?fields=org&limit=-1');
    expect(rows.data?.length).toBeGreaterThan(0);
    expect(new Set(rows.data?.map((row) => row.org))).toEqual(new Set([modOrg]));
    expect((await list(mod, `/items/crm_deal?filter[org][_eq]=${jtrOrg}`)).data).toEqual([]);
    const grouped = await list(mod, '/items/crm_deal?aggregate[count]=*&groupBy[]=org');
    expect(grouped.data?.map((row) => row.org)).toEqual([modOrg]);
    expect((await list(jtr, '/items/crm_deal?fields=org&limit=-1')).data?.every((row) => row.org === jtrOrg)).toBe(true);
  });

  test('does not tell since when another org knows a customer of both [J1]', async () => {
    const taxNumber = String(7_000_000_000 + randomInt(1_000_000_000));
    const onboard = async (org: 'MOD' | 'JTR') =>
      world
        .people(org)
        .sales.command('crm', 'customer.onboard', { org: await world.orgId(org), name: 'Ortak', taxCountry: 'TR', taxNumber, paymentMode: 'cash' });
    await onboard('JTR');
    await onboard('MOD');
    const find = (rest: string) => list(mod, `/items/crm_customer?filter[tax_number][_eq]=${taxNumber}${rest}`);
    expect((await find('')).data?.map((row) => Object.keys(row).sort())).toEqual([['id', 'tax_country', 'tax_number']]);
    for (const rest of ['&fields=created_at', '&sort=created_at', '&filter[created_at][_lt]=2100-01-01', '&aggregate[max]=created_at'])
      expect((await find(rest)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('refuses to write what commands own, to everyone, administrators included [SYS-4 J96]', async () => {
    const deal = await dealOf('MOD');
    const attempt = async (email: string) => {
      const response = await world
        .as(email)
        .raw('crm', `/items/crm_deal/${deal}`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ status: 'won' }) });
      return { status: response.status, code: ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code };
    };
    expect(await attempt('admin')).toEqual({ status: 403, code: 'COMMAND_OWNED' });
    expect((await attempt('sales-manager.mod')).status).toBe(403);
    const row = await world.look('crm', (tx) => tx.one<{ status: string }>('select status from crm_deal where id = $1', [deal]));
    expect(row.status).toBe('draft');
  });

  test.each(['/graphql', '/shares', '/comments', '/revisions', '/activity', '/flows'])('%s is closed to all but administrators', async (path) => {
    const response = await mod.raw('crm', path);
    expect(response.status).toBe(403);
  });
});

describe('the two systems', () => {
  test('warehouse roles have no way into CRM and sales roles none into WMS, in one node as well [J21 J19]', async () => {
    const warehouse = world.people('MOD').warehouse;
    if (hosted('crm').includes('wms')) {
      expect((await warehouse.raw('crm', '/crm/views/deals')).status).toBe(403);
      expect((await mod.raw('wms', '/wms/views/po-queues')).status).toBe(403);
      await expect(refusalOf(mod.command('wms', 'reservation.plan', { line: randomUUID() }))).resolves.toMatchObject({ status: 404 });
      const rows = (await (await warehouse.raw('crm', '/items/crm_deal')).json()) as { data?: unknown[]; errors?: unknown[] };
      expect(rows.data ?? []).toEqual([]);
    } else {
      await expect(warehouse.token('crm')).rejects.toThrow('cannot log into');
      await expect(mod.token('wms')).rejects.toThrow('cannot log into');
    }
  });
});

describe('row security', () => {
  test('is enabled and forced on every table of the product, with a check on each write [ADM-4]', async () => {
    for (const system of ['crm', 'wms'] as const) {
      const systems = hosted(system);
      const names = collections.filter((c) => c.system === 'core' || systems.includes(c.system)).map((c) => c.name);
      const rows = await world.look(system, (tx) =>
        tx.query<{ name: string; enabled: boolean; forced: boolean; unchecked: number; verbs: number }>(
          `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
             (select count(*) from pg_policies p where p.tablename = c.relname and p.cmd in ('INSERT', 'UPDATE') and p.with_check is null) as unchecked,
             (select count(distinct p.cmd) from pg_policies p where p.tablename = c.relname) as verbs
           from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relname = any ($1)`,
          [names],
        ),
      );
      expect(rows.map((row) => row.name).sort()).toEqual([...names].sort());
      expect(rows.filter((row) => !row.enabled || !row.forced || row.unchecked > 0 || row.verbs !== 4)).toEqual([]);
    }
  });

  test('guards everything in the live database that holds rows of organisations, and what was made past the model is found [ADM-4 QA-2]', async () => {
    const unguarded = async (system: 'crm' | 'wms') => {
      const systems = hosted(system);
      const known = collections.filter((one) => one.system === 'core' || systems.includes(one.system)).map((one) => one.name);
      return (await world.look(system, (tx) => unguardedTables(tx, known))).map(({ name, why }) => `${name} ${why}`);
    };
    for (const system of ['crm', 'wms'] as const) expect(await unguarded(system)).toEqual([]);
    const owner = createPool(world.stack.nodeOf('crm').ownerUrl, 1, 'selvedge-test');
    try {
      await owner.query('create table public.planted_note (id uuid primary key, org uuid not null, note text)');
      await owner.query('create view public.planted_view as select org, code from crm_deal');
      expect(await unguarded('crm')).toEqual([
        'planted_note a verb has no policy',
        'planted_note is not in the model',
        'planted_note row security is not enabled and forced',
        'planted_view a verb has no policy',
        'planted_view is not in the model',
        'planted_view row security is not enabled and forced',
      ]);
    } finally {
      await owner.query('drop view if exists public.planted_view');
      await owner.query('drop table if exists public.planted_note');
      await owner.end();
    }
  });

  test('every collection has an entry in the access matrix', () => {
    expect(Object.keys(accessMatrix).sort()).toEqual(collections.map((c) => c.name).sort());
  });

  test('refuses a cross-org write even to SQL, and an unclaimed connection sees nothing [ADM-4 J1]', async () => {
    const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 1, 'selvedge-test');
    const sales = { kind: 'user', userId: stableId('user:sales.mod@selvedge.test') } as const;
    const jtrOrg = await world.orgId('JTR');
    const modOrg = await world.orgId('MOD');
    const foreign = await dealOf('JTR');
    const own = await dealOf('MOD');
    try {
      const seen = await inTransaction(pool, sales, (tx) => tx.query<{ org: string }>('select distinct org from crm_deal'), 'read');
      expect(seen).toEqual([{ org: modOrg }]);
      const changed = await inTransaction(pool, sales, (tx) => tx.query(`update crm_deal set note = 'mine' where id = $1 returning id`, [foreign]));
      expect(changed).toEqual([]);
      await expect(inTransaction(pool, sales, (tx) => tx.query('update crm_deal set org = $2 where id = $1', [own, jtrOrg]))).rejects.toMatchObject({
        code: '23514',
      });
      await expect(
        inTransaction(pool, sales, (tx) => tx.insert('crm_credit_limit', { org: jtrOrg, profile: randomUUID(), currency: 'USD', limit_amount: '1' })),
      ).rejects.toMatchObject({ code: '42501' });
      expect((await pool.query('select id from crm_deal')).rows).toEqual([]);
    } finally {
      await pool.end();
    }
  });

  test('keeps the audit append-only for everyone [J38 J72]', async () => {
    const rewrite = [`update kernel.audit set reason = 'x' where true returning id`, 'delete from kernel.audit where true returning id'];
    const app = createPool(world.stack.nodeOf('crm').databaseUrl, 1, 'selvedge-test');
    const owner = createPool(world.stack.nodeOf('crm').ownerUrl, 1, 'selvedge-test');
    try {
      for (const sql of rewrite) {
        await expect(inTransaction(app, { kind: 'system' }, (tx) => tx.query(sql))).rejects.toMatchObject({ code: '42501' });
        // The owner has the right, but no policy shows it a row to change.
        await expect(inTransaction(owner, { kind: 'system' }, (tx) => tx.query(sql))).resolves.toEqual([]);
      }
      await expect(owner.query('truncate kernel.audit')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await Promise.all([app.end(), owner.end()]);
    }
  });
});
