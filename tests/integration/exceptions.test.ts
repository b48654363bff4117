import { randomUUID } from 'node:crypto';
import { findStaleStages } from '@selvedge/crm/orders/refresh-po-stage.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { openWorld, refusalOf, unmetCodes } from '../world/world.ts';

const world = openWorld();
const people = world.people('MOD');
const { sales, manager, warehouse, accounting } = people;
afterAll(() => world.close());

interface PoView {
  purchaseOrder: { stage: string; status: string; grossAmount: string };
  deal: { creditBlocked: boolean; status: string };
  shortages: { id: string; state: string; shortageQty: string }[];
  lines: { status: string; reservationState: string; reservedQty: string; position: number }[];
  order: { status: string } | null;
}
const poView = async (id: string) => (await sales.view<PoView>('crm', 'purchase-order', { id })).data;

describe('a shortage', () => {
  test('concerns its line alone, and shipping partly makes what is reserved the whole line [WHS-10 SAL-13 J18]', async () => {
    const wish = await world.wish('MOD', { mode: 'credit', lines: 2 });
    const [first, second] = wish.lines as [(typeof wish.lines)[0], (typeof wish.lines)[0]];
    const order = await travel(people, { ...wish, lines: [{ ...first, qty: '99999' }, second] }, 'won');
    const id = order.purchaseOrderId as string;
    const short = await eventually(
      'the shortage',
      () => poView(id),
      (view) => view.shortages.length === 1,
    );
    expect(short.lines.map((line) => line.reservationState)).toEqual(['short', 'reserved']);

    const [shortage] = short.shortages;
    await expect(refusalOf(sales.command('crm', 'shortage.decide', { shortage: shortage?.id, decision: 'wait' }))).resolves.toMatchObject({ status: 403 });
    await manager.command('crm', 'shortage.decide', { shortage: shortage?.id, decision: 'ship_partly', note: 'Müşteri kabul etti' });
    const decided = await eventually(
      'both sides to agree',
      () => poView(id),
      (view) => view.lines[0]?.reservationState === 'reserved',
    );
    expect(decided.lines[0]?.reservedQty).toBe((99_999 - Number(shortage?.shortageQty)).toFixed(3));
    expect(Number(decided.purchaseOrder.grossAmount)).toBeLessThan(Number(short.purchaseOrder.grossAmount));
    await expect(refusalOf(manager.command('crm', 'shortage.decide', { shortage: shortage?.id, decision: 'wait' }))).resolves.toMatchObject({
      status: 409,
      code: 'SHORTAGE_ALREADY_DECIDED',
    });
    // The stock goes back, for the tests that follow.
    await manager.command('crm', 'deal.cancel', { deal: order.dealId, reason: 'Test bitti' });
    await eventually(
      'the release',
      () => poView(id),
      (view) => view.lines.every((line) => line.reservationState === 'released'),
    );
  });
});

describe('cancelling a deal', () => {
  const statusOf = async (deal: string) => (await sales.view<{ deal: { status: string } }>('crm', 'deal', { id: deal })).data.deal.status;
  const cancel = (who: typeof sales, deal: string) => who.command('crm', 'deal.cancel', { deal, reason: 'Yanlış girildi' });

  test.each(['draft', 'submitted'] as const)('that is %s is for who owns it, or for a manager', async (station) => {
    const own = await travel(people, await world.wish('MOD', { mode: 'credit', lines: 1 }), station);
    await cancel(sales, own.dealId);
    expect(await statusOf(own.dealId)).toBe('cancelled');
    await expect(refusalOf(cancel(sales, own.dealId))).resolves.toMatchObject({ status: 409, code: 'DEAL_NOT_CANCELLABLE' });

    const others = await travel(people, await world.wish('MOD', { mode: 'credit', lines: 1 }), station);
    const colleague = world.as('sales.group');
    await expect(refusalOf(cancel(colleague, others.dealId))).resolves.toMatchObject({ status: 403, details: { key: 'po:cancel' } });
    expect(await statusOf(others.dealId)).toBe(station);
    await cancel(manager, others.dealId);
    expect(await statusOf(others.dealId)).toBe('cancelled');
    const told = await world.look('crm', (tx) => tx.query('select 1 from kernel.outbox where entity_id = any ($1)', [[own.dealId, others.dealId]]));
    expect(told).toEqual([]);
  });

  test('that is won is for a manager, its owner included', async () => {
    const won = await travel(people, await world.wish('MOD', { mode: 'credit', lines: 1 }), 'won');
    await expect(refusalOf(cancel(sales, won.dealId))).resolves.toMatchObject({ status: 403, details: { key: 'po:cancel' } });
    expect(await statusOf(won.dealId)).toBe('won');
    await cancel(manager, won.dealId);
    expect(await statusOf(won.dealId)).toBe('cancelled');
  });
});

