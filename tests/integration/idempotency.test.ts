import { randomUUID } from 'node:crypto';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const { sales, manager, accounting } = world.people('MOD');
afterAll(() => world.close());

const countsOf = (profile: string) =>
  world.look('crm', (tx) =>
    tx.one<{ deals: number; lines: number; audits: number; timeline: number }>(
      `select (select count(*) from crm_deal where profile = $1) as deals, (select count(*) from crm_deal_line l join crm_deal d on d.id = l.deal where d.profile = $1) as lines,
         (select count(*) from kernel.audit where command = 'deal.create' and subject_id in (select id::text from crm_deal where profile = $1)) as audits,
         (select count(*) from crm_timeline_entry t join crm_deal d on d.id = t.deal where d.profile = $1 and t.source = 'person') as timeline`,
      [profile],
    ),
  );

describe('the same Idempotency-Key', () => {
  test('sent 50 times at once has one effect and one reply [J72 SYS-2 ADM-9]', async () => {
    const wish = await world.wish('MOD', { mode: 'credit' });
    const before = await countsOf(wish.profileId);
    const key = randomUUID();
    const body = { org: wish.orgId, profile: wish.profileId, currency: 'USD', lines: wish.lines };
    const replies = await Promise.all(Array.from({ length: 50 }, () => sales.command<{ dealId: string }>('crm', 'deal.create', body, { key })));
    const after = await countsOf(wish.profileId);
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect({
      deals: after.deals - before.deals,
      lines: after.lines - before.lines,
      audits: after.audits - before.audits,
      timeline: after.timeline - before.timeline,
    }).toEqual({ deals: 1, lines: 2, audits: 1, timeline: 1 });
  });

  test('of a win, sent 50 times at once, makes one PO and one event [J72 SYS-2]', async () => {
    const wish = await world.wish('MOD', { mode: 'credit' });
    const { dealId } = await sales.command<{ dealId: string }>('crm', 'deal.create', {
      org: wish.orgId,
      profile: wish.profileId,
      currency: 'USD',
      lines: wish.lines,
    });
    await sales.command('crm', 'deal.submit', { deal: dealId });
    const key = randomUUID();
    const replies = await Promise.all(Array.from({ length: 50 }, () => sales.command('crm', 'deal.win', { deal: dealId }, { key })));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    const effects = await world.look('crm', (tx) =>
      tx.one(
        `select (select count(*) from crm_purchase_order where deal = $1) as orders, (select count(*) from kernel.outbox where entity_id = $1::text and type = 'deal.won') as events`,
        [dealId],
      ),
    );
    expect(effects).toEqual({ orders: 1, events: 1 });
  });

  test('with another body is refused, and nothing is written', async () => {
    const wish = await world.wish('MOD', { mode: 'credit' });
    const key = randomUUID();
    const body = { org: wish.orgId, profile: wish.profileId, currency: 'USD', lines: wish.lines };
    await sales.command('crm', 'deal.create', body, { key });
    const before = await countsOf(wish.profileId);
    await expect(refusalOf(sales.command('crm', 'deal.create', { ...body, note: 'another' }, { key }))).resolves.toMatchObject({
      status: 409,
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await countsOf(wish.profileId)).toEqual(before);
  });

  test('belongs to a person: another one with the same key has an effect of their own', async () => {
    const wish = await world.wish('MOD', { mode: 'credit' });
    const key = randomUUID();
    const body = { org: wish.orgId, profile: wish.profileId, currency: 'USD', lines: wish.lines };
    const first = await sales.command<{ dealId: string }>('crm', 'deal.create', body, { key });
    const second = await manager.command<{ dealId: string }>('crm', 'deal.create', body, { key });
    expect(second.dealId).not.toBe(first.dealId);
  });

  test('missing is refused with the field and the remedy', async () => {
    const response = await sales.raw('crm', '/crm/commands/deal.submit', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ deal: randomUUID() }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'INVALID_INPUT', details: { problems: [{ path: 'Idempotency-Key' }] } } });
  });
});

describe('a dry run', () => {
  test('answers what would happen and leaves nothing behind', async () => {
    const wish = await world.wish('MOD', { mode: 'credit' });
    const before = await countsOf(wish.profileId);
    const { code } = await sales.command<{ code: string }>(
      'crm',
      'deal.create',
      { org: wish.orgId, profile: wish.profileId, currency: 'USD', lines: wish.lines },
      { dryRun: true },
    );
    expect(code).toMatch(/^MODDL/);
    expect(await countsOf(wish.profileId)).toEqual(before);
  });
});

describe('a bulk command', () => {
  test('answers item by item: one bad row never stops the rest [MGR-4 J33]', async () => {
    const wish = await world.wish('MOD', { mode: 'cash', lines: 1 });
    const orders = [];
    for (let i = 0; i < 2; i += 1) {
      const { dealId } = await sales.command<{ dealId: string }>('crm', 'deal.create', {
        org: wish.orgId,
        profile: wish.profileId,
        currency: 'USD',
        lines: wish.lines,
      });
      await sales.command('crm', 'deal.submit', { deal: dealId });
      orders.push(await sales.command<{ purchaseOrderId: string }>('crm', 'deal.win', { deal: dealId }));
    }
    const [paid, unpaid] = orders.map((order) => order.purchaseOrderId);
    const { data } = await sales.view<{ purchaseOrder: { grossAmount: string } }>('crm', 'purchase-order', { id: paid as string });
    const amount = data.purchaseOrder.grossAmount;
    await accounting.command('crm', 'payment.record', {
      org: wish.orgId,
      profile: wish.profileId,
      currency: 'USD',
      amount,
      receivedOn: world.today,
      allocations: [{ purchaseOrder: paid, amount }],
    });
    const answer = await manager.command<{ results: { ok: boolean; error?: { code: string } }[]; succeeded: number }>('crm', 'payment.confirm-many', {
      items: [{ purchaseOrder: unpaid }, { purchaseOrder: randomUUID() }, { purchaseOrder: paid }],
    });
    expect(answer.results.map((result) => result.error?.code ?? 'ok')).toEqual(['PAYMENT_NOT_COVERED', 'NOT_FOUND', 'ok']);
    await expect(refusalOf(sales.command('crm', 'payment.confirm', { purchaseOrder: unpaid }))).resolves.toMatchObject({
      status: 403,
      code: 'PERMISSION_REQUIRED',
      details: { key: 'payments:confirm' },
    });
  });
});
