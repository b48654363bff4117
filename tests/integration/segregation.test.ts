import { randomUUID } from 'node:crypto';
import { travel } from '@selvedge/seed/order-path.ts';
import { openWorld, refusalOf, unmetCodes } from '../world/world.ts';

const world = openWorld();
const people = world.people('MOD');
afterAll(() => world.close());

describe('who sells', () => {
  test('makes a deal and submits it for approval, and approves nothing of it [J17]', async () => {
    const wish = await world.wish('MOD', { mode: 'cash', lines: 1, qty: '1' });
    const { dealId: deal, purchaseOrderId: purchaseOrder } = await travel(people, wish, 'dated');
    const { data: prices } = await people.manager.view<{ id: string }[]>('crm', 'catalog', { org: 'MOD', currency: 'USD', limit: '1' });
    const attempts: readonly [command: string, body: object, key: string][] = [
      ['purchase-order.approve-shipment', { purchaseOrder }, 'approvals:shipment'],
      ['payment.confirm', { purchaseOrder }, 'payments:confirm'],
      ['deal.clear-credit-block', { deal, reason: 'Ben kaldırdım' }, 'credit:clear'],
      ['contract.waive', { deal, note: 'Gerek yok' }, 'contract:waive'],
      ['price.reconfirm', { price: prices[0]?.id }, 'prices:reconfirm'],
      ['price.set', { org: wish.orgId, item: wish.lines[0]?.item, currency: 'USD', price: '0.01' }, 'prices:edit'],
    ];
    const state = () =>
      world.look('crm', (tx) =>
        tx.one(
          `select d.status, p.stage, (select count(*) from kernel.audit a where a.subject_id in (d.id::text, p.id::text)) as audited
           from crm_deal d join crm_purchase_order p on p.deal = d.id where d.id = $1`,
          [deal],
        ),
      );
    const before = await state();
    for (const [command, body, key] of attempts)
      expect([command, await refusalOf(people.sales.command('crm', command, body))]).toEqual([
        command,
        expect.objectContaining({ status: 403, code: 'PERMISSION_REQUIRED', details: { key } }),
      ]);
    expect(await state()).toEqual(before);
  }, 180_000);
});

describe('who manages sales', () => {
  test('confirms payments together, approves the shipment and clears a credit block, each in their own name; pricing sets prices and administrators do none of it [J18]', async () => {
    const wish = await world.wish('MOD', { mode: 'cash', lines: 1, qty: '1' });
    const orders = [await travel(people, wish, 'dated'), await travel(people, wish, 'dated')];
    const items = orders.map((order) => ({ purchaseOrder: order.purchaseOrderId as string }));
    const [{ purchaseOrder }] = items as [(typeof items)[0]];
    for (const item of items) {
      const { data } = await people.sales.view<{ purchaseOrder: { grossAmount: string } }>('crm', 'purchase-order', { id: item.purchaseOrder });
      const amount = data.purchaseOrder.grossAmount;
      await people.accounting.command('crm', 'payment.record', {
        org: wish.orgId,
        profile: wish.profileId,
        currency: wish.currency,
        amount,
        receivedOn: world.today,
        allocations: [{ ...item, amount }],
      });
    }
    const deal = orders[0]?.dealId;
    await people.sales.command('crm', 'contract.receive-signed', { deal });
    await world.write('crm', (tx) => tx.query(`update crm_deal set credit_blocked = true, credit_block_reason = 'Test' where id = $1`, [deal]));
    const acts: readonly [command: string, body: object, key: string][] = [
      ['payment.confirm-many', { items }, 'payments:confirm'],
      ['deal.clear-credit-block', { deal, reason: 'Ödedi' }, 'credit:clear'],
      ['purchase-order.approve-shipment', { purchaseOrder }, 'approvals:shipment'],
    ];
    for (const who of ['pricing.mod', 'admin.mod']) {
      for (const [command, body, key] of acts.slice(1))
        await expect(refusalOf(world.as(who).command('crm', command, body))).resolves.toMatchObject({ status: 403, details: { key } });
      const { results } = await world.as(who).command<{ results: { error?: { code: string } }[] }>('crm', 'payment.confirm-many', { items });
      expect(results.map((result) => result.error?.code)).toEqual(['PERMISSION_REQUIRED', 'PERMISSION_REQUIRED']);
    }
    const price = { org: wish.orgId, item: wish.lines[0]?.item, currency: 'USD', price: '77' };
    await world.as('pricing.mod').command('crm', 'price.set', price, { dryRun: true });
    await expect(refusalOf(world.as('admin.mod').command('crm', 'price.set', price))).resolves.toMatchObject({ status: 403 });

    for (const [command, body] of acts) await people.manager.command('crm', command, body);
    const manager = (await (await people.manager.raw('crm', '/kernel/me')).json()) as { user: { id: string } };
    const audited = await world.look('crm', (tx) =>
      tx.query<{ command: string }>(
        `select command from kernel.audit where actor = $1 and subject_id = any ($2::text[]) and command = any ($3::text[]) order by id`,
        [manager.user.id, [deal, ...items.map((item) => item.purchaseOrder)], ['payment.confirm', 'payment.confirm-many', ...acts.map(([command]) => command)]],
      ),
    );
    const done = audited.map(({ command }) => command.replace('-many', ''));
    expect(done.filter((command) => command === 'payment.confirm').length).toBeGreaterThanOrEqual(2);
    expect(done).toEqual(expect.arrayContaining(['deal.clear-credit-block', 'purchase-order.approve-shipment']));
  }, 180_000);
});

describe('an order that is not picked to the end', () => {
  test('leaves by the word of a warehouse manager with a reason, of nobody else, and the reason stays [J20]', async () => {
    const { orderId: order } = await travel(people, await world.wish('MOD', { mode: 'cash', lines: 1, qty: '1' }), 'picking');
    const post = (who: string, body: object = {}) =>
      world.as(who).command('wms', 'shipment.post', { order, carrier: 'Horoz', irsaliyeNumber: `IRS${randomUUID().slice(0, 8)}`, ...body });
    const override = { reasonCode: 'urgent_shipment', note: 'Müşteri bekliyor' };
    const status = () => world.look('wms', async (tx) => (await tx.one<{ status: string }>('select status from wms_order where id = $1', [order])).status);

    const refused = await refusalOf(post('warehouse-manager.mod'));
    expect([refused.code, unmetCodes(refused.details)]).toEqual(['GATE_BLOCKED', ['LINES_PICKED']]);
    await expect(refusalOf(post('warehouse.mod', { override }))).resolves.toMatchObject({ status: 403, details: { key: 'shipment:override' } });
    await expect(refusalOf(post('warehouse-manager.mod', { override: { reasonCode: 'because', note: 'Öyle' } }))).resolves.toMatchObject({ status: 400 });
    expect(await status()).toBe('picking');

    await post('warehouse-manager.mod', { override });
    expect(await status()).toBe('shipped');
    const kept = await world.look('wms', (tx) =>
      tx.one<{ reason: string; after: { overridden: string[] } }>(
        `select reason, after from kernel.audit where subject_id = $1 and command = 'shipment.post'`,
        [order],
      ),
    );
    expect(kept).toMatchObject({ reason: 'urgent_shipment: Müşteri bekliyor', after: { overridden: ['LINES_PICKED'] } });
  }, 180_000);
});
