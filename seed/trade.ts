import { dateIn, addDays } from '@selvedge/kernel/clock.ts';
import { ApiError, type Addresses } from './client.ts';
import { STATIONS, peopleOf, travel, type OrderWish, type People, type Station } from './order-path.ts';
import { SEED_CARRIERS } from './carriers.ts';
import { createRandom, type Random } from './random.ts';
import { ORG_CODES } from './users.ts';

interface CatalogRow {
  itemId: string;
  listPrice: string;
  currency: 'USD';
  allowedUoms: string[];
  freeMeters: string;
}
interface CustomerRow {
  id: string;
  paymentMode: 'cash' | 'credit';
}
export interface OrgInfo {
  readonly id: string;
  readonly code: string;
  readonly timeZone: string;
  readonly people: People;
  readonly customers: readonly CustomerRow[];
  readonly catalog: readonly CatalogRow[];
}

/** An org's people, approved customers and catalog, as who sells there sees them. */
export async function loadOrg(addresses: Addresses, code: string, password: string): Promise<OrgInfo> {
  const people = peopleOf(addresses, code, password);
  const { orgs } = (await (await people.sales.raw('crm', '/kernel/me')).json()) as { orgs: [{ id: string; timeZone: string }] };
  const { data: customers } = await people.sales.view<CustomerRow[]>('crm', 'customers', { org: code, status: 'approved', limit: '100' });
  const { data: catalog } = await people.sales.view<CatalogRow[]>('crm', 'catalog', { org: code, currency: 'USD', limit: '100' });
  return { ...orgs[0], code, people, customers, catalog };
}

function wishFor(org: OrgInfo, random: Random, short: boolean): OrderWish {
  const today = dateIn(org.timeZone, new Date());
  const customer = random.pick(org.customers);
  const items = Array.from({ length: random.between(1, 4) }, () => random.pick(org.catalog.filter((item) => item.allowedUoms.includes('meter'))));
  return {
    orgId: org.id,
    orgCode: org.code,
    profileId: customer.id,
    paymentMode: customer.paymentMode,
    currency: 'USD',
    lines: [...new Map(items.map((item) => [item.itemId, item])).values()].map((item, i) => ({
      item: item.itemId,
      uom: 'meter',
      qty: short && i === 0 ? '9000' : String(random.between(2, 24) * 2.5),
      unitPrice: item.listPrice,
    })),
    shipDate: addDays(today, random.between(1, 14)),
    today,
    carrier: random.pick(SEED_CARRIERS).name,
  };
}

/** A wish of one line that is the same each time: of the n-th customer, for the n-th quality by the meter. */
export function wishOf(org: OrgInfo, n: number): OrderWish {
  const customer = org.customers[n] as CustomerRow;
  const item = org.catalog.filter(({ allowedUoms }) => allowedUoms.includes('meter'))[n] as CatalogRow;
  const today = dateIn(org.timeZone, new Date());
  return {
    orgId: org.id,
    orgCode: org.code,
    profileId: customer.id,
    paymentMode: customer.paymentMode,
    currency: 'USD',
    lines: [{ item: item.itemId, uom: 'meter', qty: '250', unitPrice: item.listPrice }],
    shipDate: addDays(today, 7),
    today,
    carrier: SEED_CARRIERS[0].name,
  };
}

/** How far the n-th deal goes: every station is reached often, some deals wait with a shortage. */
const targetOf = (n: number): { until: Station; short: boolean } =>
  n % 15 === 14 && n > 40 ? { until: 'won', short: true } : { until: STATIONS[n % STATIONS.length] as Station, short: false };

/**
 * Lets a season of trade happen: every deal is made by the people whose job it is, through the same
 * API and gates as in life.
 */
export async function seedTrade(addresses: Addresses, password: string, count: number, say: (done: number) => void): Promise<void> {
  const orgs = await Promise.all(ORG_CODES.map((code) => loadOrg(addresses, code, password)));
  const random = createRandom(17);
  const plan = Array.from({ length: count }, (_, n) => {
    const org = orgs[n % orgs.length] as OrgInfo;
    const { until, short } = targetOf(Math.floor(n / 2) + (n % 2) * 7);
    return { org, until, wish: wishFor(org, random, short) };
  });
  let done = 0;
  // An org's deals are made one after the other: who takes the last metres, or the last of a credit limit, is then the same each time.
  const seasonOf = async (own: OrgInfo) => {
    for (const { org, wish, until } of plan) {
      if (org !== own) continue;
      try {
        await travel(org.people, wish, until);
      } catch (error) {
        // A customer over its limit, or stock sold out, stops at its gate: that is a believable deal too.
        if (!(error instanceof ApiError && ['GATE_BLOCKED', 'ALLOCATION_INCOMPLETE', 'INVALID_INPUT'].includes(error.code))) throw error;
      }
      done += 1;
      say(done);
    }
  };
  await Promise.all(orgs.map(seasonOf));
}

interface DealRow {
  id: string;
  stage: string | null;
}

/** What a season also leaves behind: a customer nobody reviewed yet, a deal that was lost and one that was cancelled. */
export async function seedLooseEnds(addresses: Addresses, password: string): Promise<void> {
  for (const code of ORG_CODES) {
    const { sales, manager } = peopleOf(addresses, code, password);
    const me = (await (await sales.raw('crm', '/kernel/me')).json()) as { orgs: { id: string }[] };
    await sales.command('crm', 'customer.onboard', {
      org: me.orgs[0]?.id,
      name: 'Yeni Ufuk Tekstil',
      taxCountry: 'TR',
      taxNumber: '4990000777',
      paymentMode: 'credit',
      termsDays: 30,
      onboarding: { sector: 'Toptan' },
    });
    const first = async (status: string, stage: string | null) =>
      (await sales.view<DealRow[]>('crm', 'deals', { org: code, status, limit: '100' })).data.find((deal) => deal.stage === stage);
    const lost = await first('submitted', null);
    if (lost) await sales.command('crm', 'deal.lose', { deal: lost.id, reason: 'Fiyat yüksek bulundu' });
    const cancelled = await first('won', 'needs_ship_date');
    if (cancelled) await manager.command('crm', 'deal.cancel', { deal: cancelled.id, reason: 'Müşteri vazgeçti' });
  }
}
