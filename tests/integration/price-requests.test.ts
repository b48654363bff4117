import { randomUUID } from 'node:crypto';
import { travel } from '@selvedge/seed/order-path.ts';
import type { BulkAnswer } from '../world/core-client.ts';
import { openPriceDesk } from '../world/price-desk.ts';
import { openWorld, refusalOf, unmetCodes } from '../world/world.ts';

const world = openWorld();
const { people, sales, manager, pricing, dealView, statesOf, dealAt, ask, approve, reject, approvalsOf, waiting } = openPriceDesk(world);
afterAll(() => world.close());

describe('a price below the list', () => {
  test('waits until it is asked for and a manager approves it; then the deal is won [J25 J26 MGR-2 J18]', async () => {
    const before = await waiting();
    const { deal, code, line } = await dealAt(90, { station: 'submitted' });
    expect(await statesOf(deal)).toEqual([['needs_approval', null]]);
    const refusal = await refusalOf(sales.command('crm', 'deal.win', { deal }));
    expect(unmetCodes(refusal.details)).toEqual(['PRICING_APPROVED']);
    const { requirements } = refusal.details['decision'] as { requirements: { code: string; command: string; lift: { key: string } }[] };
    expect(requirements.find((one) => one.code === 'PRICING_APPROVED')).toMatchObject({ command: 'price-request.create', lift: { key: 'approvals:pricing' } });

    const asked = await ask({ deal, line });
    expect(asked).toMatchObject({ kind: 'discount', status: 'pending' });
    expect(unmetCodes((await refusalOf(sales.command('crm', 'deal.win', { deal }))).details)).toEqual(['PRICING_APPROVED']);
    expect(await waiting()).toBe(before + 1);
    const [row] = await approvalsOf(manager, { q: code });
    expect(row).toMatchObject({ id: asked.requestId, dealCode: code, discountPercent: '10.000', reason: 'Rakip daha ucuz', isOwn: false });
    expect(Number(row?.unitPrice)).toBeLessThan(Number(row?.listPrice));
    expect((await approvalsOf(sales, { q: code })).map((one) => one.isOwn)).toEqual([true]);

    await approve(asked.requestId);
    expect(await statesOf(deal)).toEqual([['approved', 'approved']]);
    expect(await approvalsOf(manager, { q: code })).toEqual([]);
    expect(await approvalsOf(manager, { q: code, queue: 'decided' })).toMatchObject([{ status: 'approved' }]);
    const kept = await world.look('crm', (tx) =>
      tx.query<{ gate: string; allowed: boolean; facts: { request: string } }>('select gate, allowed, facts from kernel.decision where subject_id = $1', [
        line,
      ]),
    );
    expect(kept).toMatchObject([{ gate: 'line-pricing', allowed: true, facts: { request: 'approved' } }]);
    await sales.command('crm', 'deal.win', { deal });
    const { deal: won, timeline } = await dealView(deal);
    expect(won.status).toBe('won');
    expect(timeline.map((one) => one.kind)).toEqual(expect.arrayContaining(['price-request.create', 'price-request.approve']));
  });

  test('is told to managers and pricing by mail, once each [J25]', async () => {
    const { deal, code, line } = await dealAt(95);
    const { requestId } = await ask({ deal, line });
    const mails = await world.look('crm', (tx) =>
      tx.query<{ recipient: string; subject: string }>(
        `select recipient, subject from crm_outbound_mail where type = 'price_request_pending' and object_id = $1 order by recipient`,
        [requestId],
      ),
    );
    expect(mails.map((mail) => mail.recipient)).toEqual(expect.arrayContaining(['pricing.mod@selvedge.test', 'sales-manager.mod@selvedge.test']));
    expect(mails.every((mail) => mail.subject.includes(code) && !mail.recipient.startsWith('sales.mod'))).toBe(true);
  });

  test('that is rejected says why, goes on waiting, and can be asked for again [MGR-2]', async () => {
    const { deal, line } = await dealAt(80);
    const first = await ask({ deal, line });
    await expect(refusalOf(ask({ deal, line }))).resolves.toMatchObject({ status: 409, code: 'PRICE_REQUEST_PENDING' });
    await expect(refusalOf(reject(first.requestId, undefined))).resolves.toMatchObject({ status: 400, details: { problems: [{ path: 'note' }] } });
    await reject(first.requestId, 'Maliyetin altında');
    const { lines, timeline } = await dealView(deal);
    expect(lines).toMatchObject([{ pricingState: 'needs_approval', priceRequest: { status: 'rejected', note: 'Maliyetin altında' } }]);
    expect(timeline.find((one) => one.kind === 'price-request.reject')?.details).toMatchObject({ note: 'Maliyetin altında', position: 1 });
    await expect(refusalOf(approve(first.requestId))).resolves.toMatchObject({ status: 409, code: 'PRICE_REQUEST_DECIDED' });
    const second = await ask({ deal, line });
    await approve(second.requestId, pricing);
    expect(await statesOf(deal)).toEqual([['approved', 'approved']]);
    await expect(refusalOf(ask({ deal, line }))).resolves.toMatchObject({ status: 409, code: 'PRICE_ALREADY_APPROVED' });
  });
});