describe('cancelling', () => {
  test('a released PO frees its stock, cancels its order and leaves the payment as credit', async () => {
    const wish = await world.wish('MOD', { mode: 'cash', lines: 1 });
    const order = await travel(people, wish, 'approved');
    const id = order.purchaseOrderId as string;
    await manager.command('crm', 'purchase-order.cancel', { purchaseOrder: id, reason: 'Müşteri vazgeçti' });
    const view = await eventually(
      'the warehouse to cancel',
      () => poView(id),
      (seen) => seen.order?.status === 'cancelled' && seen.lines[0]?.reservationState === 'released',
    );
    expect(view.purchaseOrder).toMatchObject({ stage: 'cancelled', status: 'cancelled' });
    const left = await world.look('crm', (tx) =>
      tx.one(
        `select (select count(*) from crm_receivable where purchase_order = $1 and voided_at is null) as receivables, (select count(*) from crm_payment_allocation where purchase_order = $1) as allocations,
           (select count(*) from crm_payment where profile = $2 and reverses is null) > 0 as payment_kept`,
        [id, wish.profileId],
      ),
    );
    expect(left).toEqual({ receivables: 0, allocations: 0, payment_kept: true });
    const held = await world.look('wms', (tx) =>
      tx.one<{ n: number }>(
        'select count(*) as n from wms_allocation a join wms_reservation_line l on l.id = a.reservation_line join wms_reservation r on r.id = l.reservation where r.crm_deal_id = $1',
        [order.dealId],
      ),
    );
    expect(held.n).toBe(0);
  });

  test('is refused once the goods left', async () => {
    const order = await travel(people, await world.wish('MOD', { mode: 'cash', lines: 1 }), 'shipped');
    await eventually(
      'CRM to know',
      () => poView(order.purchaseOrderId as string),
      (view) => view.order?.status === 'shipped',
    );
    await expect(
      refusalOf(manager.command('crm', 'purchase-order.cancel', { purchaseOrder: order.purchaseOrderId, reason: 'Too late' })),
    ).resolves.toMatchObject({ status: 409, code: 'PO_ALREADY_SHIPPED' });
    await expect(refusalOf(manager.command('crm', 'deal.cancel', { deal: order.dealId, reason: 'Too late' }))).resolves.toMatchObject({
      status: 409,
      code: 'PO_ALREADY_SHIPPED',
    });
  });
});

