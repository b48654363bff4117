import { randomInt } from 'node:crypto';
import { travel } from '@selvedge/seed/order-path.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const people = world.people('MOD');
afterAll(() => world.close());

interface CustomerView {
  profile: { createdAt: string };
  timeline: { id: string; kind: string; recordCode: string | null; occurredAt: string; actorName: string | null; details: Record<string, unknown> }[];
}
const timelineOf = async (id: string) => (await people.sales.view<CustomerView>('crm', 'customer', { id })).data.timeline;

test("a customer's timeline tells of its deals, its payments and its onboarding, newest first, and of nobody else's [SAL-2]", async () => {
  // A customer of its own: of an old one only the latest is told.
  const { profileId } = await people.sales.command<{ profileId: string }>('crm', 'customer.onboard', {
    org: await world.orgId('MOD'),
    name: 'Yeni Dokuma',
    taxCountry: 'TR',
    taxNumber: String(7_000_000_000 + randomInt(1_000_000_000)),
    paymentMode: 'cash',
  });
  await people.manager.command('crm', 'customer.approve', { profile: profileId });
  const wish = { ...(await world.wish('MOD', { mode: 'cash', lines: 1 })), profileId };
  const other = await world.wish('MOD', { mode: 'credit', lines: 1 });
  const foreign = await travel(people, other, 'won');
  const order = await travel(people, wish, 'paid');

  const timeline = await timelineOf(wish.profileId);
  const kinds = timeline.map((entry) => entry.kind);
  expect(kinds).toContain('customer.onboarded');
  expect(kinds).toContain('payment.record');
  expect(timeline.some((entry) => entry.recordCode === order.purchaseOrderCode || entry.recordCode === order.dealCode)).toBe(true);
  expect(timeline.some((entry) => entry.recordCode === foreign.purchaseOrderCode || entry.recordCode === foreign.dealCode)).toBe(false);
  const times = timeline.map((entry) => Date.parse(entry.occurredAt));
  expect(times).toEqual([...times].sort((left, right) => right - left));
  expect(new Set(timeline.map((entry) => entry.id)).size).toBe(timeline.length);

  const { data: payments } = await people.accounting.view<{ id: string; profileId: string; allocations: { code: string; amount: string }[] }[]>(
    'crm',
    'payments',
    { org: 'MOD' },
  );
  const payment = payments.find((one) => one.allocations.some((allocation) => allocation.code === order.purchaseOrderCode));
  await people.accounting.command('crm', 'payment.reverse', { payment: payment?.id, reason: 'Yanlış müşteri' });
  const reversals = (await timelineOf(wish.profileId)).filter((entry) => entry.kind === 'payment.reverse' && entry.details['reason'] === 'Yanlış müşteri');
  expect(reversals).toHaveLength(1);
});
