import { randomInt } from 'node:crypto';
import { eventually } from '@selvedge/seed/client.ts';
import { travel } from '@selvedge/seed/order-path.ts';
import { stableId } from '@selvedge/directus/access/directus-permissions.ts';
import { give, hire, inSeconds, welcome, type Hired } from '../world/hire.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const admin = world.as('admin.mod');
let org: string;
let lender: Hired;
let borrower: Hired;
let lenderGrant: string;
beforeEach(async () => {
  org = await world.orgId('MOD');
  [lender, borrower] = await Promise.all([hire(world, 'Devreden'), hire(world, 'Vekil')]);
  lenderGrant = await welcome(admin, org, lender, 'sales_manager');
  await welcome(admin, org, borrower, 'sales');
});
afterAll(() => world.close());

const lend = (until = inSeconds(3_600), body: object = {}) =>
  lender.client.command<{ grantId: string }>('core', 'role.delegate', { org, role: 'sales_manager', to: borrower.id, until, reason: 'İzin', ...body });
const keysOf = async ({ client }: Hired) => ((await (await client.raw('crm', '/kernel/me')).json()) as { orgs: { keys: string[] }[] }).orgs[0]?.keys ?? [];
const mayApprove = async (who: Hired) => (await keysOf(who)).includes('approvals:shipment');

/** A customer somebody onboarded, waiting for a manager. */
async function pending(client: Hired['client']): Promise<string> {
  const taxNumber = String(6_000_000_000 + randomInt(1_000_000_000));
  const { profileId } = await client.command('crm', 'customer.onboard', {
    org,
    name: `Vekâlet ${taxNumber}`,
    taxCountry: 'TR',
    taxNumber,
    paymentMode: 'cash',
  });
  return profileId as string;
}
const lastAudit = (subject: string) =>
  world.look('crm', (tx) =>
    tx.one<{ actor: string; on_behalf_of: string | null }>('select actor, on_behalf_of from kernel.audit where subject_id = $1 order by id desc limit 1', [
      subject,
    ]),
  );

