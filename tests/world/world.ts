import { addDays, dateIn } from '@selvedge/kernel/clock.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction, type Tx } from '@selvedge/kernel/database/transaction.ts';
import { DEMO_ORGS } from '@selvedge/seed/base-identity.ts';
import { ApiClient, type Addresses } from '@selvedge/seed/client.ts';
import { peopleOf, type OrderWish, type People } from '@selvedge/seed/order-path.ts';
import { connectStack, type TestStack } from '../stack/connect.ts';

export const PASSWORD = 'selvedge-demo';

export interface CatalogRow {
  readonly itemId: string;
  readonly code: string;
  readonly listPrice: string;
  readonly allowedUoms: string[];
}

/** The running stack with its people, as tests see it. */
export interface World {
  readonly stack: TestStack;
  readonly addresses: Addresses;
  readonly today: string;
  as(email: string): ApiClient;
  people(org: 'MOD' | 'JTR'): People;
  orgId(org: 'MOD' | 'JTR'): Promise<string>;
  /** Reads a system's database as the system: to look at what no API shows. */
  look<T>(system: 'crm' | 'wms', work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Writes as the system: for what no command does. */
  write<T>(system: 'crm' | 'wms', work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A wish for one order of an approved customer at list prices. */
  wish(org: 'MOD' | 'JTR', options: { mode: 'cash' | 'credit'; lines?: number; qty?: string }): Promise<OrderWish>;
  /** What a test leaves behind that another would stumble over is taken back before this world closes. */
  beforeClose(work: () => Promise<unknown>): void;
  close(): Promise<void>;
}

export function openWorld(): World {
  const stack = connectStack();
  const addresses = { crm: stack.nodeOf('crm').url, wms: stack.nodeOf('wms').url };
  const pools = { crm: createPool(stack.nodeOf('crm').databaseUrl, 3, 'selvedge-test'), wms: createPool(stack.nodeOf('wms').databaseUrl, 3, 'selvedge-test') };
  const today = dateIn(DEMO_ORGS.MOD.timeZone, new Date());
  const clients = new Map<string, ApiClient>();
  const as = (email: string) => {
    const full = email.includes('@') ? email : `${email}@selvedge.test`;
    const client = clients.get(full) ?? new ApiClient(addresses, full, PASSWORD);
    clients.set(full, client);
    return client;
  };
  const crews = new Map<string, People>();
  const people = (org: 'MOD' | 'JTR') => {
    const crew = crews.get(org) ?? peopleOf(addresses, org, PASSWORD);
    crews.set(org, crew);
    return crew;
  };
  const endings: (() => Promise<unknown>)[] = [];
  let nextItem = 0;
  return {
    stack,
    addresses,
    today,
    as,
    people,
    orgId: async (org) => {
      const me = (await (await people(org).sales.raw('crm', '/kernel/me')).json()) as { orgs: { id: string }[] };
      return me.orgs[0]?.id as string;
    },
    look: (system, work) => inTransaction(pools[system], { kind: 'system' }, work, 'read'),
    write: (system, work) => inTransaction(pools[system], { kind: 'system' }, work),
    wish: async (org, { mode, lines = 2, qty = '10' }) => {
      const me = (await (await people(org).sales.raw('crm', '/kernel/me')).json()) as { orgs: { id: string }[] };
      const { data: customers } = await people(org).sales.view<{ id: string; paymentMode: string; limits: unknown[] }[]>('crm', 'customers', {
        org,
        status: 'approved',
        limit: '100',
      });
      const customer = customers.find((candidate) => candidate.paymentMode === mode);
      const { data: catalog } = await people(org).sales.view<CatalogRow[]>('crm', 'catalog', { org, currency: 'USD', limit: '100' });
      const byMeter = catalog.filter((item) => item.allowedUoms.includes('meter'));
      return {
        orgId: me.orgs[0]?.id as string,
        orgCode: org,
        profileId: customer?.id as string,
        paymentMode: mode,
        currency: 'USD',
        lines: Array.from({ length: lines }, () => {
          // Each test takes other qualities, so that none empties another's shelf.
          const item = byMeter[nextItem++ % byMeter.length] as CatalogRow;
          return { item: item.itemId, uom: 'meter', qty, unitPrice: item.listPrice };
        }),
        shipDate: addDays(today, 3),
        today,
        carrier: 'Aras',
      };
    },
    beforeClose: (work) => {
      endings.push(work);
    },
    close: async () => {
      // The last first: what was done by somebody hired is taken back before they leave.
      for (const work of endings.reverse()) await work();
      await Promise.all([pools.crm.end(), pools.wms.end()]);
    },
  };
}

/** What a promise was refused with. @throws Error when it was not */
export async function refusalOf(promise: Promise<unknown>): Promise<{ status: number; code: string; details: Record<string, unknown>; message: string }> {
  try {
    await promise;
  } catch (error) {
    if (typeof (error as { code?: unknown }).code === 'string' && typeof (error as { status?: unknown }).status === 'number') return error as never;
    throw error;
  }
  throw new Error('It was not refused.');
}

/** Codes of the unmet requirements in a GATE_BLOCKED refusal. */
export function unmetCodes(details: Record<string, unknown>): string[] {
  const { requirements } = details['decision'] as { requirements: { code: string; met: boolean; overridden: boolean }[] };
  return requirements.filter((r) => !r.met && !r.overridden).map((r) => r.code);
}