describe('a discount that sales may give unasked', () => {
  test('needs nobody, yet asked for it waits like any other, and rejected it needs nobody again [J25]', async () => {
    const org = await world.orgId('MOD');
    await world.as('admin.mod').command('crm', 'org.edit', { org, allowedDiscountPercent: '5' });
    try {
      const { deal, line } = await dealAt(96);
      expect(await statesOf(deal)).toEqual([['approved', null]]);
      const beyond = await dealAt(94);
      expect(await statesOf(beyond.deal)).toEqual([['needs_approval', null]]);
      const { requestId, kind } = await ask({ deal, line });
      expect([kind, await statesOf(deal)]).toEqual(['discount', [['needs_approval', 'pending']]]);
      await sales.command('crm', 'deal.submit', { deal });
      expect(unmetCodes((await refusalOf(sales.command('crm', 'deal.win', { deal }))).details)).toEqual(['PRICING_APPROVED']);
      await reject(requestId, 'Liste fiyatından satın');
      expect(await statesOf(deal)).toEqual([['approved', 'rejected']]);
    } finally {
      await world.as('admin.mod').command('crm', 'org.edit', { org, allowedDiscountPercent: '0' });
    }
  });
});

describe('a price on a list that nobody confirmed lately', () => {
  test('waits for approval at the list price as well, out of stock where sales sees it [J26 J23]', async () => {
    const wish = await world.wish('MOD', { mode: 'credit', lines: 1, qty: '2' });
    const item = wish.lines[0]?.item;
    const was = await world.write('crm', async (tx) => {
      await tx.query(`update crm_list_price set confirmed_at = confirmed_at - interval '200 days' where org = $1 and catalog_item = $2`, [wish.orgId, item]);
      return tx.maybe<{ on_hand_meters: string }>('select on_hand_meters from crm_stock_by_quality where org = $1 and catalog_item = $2', [wish.orgId, item]);
    });
    const tell = (meters: string) =>
      world.write('crm', (tx) =>
        tx.query('update crm_stock_by_quality set on_hand_meters = $3 where org = $1 and catalog_item = $2', [wish.orgId, item, meters]),
      );
    await tell('0');
    try {
      const { dealId: deal } = await travel(people, wish, 'draft');
      expect(await statesOf(deal)).toEqual([['needs_approval', null]]);
      const { requestId, kind } = await ask({ deal, line: (await dealView(deal)).lines[0]?.id as string });
      expect(kind).toBe('stale');
      await approve(requestId);
      expect(await statesOf(deal)).toEqual([['approved', 'approved']]);
    } finally {
      await tell(was?.on_hand_meters ?? '0');
      await world.write('crm', (tx) => tx.query('update crm_list_price set confirmed_at = now() where org = $1 and catalog_item = $2', [wish.orgId, item]));
    }
  });
});

