import { demoUsers } from '@selvedge/seed/users.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
afterAll(() => world.close());

interface Me {
  readonly orgs: readonly { readonly code: string; readonly roles: readonly string[] }[];
}

test('there is somebody for every role in each org and in both, who signs in and holds just that [QA-1]', async () => {
  const users = demoUsers();
  const held: string[] = [];
  for (const { email, roles, orgs } of users) {
    const system = roles.every((role) => role.startsWith('warehouse')) ? 'wms' : 'crm';
    const me = (await (await world.as(email).raw(system, '/kernel/me')).json()) as Me;
    // A founder's org may come on top; of the demo's own they hold these and no other.
    const own = me.orgs.filter((org) => org.code === 'MOD' || org.code === 'JTR');
    expect([email, own.map((org) => [org.code, org.roles])]).toEqual([email, [...orgs].sort().map((code) => [code, roles])]);
    held.push(...roles.map((role) => `${role} ${orgs.join('+')}`));
  }
  for (const role of ['admin', 'sales', 'sales_manager', 'pricing', 'accounting', 'warehouse', 'warehouse_manager'])
    expect(held).toEqual(expect.arrayContaining([`${role} MOD`, `${role} JTR`, `${role} MOD+JTR`]));
}, 300_000);
