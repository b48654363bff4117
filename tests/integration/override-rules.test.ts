import { randomUUID } from 'node:crypto';
import { travel } from '@selvedge/seed/order-path.ts';
import { hire, welcome, type Hired } from '../world/hire.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const people = world.people('MOD');
let other: Hired;
beforeAll(async () => {
  other = await hire(world);
  await welcome(world.as('admin.mod'), await world.orgId('MOD'), other, 'sales_manager', { extraKeys: ['approvals:shipment:bulk_approve'] });
});
afterAll(() => world.close());

const override = (note: string, reasonCode = 'management_decision') => ({ reasonCode, note });
interface Kept {
  override: object | null;
  allowed: boolean;
}
const decided = (subject: string, gate: string) =>
  world.look('crm', (tx) =>
    tx.query<Kept & Record<string, unknown>>('select override, allowed from kernel.decision where subject_id = $1 and gate = $2 order by id', [subject, gate]),
  );

test('an override that nothing needed is none: the decision reads as allowed, and neither audit nor timeline names its reason [J37]', async () => {
  const { dealId: deal } = await travel(people, await world.wish('MOD', { mode: 'credit', lines: 1, qty: '1' }), 'submitted');
  const note = `Gerek yoktu ${randomUUID()}`;
  const { overridden } = await people.manager.command<{ overridden: string[] }>('crm', 'deal.win', { deal, override: override(note) });
  expect(overridden).toEqual([]);
  expect(await decided(deal, 'deal-win')).toEqual([{ override: null, allowed: true }]);
  const told = await world.look('crm', (tx) =>
    tx.one<{ audits: number; timeline: number }>(
      `select (select count(*)::int from kernel.audit where subject_id = $1::text and position($2 in coalesce(reason, '')) > 0) as audits,
         (select count(*)::int from crm_timeline_entry where deal = $1::uuid and position($2 in details::text) > 0) as timeline`,
      [deal, note],
    ),
  );
  expect(told).toEqual({ audits: 0, timeline: 0 });
});

/** A customer who waits for approval, whom an override alone lets through. */
async function pendingDeal() {
  const wish = await world.wish('MOD', { mode: 'credit', lines: 1, qty: '1' });
  const { profileId: profile } = await people.sales.command<{ profileId: string }>('crm', 'customer.onboard', {
    org: wish.orgId,
    name: `Bekleyen ${randomUUID().slice(0, 8)}`,
    taxCountry: 'TR',
    taxNumber: String(6_000_000_000 + Math.floor(Math.random() * 1_000_000_000)),
    paymentMode: 'credit',
  });
  return { org: wish.orgId, profile, currency: 'USD', lines: wish.lines };
}
const win = (who: Hired['client'], deal: string) => who.command<{ overridden: string[] }>('crm', 'deal.win', { deal, override: override('Tanıyoruz') });

test('who made a deal, or submitted it, does not lift what stands against it; another manager does [J17 MGR-1]', async () => {
  const body = await pendingDeal();
  const { dealId: made } = await other.client.command<{ dealId: string }>('crm', 'deal.create', body);
  await people.sales.command('crm', 'deal.submit', { deal: made });
  const { dealId: submitted } = await people.sales.command<{ dealId: string }>('crm', 'deal.create', body);
  await other.client.command('crm', 'deal.submit', { deal: submitted });

  for (const deal of [made, submitted]) {
    await expect(refusalOf(win(other.client, deal))).resolves.toMatchObject({ status: 409, code: 'OWN_REQUEST' });
    const { status } = await world.look('crm', (tx) => tx.one<{ status: string }>('select status from crm_deal where id = $1', [deal]));
    expect(status).toBe('submitted');
    expect((await win(people.manager, deal)).overridden).toEqual(['PROFILE_APPROVED']);
    expect(await decided(deal, 'deal-win')).toEqual([{ override: override('Tanıyoruz'), allowed: true }]);
  }
});