describe('who decides', () => {
  test('is never who asked, nor who made the deal; sales decides nothing [J17 MGR-2]', async () => {
    const { deal, line } = await dealAt(90);
    const { requestId } = await ask({ deal, line });
    const state = () =>
      world.look('crm', (tx) =>
        tx.one('select to_jsonb(r) as row, l.pricing_state from crm_price_request r join crm_deal_line l on l.id = r.deal_line where r.id = $1', [requestId]),
      );
    const before = await state();
    for (const [who, key] of [
      [sales, 'approvals:pricing'],
      [world.as('admin.mod'), 'approvals:pricing'],
      [world.as('accounting.mod'), 'approvals:pricing'],
    ] as const) {
      await expect(refusalOf(approve(requestId, who))).resolves.toMatchObject({ status: 403, details: { key } });
      await expect(refusalOf(reject(requestId, 'Olmaz', who))).resolves.toMatchObject({ status: 403, details: { key } });
    }
    expect(await state()).toEqual(before);

    // A manager who sells: what they asked for, and what sales asked for their deal, is another's to decide.
    const own = await dealAt(90, { who: manager, lines: 2 });
    const asked = await ask({ deal: own.deal, line: own.lineIds[0] as string }, manager);
    await expect(refusalOf(approve(asked.requestId))).resolves.toMatchObject({ status: 409, code: 'OWN_REQUEST' });
    await expect(refusalOf(ask({ deal: own.deal, line: own.lineIds[1] as string }))).resolves.toMatchObject({
      status: 403,
      details: { key: 'approvals:pricing' },
    });
    const other = world.as('sales-manager-2.mod');
    const byOther = await ask({ deal: own.deal, line: own.lineIds[1] as string }, other);
    await expect(refusalOf(approve(byOther.requestId))).resolves.toMatchObject({ status: 409, code: 'OWN_REQUEST' });
    await expect(refusalOf(approve(byOther.requestId, other))).resolves.toMatchObject({ status: 409, code: 'OWN_REQUEST' });
    await approve(asked.requestId, other);
    await approve(byOther.requestId, pricing);
    expect(await statesOf(own.deal)).toEqual([
      ['approved', 'approved'],
      ['approved', 'approved'],
    ]);
  });

  test('is of the same organisation: another sees nothing of it [J1]', async () => {
    const { deal, line, code } = await dealAt(90);
    const { requestId } = await ask({ deal, line });
    const foreign = world.people('JTR').manager;
    for (const attempt of [
      approve(requestId, foreign),
      reject(requestId, 'Bizim değil', foreign),
      foreign.view('crm', 'approval', { id: requestId }),
      ask({ deal, line }, foreign),
    ])
      await expect(refusalOf(attempt)).resolves.toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect((await foreign.view('crm', 'approvals', { q: code })).data).toEqual([]);
    expect((await foreign.raw('crm', `/items/crm_price_request/${requestId}`)).status).toBe(403);
  });
});

