import type { Identity } from '../identity/identity.ts';
import { resolveScope } from './scope.ts';

const grant = (orgCode: string, roles: string[], keys: string[] = []) => ({
  orgId: `id-${orgCode}`,
  orgCode,
  roles,
  keys: new Set(keys),
  policies: {},
  lenderOf: new Map(),
});
const person = (...orgs: Identity['orgs']): Identity => ({ userId: 'u', email: 'e', name: 'n', language: 'en', isAdmin: false, orgs });
const crm = ['sales', 'sales_manager'];

describe('[ADM-3] the scope of a read', () => {
  test('is the first own org when none is named', () => {
    expect(resolveScope(person(grant('JTR', ['sales']), grant('MOD', ['sales'])), crm, 'active', undefined)).toEqual(['id-JTR']);
  });

  test('is the org that is named', () => {
    expect(resolveScope(person(grant('JTR', ['sales']), grant('MOD', ['sales'])), crm, 'active', 'MOD')).toEqual(['id-MOD']);
  });

  test('another org is refused as one that does not exist', () => {
    const message = (org: string) => {
      try {
        return String(resolveScope(person(grant('MOD', ['sales'])), crm, 'active', org));
      } catch (error) {
        return (error as Error).message.replace(org, 'ORG');
      }
    };
    expect(message('JTR')).toBe(message('XXX'));
    expect(message('JTR')).toContain('choose MOD');
  });

  test('all covers only the orgs in which the key is held', () => {
    const both = person(grant('JTR', ['sales'], ['scope:all_orgs']), grant('MOD', ['sales']), grant('ZZZ', ['sales_manager'], ['scope:all_orgs']));
    expect(resolveScope(both, crm, 'all', undefined)).toEqual(['id-JTR', 'id-ZZZ']);
  });

  test('all without the key is refused and names it', () => {
    expect(() => resolveScope(person(grant('MOD', ['sales'])), crm, 'all', undefined)).toThrow(
      expect.objectContaining({ code: 'PERMISSION_REQUIRED', status: 403, details: { key: 'scope:all_orgs' } }),
    );
  });
});

describe('[J21] a system', () => {
  const warehouse = person(grant('MOD', ['warehouse'], ['scope:all_orgs']));

  test.each(['active', 'all'] as const)('is closed to a person whose roles have no way in (%s)', (scope) => {
    expect(() => resolveScope(warehouse, crm, scope, undefined)).toThrow(expect.objectContaining({ code: 'SYSTEM_NOT_YOURS', status: 403 }));
    expect(() => resolveScope(warehouse, crm, scope, 'MOD')).toThrow(expect.objectContaining({ code: 'SYSTEM_NOT_YOURS' }));
  });

  test('shows only the orgs in which a role of it is held', () => {
    const mixed = person(grant('JTR', ['warehouse'], ['scope:all_orgs']), grant('MOD', ['sales'], ['scope:all_orgs']));
    expect(resolveScope(mixed, crm, 'all', undefined)).toEqual(['id-MOD']);
    expect(() => resolveScope(mixed, crm, 'active', 'JTR')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
