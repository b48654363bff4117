import { stableId } from '@selvedge/directus/access/directus-permissions.ts';
import type { SystemContext } from '@selvedge/kernel/system-transaction.ts';
import { DEMO_ORGS } from './base-identity.ts';
import { CUSTOMER_NAMES, seedQualities } from './catalog.ts';
import { createRandom } from './random.ts';
import { ORG_CODES } from './users.ts';

const LIMITS = ['50000', '120000', '250000'] as const;

interface SeedCustomer {
  readonly name: string;
  readonly taxNumber: string;
  readonly orgs: readonly string[];
  readonly status: 'approved' | 'pending_review' | 'inactive';
  readonly mode: 'cash' | 'credit';
}

/** Forty customers: most in one org, some in both, and MOD itself as a customer of JTR. */
export function seedCustomers(): SeedCustomer[] {
  const random = createRandom(11);
  const named = CUSTOMER_NAMES.map((name, i): SeedCustomer => ({
    name,
    taxNumber: String(4_000_000_000 + i * 7_919),
    orgs: i % 5 === 0 ? ORG_CODES : [i % 3 === 0 ? 'JTR' : 'MOD'],
    status: i % 13 === 12 ? 'inactive' : i % 7 === 6 ? 'pending_review' : 'approved',
    mode: random.next() < 0.5 ? 'cash' : 'credit',
  }));
  return [...named, { name: 'Moda Tekstil (MOD)', taxNumber: DEMO_ORGS.MOD.taxNumber, orgs: ['JTR'], status: 'approved', mode: 'credit' }];
}

/** Customers with their profiles and limits, and the list prices of every quality in USD and TRY. */
export async function seedCustomersAndPrices({ tx, now, changed }: SystemContext): Promise<void> {
  const random = createRandom(13);
  const orgs = new Map((await tx.query<{ id: string; code: string }>('select id, code from core_org')).map((org) => [org.code, org.id]));
  for (const customer of seedCustomers()) {
    const { identity } = await tx.one<{ identity: string }>(`select app.customer_identity('TR', $1) as identity`, [customer.taxNumber]);
    for (const code of customer.orgs) {
      const org = orgs.get(code) as string;
      const id = stableId(`profile:${code}:${customer.taxNumber}`);
      await tx.insert('crm_customer_profile', {
        id,
        org,
        customer: identity,
        name: customer.name,
        status: customer.status,
        payment_mode: customer.mode,
        terms_days: customer.mode === 'credit' ? random.pick([30, 45, 60]) : 0,
        grace_days: customer.mode === 'credit' ? 5 : 0,
        poc_email: `satinalma@${customer.taxNumber}.example`,
        primary_contact: random.pick(['Ahmet Yılmaz', 'Zeynep Kaya', 'Emre Demir', 'Gülşah Arslan']),
        shipping_address: random.pick(['Bornova, İzmir', 'Merter, İstanbul', 'Nilüfer, Bursa', 'Laleli, İstanbul']),
        onboarding: { sector: random.pick(['Konfeksiyon', 'Ev tekstili', 'Toptan']) },
      });
      if (customer.mode === 'credit') {
        for (const currency of ['USD', 'TRY'] as const)
          await tx.insert('crm_credit_limit', { org, profile: id, currency, limit_amount: currency === 'USD' ? random.pick(LIMITS) : '4000000' });
      }
    }
  }
  for (const [code, org] of orgs) {
    for (const quality of seedQualities()) {
      await tx.query(
        `insert into crm_list_price (org, catalog_item, currency, price, confirmed_at)
         select $1, i.id, r.currency, r.price, $4 from crm_catalog_item i, (values ('USD', $3::numeric), ('TRY', $3::numeric * 41)) as r(currency, price) where i.code = $2`,
        [org, quality.code, quality.listPriceUsd, now],
      );
    }
    changed('crm', 'crm_list_price', org, org, { after: { seeded: code } });
  }
}

/** Every n-th quality of the demo has a price that nobody confirmed for long, as a season leaves it (J23). */
const STALE_EVERY = 15;
const STALE_SINCE = '120 days';

/** Ages some list prices: their qualities are hidden from sales until a manager reconfirms them. */
export async function ageSomePrices({ tx, changed }: SystemContext): Promise<void> {
  const codes = seedQualities()
    .filter((_, i) => i % STALE_EVERY === STALE_EVERY - 1)
    .map((quality) => quality.code);
  const aged = await tx.query<{ id: string; org: string }>(
    `update crm_list_price p set confirmed_at = p.confirmed_at - $2::interval from crm_catalog_item i where i.id = p.catalog_item and i.code = any ($1) returning p.id, p.org`,
    [codes, STALE_SINCE],
  );
  for (const { id, org } of aged) changed('crm', 'crm_list_price', id, org, { after: { aged: STALE_SINCE } });
}
