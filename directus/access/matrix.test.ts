import { collections, model } from '../model/index.ts';
import { ROLES } from '../model/core/org-grant.ts';
import { commandOwned } from '../extension/command-owned.ts';
import { ADMIN_POLICY_ID, ADMIN_ROLE_ID, directusPermissions, MEMBER_POLICY_ID, MEMBER_ROLE_ID, stableId } from './directus-permissions.ts';
import { accessMatrix, type Access } from './matrix.ts';
import { ORGS_OF } from './orgs-of.ts';
import { rowSecuritySql } from './row-security-sql.ts';

const matrix = Object.entries(accessMatrix) as [keyof typeof accessMatrix, Access][];
const both = ['crm', 'wms'] as const;
const sql = rowSecuritySql(both, 'selvedge_app');
const permissions = directusPermissions(both);
const WAREHOUSE = ['warehouse', 'warehouse_manager'];
const COMMERCE = ['sales', 'sales_manager', 'pricing'];

describe('the access matrix', () => {
  test('has an entry for each collection and no other', () => {
    expect(Object.keys(accessMatrix).sort()).toEqual(Object.keys(model).sort());
    expect(collections.map((collection) => collection.name).sort()).toEqual(Object.keys(model).sort());
  });

  test.each(matrix)('%s names only roles that exist, and whoever writes may read', (_, access) => {
    for (const role of [...access.read, ...access.write, ...(access.direct ?? [])]) expect(ROLES).toContain(role);
    for (const role of [...access.write, ...(access.direct ?? [])]) expect(access.read).toContain(role);
    for (const role of access.direct ?? []) expect(access.write).toContain(role);
  });

  test.each(matrix)('%s: a row belongs to an org exactly where the model says so', (name, access) => {
    expect(access.rows === 'org').toBe(model[name].orgScoped);
  });

  test('[J21] warehouse roles touch nothing of CRM, and sales and pricing nothing of WMS', () => {
    for (const [name, { read, write, direct = [] }] of matrix) {
      const strangers = name.startsWith('crm_') ? WAREHOUSE : name.startsWith('wms_') ? COMMERCE : [];
      expect([name, [...read, ...write, ...direct].filter((role) => strangers.includes(role))]).toEqual([name, []]);
    }
  });

  test('what only commands may change cannot be written through the items API by any role', () => {
    const ours = permissions.filter((permission) => !permission.collection.startsWith('directus_'));
    const writable = new Set(ours.filter((permission) => permission.action !== 'read').map((permission) => permission.collection));
    expect([...writable].sort()).toEqual(matrix.filter(([, access]) => access.direct).map(([name]) => name));
    for (const [name, access] of matrix) expect([name, commandOwned.has(name)]).toEqual([name, !access.direct]);
    for (const name of ['crm_deal', 'crm_payment', 'wms_order', 'wms_allocation']) expect(commandOwned.has(name)).toBe(true);
  });
});

describe('[ADM-4] the policies of PostgreSQL', () => {
  const statement = (start: string) => sql.filter((one) => one.startsWith(start));

  test.each(matrix)('%s: row security is enabled, forced and split by verb', (name) => {
    for (const mode of ['enable', 'force']) expect(sql).toContain(`alter table ${name} ${mode} row level security`);
    for (const verb of ['select', 'insert', 'update', 'delete']) {
      expect(statement(`create policy ${verb}_rows on ${name} `)).toHaveLength(1);
      expect(sql.indexOf(`drop policy if exists ${verb}_rows on ${name}`)).toBeLessThan(sql.indexOf(statement(`create policy ${verb}_rows on ${name} `)[0]!));
    }
  });

  test.each(matrix)('%s: inserts and updates are checked, with the writing roles', (name, access) => {
    const [insert] = statement(`create policy insert_rows on ${name} `);
    const [update] = statement(`create policy update_rows on ${name} `);
    expect(insert).toMatch(/ for insert with check \(.+\)$/);
    const [, using, check] = /^.+ for update using \((.+)\) with check \((.+)\)$/.exec(update ?? '') ?? [];
    expect(using).toBe(check);
    expect(insert).toContain(`with check (${check ?? '?'})`);
    expect(check).not.toBe('true');
    if (access.rows !== 'org') return;
    expect(check).toBe(`org = any ((select app.orgs('{${access.write.join(',')}}'::text[]))::uuid[])`);
    expect(statement(`create policy select_rows on ${name} `)[0]).toContain(`org = any ((select app.orgs('{${access.read.join(',')}}'::text[]))::uuid[])`);
  });

  test.each(matrix)('%s: the org of a row never changes', (name) => {
    expect(statement(`create trigger org_is_immutable before update of org on ${name} `)).toHaveLength(model[name].orgScoped ? 1 : 0);
  });

  test('no policy is open to all', () => {
    for (const policy of statement('create policy')) expect(policy).not.toMatch(/\((true|1 = 1)\)/);
  });

  test('a table nobody may write gets a policy that no role fulfils', () => {
    expect(statement('create policy insert_rows on crm_reservation_mirror ')[0]).toContain(`app.orgs('{}'::text[])`);
  });

  test('a node gets only the tables of the systems it hosts', () => {
    const crmOnly = rowSecuritySql(['crm'], 'selvedge_app').join('\n');
    expect(crmOnly).toContain('crm_deal');
    expect(crmOnly).toContain('core_org');
    expect(crmOnly).not.toContain(' wms_');
  });
});

