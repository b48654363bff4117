import { stableId } from '@selvedge/directus/access/directus-permissions.ts';
import { ApiClient, type Addresses } from './client.ts';

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const user = (local: string) => stableId(`user:${local}@selvedge.test`);

/** Keys that no role has by itself, and the managers of MOD have: one of them writes a rule, another publishes it. */
const RULES = ['gates:edit', 'gates:publish'];

/** A grant that ends soon, one that begins later, a role lent for a week, two keys given to a role: what /access is there to show. */
export async function seedAccess(addresses: Addresses, password: string): Promise<void> {
  const admin = new ApiClient(addresses, 'admin.mod@selvedge.test', password);
  const manager = new ApiClient(addresses, 'sales-manager-2.mod@selvedge.test', password);
  const org = stableId('org:MOD');
  await admin.command('core', 'grant.give', {
    org,
    user: user('accounting.mod'),
    role: 'pricing',
    expiresAt: inDays(5),
    reason: 'Sezon fiyatları kontrolü',
  });
  await admin.command('core', 'grant.give', {
    org,
    user: user('sales.mod'),
    role: 'pricing',
    startsAt: inDays(14),
    expiresAt: inDays(45),
    reason: 'Fuar ekibi',
  });
  for (const key of RULES) await admin.command('core', 'role-key.tune', { org, role: 'sales_manager', key, allowed: true, reason: 'Kuralları müdürler yazar' });
  await manager.command('core', 'role.delegate', { org, role: 'sales_manager', to: user('pricing.mod'), until: inDays(7), reason: 'Yıllık izin' });
}
