import { randomUUID } from 'node:crypto';
import type { Stack, StackNode } from '../../directus/launch/stack.ts';
import { ApiClient } from '@selvedge/seed/client.ts';
import { call } from './load.ts';

export interface BenchWorld {
  readonly node: StackNode;
  readonly sales: ApiClient;
  readonly salesToken: string;
  readonly warehouseToken: string;
  readonly accountingToken: string;
  readonly adminToken: string;
  readonly orgId: string;
  /** Approved customers on credit; a load goes round them, as nobody sells thousands of open orders to one. */
  readonly profileIds: readonly string[];
  readonly lines: readonly { item: string; uom: string; qty: string; unitPrice: string }[];
  /** Sends a command as a person with a token. */
  command<T>(token: string, system: 'crm' | 'wms', name: string, body: object): Promise<T>;
}

/** The people and things that every measure uses, on a stack of one node. */
export async function openBenchWorld(stack: Stack): Promise<BenchWorld> {
  const node = stack.nodes[0] as StackNode;
  const addresses = { crm: node.url, wms: node.url };
  const sales = new ApiClient(addresses, 'sales.mod@selvedge.test', 'selvedge-demo');
  const warehouse = new ApiClient(addresses, 'warehouse.mod@selvedge.test', 'selvedge-demo');
  const accounting = new ApiClient(addresses, 'accounting.mod@selvedge.test', 'selvedge-demo');
  const admin = new ApiClient(addresses, 'admin.mod@selvedge.test', 'selvedge-demo');
  const me = (await (await sales.raw('crm', '/kernel/me')).json()) as { orgs: { id: string }[] };
  const { data: customers } = await sales.view<{ id: string; paymentMode: string }[]>('crm', 'customers', { org: 'MOD', status: 'approved', limit: '100' });
  const { data: catalog } = await sales.view<{ itemId: string; listPrice: string; allowedUoms: string[] }[]>('crm', 'catalog', {
    org: 'MOD',
    currency: 'USD',
    limit: '100',
  });
  const byMeter = catalog.filter((item) => item.allowedUoms.includes('meter'));
  return {
    node,
    sales,
    salesToken: await sales.token('crm'),
    warehouseToken: await warehouse.token('wms'),
    accountingToken: await accounting.token('wms'),
    adminToken: await admin.token('crm'),
    orgId: me.orgs[0]?.id as string,
    profileIds: customers.filter((customer) => customer.paymentMode === 'credit').map(({ id }) => id),
    lines: byMeter.map((item) => ({ item: item.itemId, uom: 'meter', qty: '0.1', unitPrice: item.listPrice })),
    command: async <T>(token: string, system: 'crm' | 'wms', name: string, body: object) => {
      const text = await call({
        url: `${node.url}/${system}/commands/${name}`,
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
        body: JSON.stringify(body),
      });
      return (JSON.parse(text) as { data: T }).data;
    },
  };
}