describe('the permissions of Directus', () => {
  const filterOf = (name: string, action = 'read') => permissions.find((one) => one.collection === name && one.action === action)?.permissions;

  test('are one per collection and action', () => {
    const all = permissions.map((one) => `${one.collection} ${one.action}`);
    expect(new Set(all).size).toBe(all.length);
  });

  test.each(matrix)('[ADM-2] %s: rows are opened by the grants of exactly the reading roles, never by a relation', (name, access: Access) => {
    for (const role of access.viewed ?? []) expect(access.read).toContain(role);
    const readers = access.read.filter((role) => !access.viewed?.includes(role));
    if (readers.length === 0) {
      expect(filterOf(name)).toBeUndefined();
      return;
    }
    const field = { org: 'org', self: 'id' }[access.rows as string];
    if (field === undefined) {
      expect(filterOf(name)).toEqual({});
      return;
    }
    // What the filter says, role by role: which condition the orgs of each open a row under.
    const { hidden } = access;
    const shown = hidden && { [hidden.field]: { _neq: hidden.value } };
    const said = (filterOf(name) as { _or: ({ _and?: [object, object] } & object)[] })._or.flatMap((condition) => {
      const [orgs, under] = condition._and ?? [condition, undefined];
      const variable = (orgs as Record<string, { _in: string }>)[field]?._in ?? '';
      return (ORGS_OF[variable.replace('$CURRENT_USER.orgs_', '')] ?? []).map((role) => [role, under] as const);
    });
    const wanted = readers.map((role) => [role, hidden?.from.includes(role) ? shown : undefined] as const);
    const byRole = (pairs: readonly (readonly [string, unknown])[]) => [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
    expect(byRole(said)).toEqual(byRole(wanted));
    expect(JSON.stringify(permissions)).not.toMatch(/_some|_none/);
  });

  test('[J5] an inactive customer is hidden from those who sell and from nobody else', () => {
    const { _or: filters } = filterOf('crm_customer_profile') as { _or: object[] };
    for (const role of ['sales', 'pricing'] as const)
      expect(filters).toContainEqual({ _and: [{ org: { _in: `$CURRENT_USER.orgs_${role}` } }, { status: { _neq: 'inactive' } }] });
    for (const role of ['sales_manager', 'accounting', 'admin'] as const) expect(filters).toContainEqual({ org: { _in: `$CURRENT_USER.orgs_${role}` } });
  });

  test('everybody changes of their own account the language, the password and the second step, and nothing of anybody else', () => {
    expect(permissions.filter((one) => one.collection.startsWith('directus_'))).toEqual([
      { collection: 'directus_users', action: 'update', permissions: { id: { _eq: '$CURRENT_USER' } }, fields: 'language,password,tfa_secret' },
    ]);
  });

  test('nobody deletes', () => {
    expect(permissions.filter((permission) => permission.action === 'delete')).toEqual([]);
  });

  test('ids stay the same from start to start, are UUIDs and differ', () => {
    expect(MEMBER_POLICY_ID).toBe(stableId('policy:member'));
    const ids = [MEMBER_POLICY_ID, ADMIN_POLICY_ID, MEMBER_ROLE_ID, ADMIN_ROLE_ID];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
