import { randomInt, randomUUID } from 'node:crypto';
import { travel } from '@selvedge/seed/order-path.ts';
import type { ApiClient } from '@selvedge/seed/client.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const people = world.people('MOD');
const { sales, manager } = people;
const otherManager = world.as('sales-manager-2.mod');
let org: string;
beforeAll(async () => {
  org = await world.orgId('MOD');
});
afterAll(() => world.close());

const aTaxNumber = () => String(7_000_000_000 + randomInt(1_000_000_000));
async function onboarded(who: ApiClient = sales, more: object = {}) {
  const body = { org, name: 'Değişen Dokuma', taxCountry: 'TR', taxNumber: aTaxNumber(), paymentMode: 'cash', onboarding: { sector: 'Toptan' }, ...more };
  return (await who.command<{ profileId: string }>('crm', 'customer.onboard', body)).profileId;
}
async function approved(more: object = {}) {
  const profile = await onboarded(sales, more);
  await manager.command('crm', 'customer.approve', { profile });
  return profile;
}
const edit = (who: ApiClient, profile: string, change: object, version = 1) =>
  who.command<{ version: number }>('crm', 'customer.edit', { profile, version, ...change });

interface CustomerView {
  profile: { version: number; name: string; onboarding: Record<string, string>; paymentMode: string; taxNumber: string; pocEmail: string | null };
  limits: { currency: string; limitAmount: string }[];
  timeline: { kind: string; actorName: string | null; details: Record<string, unknown> }[];
}
const view = async (id: string) => (await sales.view<CustomerView>('crm', 'customer', { id })).data;
const rowOf = (id: string) => world.look('crm', (tx) => tx.one('select * from crm_customer_profile where id = $1', [id]));
const auditOf = (id: string) =>
  world.look('crm', (tx) =>
    tx.query<{ before: object; after: object; reason: string | null }>(
      `select before, after, reason from kernel.audit where subject_id = $1 and command = 'customer.edit' order by id`,
      [id],
    ),
  );

describe('who sells', () => {
  test('updates onboarding answers and contacts; audit and timeline say what, and no other customer changes [SAL-1]', async () => {
    const [profile, neighbour] = [await approved(), await onboarded()];
    const before = await rowOf(neighbour);
    const onboarding = { sector: 'Konfeksiyon', monthlyMeters: '4.000' };
    expect(await edit(sales, profile, { onboarding, pocEmail: 'alim@degisen.example', note: 'Ziyarette öğrenildi' })).toMatchObject({ version: 2 });
    const { profile: seen, timeline } = await view(profile);
    expect(seen).toMatchObject({ onboarding, pocEmail: 'alim@degisen.example', version: 2, name: 'Değişen Dokuma' });
    expect(timeline[0]).toMatchObject({
      kind: 'customer.edited',
      actorName: expect.any(String) as string,
      details: { changed: ['pocEmail', 'onboarding'], note: 'Ziyarette öğrenildi' },
    });
    expect(await auditOf(profile)).toEqual([
      {
        before: { poc_email: null, onboarding: { sector: 'Toptan' } },
        after: { poc_email: 'alim@degisen.example', onboarding },
        reason: 'Ziyarette öğrenildi',
      },
    ]);
    expect(await rowOf(neighbour)).toEqual(before);
  });

  test('corrects terms and tax number while the customer waits for review, and takes away what stood there [SAL-1]', async () => {
    const profile = await onboarded(sales, { primaryContact: 'Ayşe' });
    const taxNumber = aTaxNumber();
    await edit(sales, profile, { paymentMode: 'credit', termsDays: 30, taxNumber, primaryContact: '' });
    expect(await view(profile)).toMatchObject({ profile: { paymentMode: 'credit', taxNumber } });
    expect(await rowOf(profile)).toMatchObject({ terms_days: 30, primary_contact: null });
  });

  test.each([
    ['payment mode', { paymentMode: 'credit' }],
    ['payment terms', { termsDays: 45 }],
    ['grace', { graceDays: 10 }],
    ['limits', { limits: [{ currency: 'USD', limitAmount: '50000' }] }],
    ['tax number', { taxNumber: aTaxNumber() }],
  ])('is refused a change of %s of an approved customer with the key it takes, and nothing is written [SAL-2 MGR-1]', async (_, change) => {
    const profile = await approved();
    const before = await rowOf(profile);
    await expect(refusalOf(edit(sales, profile, { ...change, name: 'Yeni Ad' }))).resolves.toMatchObject({
      status: 403,
      code: 'PERMISSION_REQUIRED',
      details: { key: 'customers:approve' },
    });
    expect(await rowOf(profile)).toEqual(before);
    expect(await auditOf(profile)).toEqual([]);
    expect(await view(profile)).toMatchObject({ limits: [] });
  });

  test('meets neither the customer of another organisation nor an inactive one [J5]', async () => {
    const profile = await approved();
    const ofNone = await refusalOf(edit(sales, randomUUID(), { name: 'Yeni Ad' }));
    const stranger = await refusalOf(edit(world.as('sales-manager.jtr'), profile, { name: 'Yeni Ad' }));
    await manager.command('crm', 'customer.deactivate', { profile, reason: 'Kapandı' });
    const hidden = await refusalOf(edit(sales, profile, { name: 'Yeni Ad' }));
    for (const refused of [stranger, hidden]) expect(refused).toMatchObject({ status: 404, message: ofNone.message });
    expect(await rowOf(profile)).toMatchObject({ name: 'Değişen Dokuma', version: 1 });
    await edit(manager, profile, { name: 'Kapanan Dokuma' });
  });

  test('does not overwrite what somebody else saved meanwhile, and is told when nothing differs', async () => {
    const profile = await onboarded();
    await edit(manager, profile, { name: 'Müdürün Adı' });
    await expect(refusalOf(edit(sales, profile, { name: 'Satışın Adı' }))).resolves.toMatchObject({
      status: 409,
      code: 'VERSION_OUTDATED',
      details: { version: 2 },
    });
    await expect(refusalOf(edit(sales, profile, { name: 'Müdürün Adı' }, 2))).resolves.toMatchObject({ code: 'NOTHING_CHANGED' });
    expect(await rowOf(profile)).toMatchObject({ name: 'Müdürün Adı', version: 2 });
  });

  test('cannot take the tax number of another customer [J4]', async () => {
    const taxNumber = aTaxNumber();
    const other = await onboarded(sales, { taxNumber });
    const profile = await onboarded();
    await expect(refusalOf(edit(sales, profile, { taxNumber }))).resolves.toMatchObject({ code: 'CUSTOMER_EXISTS', details: { profileId: other } });
  });
});