describe('overrides at shipment approval', () => {
  test('lift credit and payment with a reason, never the contract or the warehouse [J30 J34 J37 J41]', async () => {
    const wish = await world.wish('MOD', { mode: 'cash', lines: 1 });
    const order = await travel(people, wish, 'dated');
    const approve = (override?: object) =>
      manager.command<{ overridden: string[] }>('crm', 'purchase-order.approve-shipment', {
        purchaseOrder: order.purchaseOrderId,
        ...(override && { override }),
      });
    const reason = { reasonCode: 'payment_in_transit', note: 'Dekont görüldü' };
    await expect(refusalOf(approve({ reasonCode: 'because', note: 'no' }))).resolves.toMatchObject({ status: 400 });
    expect(unmetCodes((await refusalOf(approve(reason))).details)).toEqual(['CONTRACT_SIGNED']);
    await expect(refusalOf(sales.command('crm', 'contract.waive', { deal: order.dealId, note: 'Tanıdık' }))).resolves.toMatchObject({
      status: 403,
      details: { key: 'contract:waive' },
    });
    await manager.command('crm', 'contract.waive', { deal: order.dealId, note: 'Yıllardır müşterimiz' });
    expect((await approve(reason)).overridden).toEqual(['PAYMENT_CONFIRMED']);
    const kept = await world.look('crm', (tx) =>
      tx.one<{ decisions: number; refused: number; override: { reasonCode: string } }>(
        `select count(*) as decisions, count(*) filter (where not allowed) as refused, (array_agg(override order by id desc))[1] as override from kernel.decision where subject_id = $1 and gate = 'shipment-approval'`,
        [order.purchaseOrderId],
      ),
    );
    expect(kept).toMatchObject({ decisions: 2, refused: 1, override: { reasonCode: 'payment_in_transit' } });
  });

  test('in bulk need a key of their own and take no override [MGR-3 J37]', async () => {
    await expect(
      manager.command<{ results: { error: { code: string } }[] }>('crm', 'purchase-order.approve-shipment-many', { items: [{ purchaseOrder: randomUUID() }] }),
    ).resolves.toMatchObject({ results: [{ error: { code: 'NOT_FOUND' } }] });
    const order = await travel(people, await world.wish('MOD', { mode: 'credit', lines: 1 }), 'won');
    const answer = await manager.command<{ results: { error: { code: string; details: { key: string } } }[] }>('crm', 'purchase-order.approve-shipment-many', {
      items: [{ purchaseOrder: order.purchaseOrderId }],
    });
    expect(answer.results[0]?.error).toMatchObject({ code: 'PERMISSION_REQUIRED', details: { key: 'approvals:shipment:bulk_approve' } });
  });
});

