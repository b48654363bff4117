import { ROLES } from '../model/core/org-grant.ts';
import { isOfOtherSide, keysOfGrant, keysOfRole, PERMISSION_KEYS, PINNED_KEYS, type PermissionKey } from './permission-keys.ts';

const keys = Object.keys(PERMISSION_KEYS) as PermissionKey[];
const holders = (key: PermissionKey): readonly string[] => PERMISSION_KEYS[key];

describe('the permission keys', () => {
  test.each(keys)('%s is named area:action and held by roles that exist', (key) => {
    expect(key).toMatch(/^[a-z_]+(:[a-z_]+){1,2}$/);
    for (const role of holders(key)) expect(ROLES).toContain(role);
  });

  test('a role carries a key exactly when the list says so', () => {
    for (const role of ROLES) expect(keysOfRole(role)).toEqual(keys.filter((key) => holders(key).includes(role)));
  });

  test('by default payment is confirmed by the sales manager alone, and the list pins that', () => {
    expect(holders('payments:confirm')).toEqual(['sales_manager']);
    expect(PINNED_KEYS).toContain('payments:confirm');
  });

  test('by default invoice control is decided by accounting alone, and the list pins that', () => {
    expect(holders('invoice_control:decide')).toEqual(['accounting']);
    expect(PINNED_KEYS).toContain('invoice_control:decide');
  });

  test.each<PermissionKey>(['approvals:shipment:bulk_approve', 'email:send_now', 'gates:edit', 'gates:publish', 'scope:all_orgs'])(
    "[J96] %s is nobody's until it is granted",
    (key) => {
      expect(holders(key)).toEqual([]);
    },
  );

  test('[J21] no key is shared by commerce and warehouse', () => {
    for (const key of keys.filter((one) => !one.startsWith('access:'))) {
      const isCommerce = holders(key).some((role) => ['sales', 'sales_manager', 'pricing'].includes(role));
      const isWarehouse = holders(key).some((role) => ['warehouse', 'warehouse_manager'].includes(role));
      expect([key, isCommerce && isWarehouse]).toEqual([key, false]);
    }
  });

  test('a manager holds what those they manage hold', () => {
    expect(keysOfRole('sales').filter((key) => !keysOfRole('sales_manager').includes(key))).toEqual([]);
    expect(keysOfRole('warehouse').filter((key) => !keysOfRole('warehouse_manager').includes(key))).toEqual([]);
  });
});

describe('a grant with extra keys', () => {
  test('never carries a pinned key that its role does not, nor a word that is no key [J33 MGR-4]', () => {
    expect(keysOfGrant('sales', ['payments:confirm', 'invoice_control:decide', 'no:such', 'scope:all_orgs'])).toEqual([
      ...keysOfRole('sales'),
      'scope:all_orgs',
    ]);
    expect(keysOfGrant('sales_manager', [])).toContain('payments:confirm');
    expect(keysOfGrant('nobody', ['email:send_now'])).toEqual(['email:send_now']);
  });

  test('follows what its org tuned, but for pinned keys [J33 MGR-4 J96]', () => {
    const tuned = { 'deals:win': false, 'approvals:pricing': true, 'payments:confirm': true, 'no:such': true };
    expect(keysOfGrant('sales', [], tuned)).toEqual([...keysOfRole('sales').filter((key) => key !== 'deals:win'), 'approvals:pricing']);
    expect(keysOfGrant('sales_manager', [], { 'payments:confirm': false })).toContain('payments:confirm');
    // What a person was given by name outlives what their role lost.
    expect(keysOfGrant('sales', ['deals:win'], tuned)).toContain('deals:win');
  });
});

describe('[J21] a key of one side', () => {
  test('is of the other side for roles that have no way in, and for no other', () => {
    expect(isOfOtherSide('stock:work', 'sales')).toBe(true);
    expect(isOfOtherSide('deals:edit', 'warehouse_manager')).toBe(true);
    expect(isOfOtherSide('deals:edit', 'pricing')).toBe(false);
    expect(isOfOtherSide('deals:edit', 'accounting')).toBe(false);
    expect(isOfOtherSide('access:delegate', 'sales')).toBe(false);
    expect(isOfOtherSide('orders:close', 'warehouse')).toBe(false);
    expect(isOfOtherSide('scope:all_orgs', 'warehouse')).toBe(false);
    expect(isOfOtherSide('approvals:shipment:bulk_approve', 'warehouse')).toBe(true);
    expect(isOfOtherSide('approvals:shipment:bulk_approve', 'accounting')).toBe(false);
  });
});