test('in a list an override is refused by the name of its gate, and stops no other; by itself it is taken [J37]', async () => {
  const unpaid = await travel(people, await world.wish('MOD', { mode: 'cash', lines: 1, qty: '1' }), 'dated');
  await people.manager.command('crm', 'contract.waive', { deal: unpaid.dealId, note: 'Yıllardır müşterimiz' });
  const paid = await travel(people, await world.wish('MOD', { mode: 'cash', lines: 1, qty: '1' }), 'paid');
  const lifted = { purchaseOrder: unpaid.purchaseOrderId, override: override('Dekont görüldü', 'payment_in_transit') };
  interface Answer {
    results: { ok: boolean; error?: { code: string; details: object } }[];
  }
  const { results } = await other.client.command<Answer>('crm', 'purchase-order.approve-shipment-many', {
    items: [lifted, { purchaseOrder: paid.purchaseOrderId }],
  });
  expect(results).toMatchObject([{ ok: false, error: { code: 'OVERRIDE_SINGLE', details: { gate: 'shipment-approval' } } }, { ok: true }]);
  expect(await decided(unpaid.purchaseOrderId as string, 'shipment-approval')).toEqual([]);
  await other.client.command('crm', 'purchase-order.approve-shipment', lifted);
  expect(await decided(unpaid.purchaseOrderId as string, 'shipment-approval')).toEqual([{ override: lifted.override, allowed: true }]);
}, 180_000);

test('overrides are counted by person, gate and reason, in the period that the reader chooses [SYS-4]', async () => {
  const body = await pendingDeal();
  const { dealId: deal } = await people.sales.command<{ dealId: string }>('crm', 'deal.create', { ...body, submit: true });
  await win(other.client, deal);
  interface Counted {
    gate: string;
    code: string;
    reasonCode: string;
    actorName: string;
    count: number;
  }
  const report = async (query: Record<string, string>) =>
    (await world.as('admin.mod').view<Counted[]>('core', 'overrides', { org: 'MOD', ...query })).data.filter((one) => one.actorName === 'Yeni Kişi');
  const [mine, ...more] = await report({ gate: 'deal-win' });
  expect([mine, more]).toMatchObject([{ gate: 'deal-win', code: 'PROFILE_APPROVED', reasonCode: 'management_decision' }, []]);
  const before = mine?.count ?? 0;
  const { dealId: second } = await people.sales.command<{ dealId: string }>('crm', 'deal.create', { ...(await pendingDeal()), submit: true });
  await win(other.client, second);
  expect((await report({ gate: 'deal-win' }))[0]?.count).toBe(before + 1);
  expect(await report({ gate: 'ship' })).toEqual([]);
  expect(await report({ gate: 'deal-win', from: '2020-01-01T00:00:00Z', to: '2020-12-31T00:00:00Z' })).toEqual([]);
  expect((await report({ from: new Date(Date.now() - 3_600_000).toISOString() })).map((one) => one.gate)).toContain('deal-win');
});

test('the history of an order tells what was allocated past the books, with the reason and its note [WMG-1]', async () => {
  const { orderId } = await travel(people, await world.wish('MOD', { mode: 'credit', lines: 1, qty: '1' }), 'approved');
  const order = orderId as string;
  interface Told {
    history: { kind: string; actorName: string | null; details: { override?: object; meters?: string } }[];
  }
  const history = async () => (await people.warehouse.view<Told>('wms', 'order', { id: order })).data.history;
  expect((await history()).some((one) => one.kind === 'allocation.entered')).toBe(false);
  await world.write('wms', (tx) =>
    tx.query(
      `update wms_allocation set override_reason = 'recount: Topta fazla: 3 m' where crm_deal_line_id in (select crm_deal_line_id from wms_order_line where "order" = $1)`,
      [order],
    ),
  );
  expect((await history()).find((one) => one.kind === 'allocation.entered')).toMatchObject({
    actorName: expect.stringMatching(/./) as string,
    details: { meters: '1.000', override: { reasonCode: 'recount', note: 'Topta fazla: 3 m' } },
  });
}, 180_000);
