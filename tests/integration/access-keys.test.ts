import { travel } from '@selvedge/seed/order-path.ts';
import { hire, welcome } from '../world/hire.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const admin = world.as('admin.mod');
let org: string;
beforeAll(async () => {
  org = await world.orgId('MOD');
});
afterAll(() => world.close());

const tune = (role: string, key: string, allowed: boolean | null) => admin.command('core', 'role-key.tune', { org, role, key, allowed, reason: 'Deneme' });
const tuned = () => world.look('crm', (tx) => tx.query('select role, key, allowed from core_role_key'));

describe('the keys of a role, tuned by an org', () => {
  test('are in force at the next request, in that org alone, and back to the default the same way [J96]', async () => {
    const accountant = await hire(world);
    await welcome(admin, org, accountant, 'accounting');
    const wish = await world.wish('MOD', { mode: 'credit', lines: 1 });
    const create = () => accountant.client.command('crm', 'deal.create', { org, profile: wish.profileId, currency: 'USD', lines: wish.lines });
    await expect(refusalOf(create())).resolves.toMatchObject({ code: 'PERMISSION_REQUIRED', details: { key: 'deals:edit' } });
    await tune('accounting', 'deals:edit', true);
    try {
      // Row security lets it through as well: keys decide, belts guard org and system.
      const { dealId } = await create();
      await accountant.client.command('crm', 'deal.submit', { deal: dealId });
      const other = await world.wish('JTR', { mode: 'credit', lines: 1 });
      await expect(
        refusalOf(
          world.people('JTR').accounting.command('crm', 'deal.create', { org: other.orgId, profile: other.profileId, currency: 'USD', lines: other.lines }),
        ),
      ).resolves.toMatchObject({ code: 'PERMISSION_REQUIRED' });
    } finally {
      await tune('accounting', 'deals:edit', null);
    }
    await expect(refusalOf(create())).resolves.toMatchObject({ code: 'PERMISSION_REQUIRED' });
    expect(await tuned()).toEqual([]);
  });

  test('tuned all at the same moment are all in force', async () => {
    const accountant = await hire(world);
    await welcome(admin, org, accountant, 'accounting');
    const lent = ['customers:edit', 'deals:edit', 'deals:win', 'deals:close', 'prices:edit', 'fx:set', 'credit:request'];
    const held = async () => {
      const me = (await (await accountant.client.raw('crm', '/kernel/me')).json()) as { orgs: { code: string; keys: string[] }[] };
      return lent.filter((key) => me.orgs.find(({ code }) => code === 'MOD')?.keys.includes(key));
    };
    try {
      await Promise.all(lent.map((key) => tune('accounting', key, true)));
      expect(await held()).toEqual(lent);
    } finally {
      await Promise.all(lent.map((key) => tune('accounting', key, null)));
    }
    expect(await held()).toEqual([]);
  });

  test('can be taken from a role that has them, and its people are told the key [J96]', async () => {
    const order = await travel(world.people('MOD'), await world.wish('MOD', { mode: 'credit', lines: 1 }), 'submitted');
    await tune('sales', 'deals:win', false);
    try {
      await expect(refusalOf(world.people('MOD').sales.command('crm', 'deal.win', { deal: order.dealId }))).resolves.toMatchObject({
        status: 403,
        details: { key: 'deals:win' },
      });
      interface Cell {
        role: string;
        byDefault: boolean;
        tuned: boolean | null;
        allowed: boolean;
      }
      const { data } = await admin.view<{ key: string; roles: Cell[] }[]>('core', 'roles', { org: 'MOD' });
      const cells = data.find((row) => row.key === 'deals:win')?.roles;
      expect(cells?.find((cell) => cell.role === 'sales')).toMatchObject({ byDefault: true, tuned: false, allowed: false });
      expect(cells?.find((cell) => cell.role === 'sales_manager')).toMatchObject({ byDefault: true, tuned: null, allowed: true });
    } finally {
      await tune('sales', 'deals:win', null);
    }
    await world.people('MOD').sales.command('crm', 'deal.win', { deal: order.dealId });
  });

  test('are refused by name where they are pinned, unknown or of the other side; nothing is written [J33 MGR-4 J21]', async () => {
    for (const [role, key, code] of [
      ['sales', 'payments:confirm', 'KEY_PINNED'],
      ['sales_manager', 'payments:confirm', 'KEY_PINNED'],
      ['warehouse', 'invoice_control:decide', 'KEY_PINNED'],
      ['sales', 'access:manage', 'KEY_PINNED'],
      ['sales', 'deals:dream', 'KEY_UNKNOWN'],
      ['sales', 'stock:work', 'KEY_OF_OTHER_SIDE'],
      ['warehouse', 'deals:edit', 'KEY_OF_OTHER_SIDE'],
    ] as const)
      for (const allowed of [true, false]) await expect(refusalOf(tune(role, key, allowed))).resolves.toMatchObject({ status: 409, code, details: { key } });
    expect(await tuned()).toEqual([]);
    await expect(
      refusalOf(world.as('sales-manager.mod').command('core', 'role-key.tune', { org, role: 'sales', key: 'deals:win', allowed: false, reason: 'Deneme' })),
    ).resolves.toMatchObject({ code: 'PERMISSION_REQUIRED' });
    await expect(
      refusalOf(world.as('admin.jtr').command('core', 'role-key.tune', { org, role: 'sales', key: 'deals:win', allowed: false, reason: 'Deneme' })),
    ).resolves.toMatchObject({ status: 404 });
  });
});
