import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const group = world.as('sales-manager.group');
afterAll(() => world.close());

interface Row {
  readonly org: string;
}
const orgsIn = async (client: typeof group, view: string, query: Record<string, string> = {}) =>
  [...new Set((await client.view<Row[]>('crm', view, { limit: '100', ...query })).data.map((row) => row.org))].sort();

beforeAll(async () => {
  for (const org of ['MOD', 'JTR'] as const) {
    const wish = await world.wish(org, { mode: 'credit', lines: 1 });
    const { sales } = world.people(org);
    const { dealId } = await sales.command('crm', 'deal.create', { org: wish.orgId, profile: wish.profileId, currency: 'USD', lines: wish.lines });
    await sales.command('crm', 'deal.submit', { deal: dealId });
    await sales.command('crm', 'deal.win', { deal: dealId });
  }
});

describe('a manager of both orgs', () => {
  test.each(['fulfillment', 'deals', 'customers'])('sees %s of the org that is chosen, or of both with the org on each row [J2]', async (view) => {
    expect(await orgsIn(group, view, { org: 'MOD' })).toEqual(['MOD']);
    expect(await orgsIn(group, view, { org: 'JTR' })).toEqual(['JTR']);
    // The active org is applied by the server, not left to the page.
    expect(await orgsIn(group, view)).toHaveLength(1);
    expect(await orgsIn(group, view, { scope: 'all' })).toEqual(['JTR', 'MOD']);
  });
});

describe('a manager of one org', () => {
  const one = world.as('sales-manager.mod');

  test('has no scope over all orgs, and hears of no other one [J2 MGR-8]', async () => {
    await expect(refusalOf(one.view('crm', 'deals', { scope: 'all' }))).resolves.toMatchObject({ status: 403, details: { key: 'scope:all_orgs' } });
    expect(await orgsIn(one, 'deals')).toEqual(['MOD']);
    const of = async (org: string) => (await refusalOf(one.view('crm', 'deals', { org }))).message.replaceAll(org, '…');
    expect(await of('JTR')).toBe(await of('QQQ'));
    const me = await (await one.raw('crm', '/kernel/me')).text();
    expect(me).not.toContain('JTR');
  });
});

test('a deal names its org, and one of the own [J3]', async () => {
  const wish = await world.wish('MOD', { mode: 'credit', lines: 1 });
  const body = { profile: wish.profileId, currency: 'USD', lines: wish.lines };
  const { sales } = world.people('MOD');
  await expect(refusalOf(sales.command('crm', 'deal.create', body))).resolves.toMatchObject({ status: 400, details: { problems: [{ path: 'org' }] } });
  await expect(refusalOf(sales.command('crm', 'deal.create', { ...body, org: await world.orgId('JTR') }))).resolves.toMatchObject({ status: 404 });
});