describe('a manager', () => {
  test('changes terms and limits of a customer that somebody else brought in [MGR-1]', async () => {
    const profile = await approved();
    await edit(manager, profile, { paymentMode: 'credit', termsDays: 60, limits: [{ currency: 'USD', limitAmount: '50000.00' }] });
    expect(await view(profile)).toMatchObject({ profile: { paymentMode: 'credit' }, limits: [{ currency: 'USD', limitAmount: '50000.00' }] });
    const [audited] = await auditOf(profile);
    expect(audited).toMatchObject({
      before: { payment_mode: 'cash', terms_days: 0, limits: [] },
      after: { payment_mode: 'credit', terms_days: 60, limits: [{ currency: 'USD', limitAmount: '50000.00' }] },
    });
  });

  test('does not decide the terms of a customer of their own [J17]', async () => {
    const profile = await onboarded(manager);
    await otherManager.command('crm', 'customer.approve', { profile });
    await expect(refusalOf(edit(manager, profile, { termsDays: 90 }))).resolves.toMatchObject({ code: 'OWN_REQUEST' });
    await edit(otherManager, profile, { termsDays: 90 });
  });

  test('turns a credit customer to cash: what is won and not released waits for its payment and its contract [J33 J40]', async () => {
    const profile = await approved({ paymentMode: 'credit', termsDays: 30 });
    const wish = { ...(await world.wish('MOD', { mode: 'credit', lines: 1, qty: '1' })), profileId: profile };
    const order = await travel(people, wish, 'dated');
    const stage = async () =>
      (
        await sales.view<{ purchaseOrder: { stage: string }; contract: { status: string } | null }>('crm', 'purchase-order', {
          id: order.purchaseOrderId as string,
        })
      ).data;
    expect(await stage()).toMatchObject({ purchaseOrder: { stage: 'needs_approval' }, contract: null });
    await edit(manager, profile, { paymentMode: 'cash' });
    expect(await stage()).toMatchObject({ purchaseOrder: { stage: 'needs_payment' }, contract: { status: 'awaiting_signature' } });
    await edit(manager, profile, { paymentMode: 'credit' }, 2);
    expect((await stage()).purchaseOrder.stage).toBe('needs_approval');
  }, 60_000);
});