describe('a lent role', () => {
  test('counts inside its span and ends with it, also in what Directus and row security show', async () => {
    expect(await mayApprove(borrower)).toBe(false);
    await lend(inSeconds(4), { startsAt: inSeconds(2) });
    expect(await mayApprove(borrower)).toBe(false);
    await eventually('its start', () => mayApprove(borrower), Boolean);
    await eventually(
      'its end',
      () => mayApprove(borrower),
      (may) => !may,
    );
    expect(await keysOf(borrower)).toContain('deals:edit');
  });

  test('counts only while the lender holds it himself', async () => {
    const { grantId } = await lend();
    expect(await mayApprove(borrower)).toBe(true);
    const { data: before } = await admin.view<{ borrowers: string[] }>('core', 'loses', { grant: lenderGrant });
    expect(before).toMatchObject({ borrowers: ['Vekil Kişi'] });
    await admin.command('core', 'grant.end', { grant: lenderGrant, reason: 'Ayrıldı' });
    expect(await mayApprove(borrower)).toBe(false);
    const { data } = await admin.view<{ id: string; state: string }[]>('core', 'access', { org: 'MOD', q: borrower.email });
    expect(data.find((row) => row.id === grantId)?.state).toBe('dormant');
  });

  test('is taken back by its lender, by no other manager, and by an administrator', async () => {
    const { grantId } = await lend();
    await expect(refusalOf(world.as('sales-manager.mod').command('core', 'delegation.end', { grant: grantId }))).resolves.toMatchObject({ status: 404 });
    expect(await mayApprove(borrower)).toBe(true);
    await lender.client.command('core', 'delegation.end', { grant: grantId });
    expect(await mayApprove(borrower)).toBe(false);
    const again = await lend();
    await admin.command('core', 'grant.end', { grant: again.grantId, reason: 'Yeter' });
    expect(await mayApprove(borrower)).toBe(false);
  });

  test('is refused where it is not his to lend, to whom it cannot go, or for too long; nothing is written', async () => {
    const days = (n: number) => inSeconds(n * 86_400);
    await expect(refusalOf(lend(days(32)))).resolves.toMatchObject({ status: 400, details: { problems: [{ path: 'until' }] } });
    await expect(refusalOf(lend(inSeconds(-5)))).resolves.toMatchObject({ status: 400, details: { problems: [{ path: 'until' }] } });
    await expect(refusalOf(lend(undefined, { to: lender.id }))).resolves.toMatchObject({ code: 'NOT_TO_ONESELF' });
    await expect(refusalOf(lend(undefined, { role: 'pricing' }))).resolves.toMatchObject({ code: 'ROLE_NOT_YOURS' });
    await expect(refusalOf(lend(undefined, { role: 'admin' }))).resolves.toMatchObject({ code: 'ROLE_NOT_LENDABLE' });
    await expect(refusalOf(lend(undefined, { to: stableId('user:sales.jtr@selvedge.test') }))).resolves.toMatchObject({ status: 404 });
    await expect(
      refusalOf(borrower.client.command('core', 'role.delegate', { org, role: 'sales', to: lender.id, until: inSeconds(60), reason: 'İzin' })),
    ).resolves.toMatchObject({ code: 'PERMISSION_REQUIRED', details: { key: 'access:delegate' } });
    const written = await world.look('crm', (tx) => tx.query('select id from core_org_grant where on_behalf_of = $1', [lender.id]));
    expect(written).toEqual([]);
    await lend(days(31));
    // What was lent cannot be lent on, though it brings the key to lend.
    const third = await hire(world);
    await welcome(admin, org, third, 'sales');
    await expect(
      refusalOf(borrower.client.command('core', 'role.delegate', { org, role: 'sales_manager', to: third.id, until: inSeconds(60), reason: 'İzin' })),
    ).resolves.toMatchObject({ code: 'ROLE_NOT_YOURS' });
    await expect(refusalOf(lend())).resolves.toMatchObject({ code: 'GRANT_OVERLAPS' });
  });

  test('marks what only it allows with the lender, in audit and timeline, and nothing else', async () => {
    await lend();
    const customer = await pending(world.people('MOD').sales);
    await borrower.client.command('crm', 'customer.approve', { profile: customer });
    expect(await lastAudit(customer)).toEqual({ actor: borrower.id, on_behalf_of: lender.id });
    const own = await pending(borrower.client);
    expect(await lastAudit(own)).toEqual({ actor: borrower.id, on_behalf_of: null });
    const order = await travel(world.people('MOD'), await world.wish('MOD', { mode: 'cash', lines: 1 }), 'dated');
    await borrower.client.command('crm', 'contract.waive', { deal: order.dealId, note: 'Vekâleten' });
    const { data } = await borrower.client.view<{ timeline: { kind: string; actorName: string; onBehalfOfName: string | null }[] }>('crm', 'deal', {
      id: order.dealId,
    });
    expect(data.timeline.find((row) => row.kind === 'contract.waive')).toMatchObject({ actorName: 'Vekil Kişi', onBehalfOfName: 'Devreden Kişi' });
    expect(data.timeline.find((row) => row.kind === 'deal.win')?.onBehalfOfName ?? null).toBeNull();
  });
});

describe('who asked for something', () => {
  test('cannot decide it with a lent role, nor can the lender or the borrower for the other [J17]', async () => {
    const { grantId } = await lend();
    const [ofBorrower, ofLender, ofOther] = await Promise.all([pending(borrower.client), pending(lender.client), pending(world.people('MOD').sales)]);
    const approve = (who: Hired, profile: string) => refusalOf(who.client.command('crm', 'customer.approve', { profile }));
    for (const [who, profile] of [
      [borrower, ofBorrower],
      [lender, ofBorrower],
      [borrower, ofLender],
      [lender, ofLender],
    ] as const)
      await expect(approve(who, profile)).resolves.toMatchObject({ status: 409, code: 'OWN_REQUEST' });
    // What was asked for while the role was lent stays so when it is not any more.
    await lender.client.command('core', 'delegation.end', { grant: grantId });
    await expect(approve(lender, ofBorrower)).resolves.toMatchObject({ code: 'OWN_REQUEST' });
    await lender.client.command('crm', 'customer.approve', { profile: ofOther });
    // What the borrower asks for afterwards is no business of the lender's.
    await lender.client.command('crm', 'customer.approve', { profile: await pending(borrower.client) });
  });

  test('cannot release the shipment of the own deal [J17 J37]', async () => {
    await give(admin, org, borrower.id, 'sales_manager');
    const wish = await world.wish('MOD', { mode: 'credit', lines: 1 });
    const people = { ...world.people('MOD'), sales: borrower.client };
    const order = await travel(people, wish, 'dated');
    await expect(refusalOf(borrower.client.command('crm', 'purchase-order.approve-shipment', { purchaseOrder: order.purchaseOrderId }))).resolves.toMatchObject(
      { status: 409, code: 'OWN_REQUEST' },
    );
    await lender.client.command('crm', 'purchase-order.approve-shipment', { purchaseOrder: order.purchaseOrderId });
  });
});