describe('a payment', () => {
  test('covers many POs at once, never more than each leaves open, whoever else pays at the same moment [J13]', async () => {
    const wish = await world.wish('MOD', { mode: 'cash', lines: 1 });
    const orders = [await travel(people, wish, 'won'), await travel(people, wish, 'won')];
    const [first, second] = orders.map((order) => order.purchaseOrderId as string) as [string, string];
    const { grossAmount } = (await poView(first)).purchaseOrder;
    const pay = (allocations: { purchaseOrder: string; amount: string }[]) =>
      accounting.command('crm', 'payment.record', {
        org: wish.orgId,
        profile: wish.profileId,
        currency: 'USD',
        amount: '100000',
        receivedOn: world.today,
        allocations,
      });
    const refused = await refusalOf(
      pay([
        { purchaseOrder: first, amount: '1' },
        { purchaseOrder: first, amount: grossAmount },
        { purchaseOrder: second, amount: '999999' },
      ]),
    );
    expect((refused.details['problems'] as { path: string }[]).map((problem) => problem.path)).toEqual(['allocations.1.amount', 'allocations.2.amount']);
    await expect(refusalOf(pay([{ purchaseOrder: randomUUID(), amount: '1' }]))).resolves.toMatchObject({ status: 404 });

    // Each covers both POs in full, in another order: one of four gets through.
    const both = [first, second].map((purchaseOrder) => ({ purchaseOrder, amount: grossAmount }));
    const outcomes = await Promise.allSettled([pay(both), pay([...both].reverse()), pay(both), pay([...both].reverse())]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    const covered = await world.look('crm', (tx) =>
      tx.query<{ amount: string }>('select sum(amount) as amount from crm_payment_allocation where purchase_order = any ($1) group by purchase_order', [
        [first, second],
      ]),
    );
    expect(covered.map((row) => row.amount)).toEqual([grossAmount, grossAmount]);
    for (const order of orders) await manager.command('crm', 'deal.cancel', { deal: order.dealId, reason: 'Test bitti' });
  });
});

describe('a reversed payment', () => {
  test('is a counter entry that ends the confirmation it carried [J13 J33]', async () => {
    const wish = await world.wish('MOD', { mode: 'cash', lines: 1 });
    const order = await travel(people, wish, 'paid');
    const payment = await world.look('crm', (tx) =>
      tx.one<{ payment: string }>('select payment from crm_payment_allocation where purchase_order = $1', [order.purchaseOrderId]),
    );
    expect((await poView(order.purchaseOrderId as string)).purchaseOrder.stage).toBe('needs_approval');
    await accounting.command('crm', 'payment.reverse', { payment: payment.payment, reason: 'Çek karşılıksız' });
    expect((await poView(order.purchaseOrderId as string)).purchaseOrder.stage).toBe('needs_payment');
    await expect(refusalOf(accounting.command('crm', 'payment.reverse', { payment: payment.payment, reason: 'Again' }))).resolves.toMatchObject({
      code: 'PAYMENT_ALREADY_REVERSED',
    });
    await expect(refusalOf(manager.command('crm', 'payment.confirm', { purchaseOrder: order.purchaseOrderId }))).resolves.toMatchObject({
      code: 'PAYMENT_NOT_COVERED',
    });
  });
});

describe('allocation', () => {
  test('more than a roll holds needs a warehouse manager with a reason, and is audited [WMG-1]', async () => {
    const wish = await world.wish('MOD', { mode: 'credit', lines: 1, qty: '600' });
    const order = await travel(people, wish, 'planned');
    const { data: lines } = await warehouse.view<{ id: string; qualityId: string; lots: { lotCode: string }[] }[]>('wms', 'allocation-entry', {
      org: 'MOD',
      q: order.dealCode,
    });
    const line = lines[0];
    const { data: rolls } = await warehouse.view<{ code: string; freeMeters: string; lotCode: string }[]>('wms', 'rolls', {
      org: 'MOD',
      quality: line?.qualityId as string,
    });
    const roll = rolls.find(
      (candidate) => candidate.lotCode === line?.lots[0]?.lotCode && Number(candidate.freeMeters) > 0 && Number(candidate.freeMeters) < 590,
    );
    const entry = { line: line?.id, rolls: [{ rollCode: roll?.code, meters: String(Number(roll?.freeMeters) + 5) }] };
    const worker = world.as('warehouse.mod');
    const refused = await refusalOf(worker.command('wms', 'allocation.enter', entry));
    expect(unmetCodes(refused.details)).toEqual(['METERS_ON_HAND']);
    const withReason = { ...entry, override: { reasonCode: 'recount', note: 'Topta 5 m fazla çıktı' } };
    await expect(refusalOf(worker.command('wms', 'allocation.enter', withReason))).resolves.toMatchObject({
      status: 403,
      details: { key: 'stock:override_on_hand' },
    });
    await warehouse.command('wms', 'allocation.enter', withReason);
    const audit = await world.look('wms', (tx) =>
      tx.one<{ reason: string }>(`select reason from kernel.audit where subject_id = $1 and command = 'allocation.enter' order by id desc limit 1`, [line?.id]),
    );
    expect(audit.reason).toBe('recount: Topta 5 m fazla çıktı');
    await manager.command('crm', 'deal.cancel', { deal: order.dealId, reason: 'Test bitti' });
  });
});

describe('input', () => {
  test('that is wrong names field, value and remedy for every problem at once [SAL-5 J81]', async () => {
    const wish = await world.wish('MOD', { mode: 'credit', lines: 2 });
    const [first, second] = wish.lines as [(typeof wish.lines)[0], (typeof wish.lines)[0]];
    const refused = await refusalOf(
      sales.command('crm', 'deal.create', {
        org: wish.orgId,
        profile: wish.profileId,
        currency: 'USD',
        lines: [
          { ...first, uom: 'piece', qty: '2' },
          { ...second, item: randomUUID() },
        ],
      }),
    );
    const problems = refused.details['problems'] as { path: string; message: string; messageTr: string }[];
    expect(problems.map((problem) => problem.path)).toEqual(['lines.0.uom', 'lines.1.item']);
    expect(problems[0]?.message).toMatch(/Line 1: .+ is sold by the .+, not by the piece\./);
    expect(problems[0]?.messageTr).toMatch(/1\. satır: .+ metre.* ile satılır, adet ile değil\./);
    const shape = await refusalOf(
      sales.command('crm', 'deal.create', { org: wish.orgId, profile: wish.profileId, currency: 'GBP', lines: [{ ...first, qty: '1,5' }], extra: true }),
    );
    expect((shape.details['problems'] as { path: string }[]).map((problem) => problem.path).sort()).toEqual(['', 'currency', 'lines.0.qty']);
  });
});

test('no stage was ever stored that differs from the derived one [SAL-11]', async () => {
  expect(await world.look('crm', findStaleStages)).toEqual([]);
});