describe('what was asked and approved', () => {
  test('lapses when the lines change, and the new lines are priced anew [SAL-6 J26]', async () => {
    const { wish, deal, lineIds, code } = await dealAt(90, { lines: 2, station: 'submitted' });
    const [approved, pending] = [await ask({ deal, line: lineIds[0] as string }), await ask({ deal, line: lineIds[1] as string })];
    await approve(approved.requestId);
    const { version } = (await dealView(deal)).deal;
    await sales.command('crm', 'deal.update-lines', { deal, version, lines: wish.lines });
    expect(await statesOf(deal)).toEqual([
      ['needs_approval', null],
      ['needs_approval', null],
    ]);
    expect((await approvalsOf(manager, { q: code, queue: 'decided' })).map((row) => row.status)).toEqual(['lapsed', 'lapsed']);
    for (const { requestId } of [approved, pending])
      await expect(refusalOf(approve(requestId))).resolves.toMatchObject({ status: 409, code: 'PRICE_REQUEST_DECIDED', details: { status: 'lapsed' } });
    const { deal: after, timeline } = await dealView(deal);
    expect([after.status, timeline.filter((one) => one.kind === 'price-request.lapsed').length]).toEqual(['draft', 2]);
    // At the list price nothing is left to approve.
    const atList = await world.wish('MOD', { mode: 'credit', lines: 1, qty: '1' });
    await sales.command('crm', 'deal.update-lines', { deal, version: after.version, lines: atList.lines });
    expect(await statesOf(deal)).toEqual([['approved', null]]);
  });

  test('waits no more when the deal is lost, and nothing is asked for a deal that ended [J25]', async () => {
    const { deal, line } = await dealAt(90);
    const { requestId } = await ask({ deal, line });
    await sales.command('crm', 'deal.lose', { deal, reason: 'Başkasına gitti' });
    await expect(refusalOf(approve(requestId))).resolves.toMatchObject({ code: 'PRICE_REQUEST_DECIDED' });
    await expect(refusalOf(ask({ deal, line }))).resolves.toMatchObject({ status: 409, code: 'DEAL_NOT_OPEN' });
  });

  test('is kept as it was, whoever writes [J26]', async () => {
    const { deal, line } = await dealAt(90);
    const { requestId } = await ask({ deal, line });
    await approve(requestId);
    const forge = (sql: string) => world.write('crm', (tx) => tx.query(sql, [requestId]));
    for (const sql of [
      'update crm_price_request set unit_price = 1 where id = $1',
      `update crm_price_request set status = 'rejected' where id = $1`,
      `update crm_price_request set note = 'Sonradan' where id = $1`,
      'delete from crm_price_request where id = $1',
    ])
      await expect(forge(sql)).rejects.toThrow('A price request is kept');
  });
});

describe('deciding', () => {
  test('many at once, one that cannot be decided stops no other [MGR-2]', async () => {
    const [one, two] = [await dealAt(90), await dealAt(85)];
    const requests = [(await ask(one)).requestId, (await ask(two)).requestId];
    const items = [requests[0], randomUUID(), requests[1]].map((request) => ({ request }));
    const tried = await manager.command<BulkAnswer & Record<string, unknown>>('crm', 'price-request.approve-many', { items }, { dryRun: true });
    expect(tried.results.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect([await statesOf(one.deal), await statesOf(two.deal)]).toEqual([[['needs_approval', 'pending']], [['needs_approval', 'pending']]]);
    const done = await manager.command<BulkAnswer & Record<string, unknown>>('crm', 'price-request.approve-many', { items });
    expect(done.results.map((result) => (result.ok ? 'approved' : result.error?.code))).toEqual(['approved', 'NOT_FOUND', 'approved']);
    expect([await statesOf(one.deal), await statesOf(two.deal)]).toEqual([[['approved', 'approved']], [['approved', 'approved']]]);
  });

  test('once has one effect, however often it is sent, and with a change at the same moment one of the two wins [J26]', async () => {
    const { wish, deal, line } = await dealAt(90);
    const { requestId } = await ask({ deal, line });
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => approve(requestId, manager, { key })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const entries = async () => (await dealView(deal)).timeline.filter((one) => one.kind === 'price-request.approve').length;
    expect(await entries()).toBe(1);

    const { version } = (await dealView(deal)).deal;
    await sales.command('crm', 'deal.update-lines', { deal, version, lines: wish.lines });
    const again = await ask({ deal, line: (await dealView(deal)).lines[0]?.id as string });
    await Promise.allSettled([approve(again.requestId), sales.command('crm', 'deal.update-lines', { deal, version: version + 1, lines: wish.lines })]);
    expect(await statesOf(deal)).toEqual([['needs_approval', null]]);
  });
});
