import { randomUUID } from 'node:crypto';
import type { Decision } from '@selvedge/kernel/gate/decision.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { hire, welcome } from '../world/hire.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
afterAll(() => world.close());
const manager = world.as('sales-manager.mod');

interface Judged {
  subject: string;
  decision: Decision | null;
}
async function preflight(subjects: readonly string[], gate = 'shipment-approval', who = manager) {
  const response = await who.raw('crm', `/crm/gates/${gate}/preflight`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ subjects }),
  });
  return { status: response.status, body: (await response.json()) as { data: Judged[] } };
}
const purchaseOrders = (org: string, limit: number) =>
  world.look('crm', async (tx) =>
    (
      await tx.query<{ id: string }>(
        'select po.id from crm_purchase_order po join core_org o on o.id = po.org where o.code = $1 order by po.created_at limit $2',
        [org, limit],
      )
    ).map((row) => row.id),
  );

test('a preflight of many says of each what one question says of it [MGR-3]', async () => {
  for (const mode of ['cash', 'credit'] as const) await travel(world.people('MOD'), await world.wish('MOD', { mode, lines: 2 }), 'won');
  const ids = await purchaseOrders('MOD', 25);
  expect(ids.length).toBeGreaterThanOrEqual(2);
  const { body } = await preflight(ids);
  expect(body.data.map((one) => one.subject)).toEqual(ids);
  for (const { subject, decision } of body.data) {
    const one = (await (await manager.raw('crm', `/crm/gates/shipment-approval/explain?subject=${subject}`)).json()) as { data: Decision };
    // Only the answer about one names people.
    const withoutNames = one.data.requirements.map(({ lift: { people: _, ...lift }, ...requirement }) => ({ ...requirement, lift }));
    expect(decision).toEqual({ ...one.data, requirements: withoutNames });
  }
});

test('what is of another org has no decision, as what is not there; nothing is kept of a question [J1]', async () => {
  const [own] = await purchaseOrders('MOD', 1);
  await travel(world.people('JTR'), await world.wish('JTR', { mode: 'credit', lines: 1 }), 'won');
  const [foreign] = await purchaseOrders('JTR', 1);
  const nothing = randomUUID();
  const before = await world.look('crm', (tx) => tx.one('select count(*) as n, max(id) as last from kernel.decision'));
  const { body } = await preflight([own!, foreign!, nothing]);
  expect(body.data.map(({ subject, decision }) => [subject, decision === null])).toEqual([
    [own, false],
    [foreign, true],
    [nothing, true],
  ]);
  expect(await world.look('crm', (tx) => tx.one('select count(*) as n, max(id) as last from kernel.decision'))).toEqual(before);
});

test('it takes 200 rows at most, of a gate that is here', async () => {
  const many = Array.from({ length: 201 }, () => randomUUID());
  expect((await preflight(many)).status).toBe(400);
  expect((await preflight([])).status).toBe(400);
  expect((await preflight(many.slice(1))).status).toBe(200);
  expect((await preflight([randomUUID()], 'closure')).status).toBe(404);
});

test('whoever asks about one is told by name who can lift what is unmet, of that org alone [SYS-4]', async () => {
  const { sales } = world.people('MOD');
  const { dealId } = await travel(world.people('MOD'), await world.wish('MOD', { mode: 'cash', lines: 1 }), 'won');
  const [po] = await world.look('crm', (tx) => tx.query<{ id: string }>('select id from crm_purchase_order where deal = $1', [dealId]));
  const { data } = (await (await sales.raw('crm', `/crm/gates/shipment-approval/explain?subject=${po!.id}`)).json()) as { data: Decision };
  const payment = data.requirements.find((one) => one.code === 'PAYMENT_CONFIRMED');
  const managers = await world.look('crm', (tx) =>
    tx.query<{ name: string }>(
      `select distinct concat_ws(' ', u.first_name, u.last_name) as name from core_org_grant g join core_org o on o.id = g.org join directus_users u on u.id = g."user"
       where o.code = 'MOD' and g.role = 'sales_manager' and u.status = 'active' and g.on_behalf_of is null`,
    ),
  );
  expect(payment?.lift.people?.length).toBeGreaterThan(0);
  expect(managers.map((one) => one.name)).toEqual(expect.arrayContaining([...(payment?.lift.people ?? [])]));
  expect(data.requirements.filter((one) => one.met).every((one) => one.lift.people === undefined)).toBe(true);
});

test('who can lift it is who holds the key there: given by name, taken from a role or given to one [J41]', async () => {
  const people = world.people('MOD');
  const { dealId } = await travel(people, await world.wish('MOD', { mode: 'cash', lines: 1 }), 'won');
  const [po] = await world.look('crm', (tx) => tx.query<{ id: string }>('select id from crm_purchase_order where deal = $1', [dealId]));
  const [admin, org] = [world.as('admin.mod'), await world.orgId('MOD')];
  const [named, priced] = [await hire(world, 'Aaron'), await hire(world, 'Aase')];
  await welcome(admin, org, named, 'sales', { extraKeys: ['contract:waive'] });
  await welcome(admin, org, priced, 'pricing');
  const lift = async () => {
    const { data } = (await (await people.sales.raw('crm', `/crm/gates/shipment-approval/explain?subject=${po!.id}`)).json()) as { data: Decision };
    return data.requirements.find((one) => one.code === 'CONTRACT_SIGNED')!.lift;
  };
  const before = await lift();
  expect(before.key).toBe('contract:waive');
  expect([before.people?.includes('Aaron Kişi'), before.people?.includes('Aase Kişi')]).toEqual([true, false]);

  const tune = (role: string, allowed: boolean | null) => admin.command('core', 'role-key.tune', { org, role, key: 'contract:waive', allowed, reason: 'Test' });
  try {
    await tune('pricing', true);
    await tune('sales_manager', false);
    const tuned = await lift();
    expect(tuned.roles).toEqual(['pricing']);
    expect(tuned.people).toEqual(expect.arrayContaining(['Aaron Kişi', 'Aase Kişi']));
    const managers = before.people?.filter((name) => name !== 'Aaron Kişi') ?? [];
    expect(managers.length).toBeGreaterThan(0);
    expect(tuned.people?.filter((name) => managers.includes(name))).toEqual([]);
  } finally {
    await tune('pricing', null);
    await tune('sales_manager', null);
  }
  expect(await lift()).toEqual(before);
});
