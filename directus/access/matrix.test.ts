import { collections, model } from '../model/index.ts';
import { ROLES } from '../model/core/org-grant.ts';
import { commandOwned } from '../extension/command-owned.ts';
import { directusPermissions, policyId, stableId } from './directus-permissions.ts';
import { accessMatrix, type Access } from './matrix.ts';
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
  test.each(matrix)('%s: exactly the reading roles read, without those that look through views alone', (name, access) => {
    const readers = permissions.filter((one) => one.collection === name && one.action === 'read').map((one) => one.policy);
    expect(readers).toEqual(access.read.filter((role) => !access.viewed?.includes(role)).map(policyId));
    for (const role of access.viewed ?? []) expect(access.read).toContain(role);
  });

  test('[ADM-2] rows of an org are scoped by the grants of the role that reads, never by a relation', () => {
    for (const role of ROLES) {
      for (const one of permissions.filter((permission) => permission.policy === policyId(role))) {
        if (one.collection === 'directus_users') continue;
        const { rows, hidden }: Access = accessMatrix[one.collection as keyof typeof accessMatrix];
        if (hidden?.from.includes(role)) continue;
        const orgs = { _in: `$CURRENT_USER.orgs_${role}` };
        expect(one.permissions).toEqual(rows === 'org' ? { org: orgs } : rows === 'self' ? { id: orgs } : {});
      }
    }
    expect(JSON.stringify(permissions)).not.toMatch(/_some|_none/);
  });

  test('[J5] an inactive customer is hidden from those who sell and from nobody else', () => {
    const filterOf = (role: (typeof ROLES)[number]) =>
      permissions.find((one) => one.collection === 'crm_customer_profile' && one.policy === policyId(role))?.permissions;
    for (const role of ['sales', 'pricing'] as const)
      expect(filterOf(role)).toEqual({ _and: [{ org: { _in: `$CURRENT_USER.orgs_${role}` } }, { status: { _neq: 'inactive' } }] });
    for (const role of ['sales_manager', 'accounting', 'admin'] as const) expect(filterOf(role)).toEqual({ org: { _in: `$CURRENT_USER.orgs_${role}` } });
  });

  test('everybody changes of their own account the language, the password and the second step, and nothing of anybody else', () => {
    const ofUsers = permissions.filter((one) => one.collection.startsWith('directus_'));
    expect(ofUsers.map((one) => one.policy)).toEqual(ROLES.map(policyId));
    for (const one of ofUsers)
      expect(one).toMatchObject({
        collection: 'directus_users',
        action: 'update',
        permissions: { id: { _eq: '$CURRENT_USER' } },
        fields: 'language,password,tfa_secret',
      });
  });

  test('nobody deletes', () => {
    expect(permissions.filter((permission) => permission.action === 'delete')).toEqual([]);
  });

  test('ids stay the same from start to start, are UUIDs and differ', () => {
    expect(policyId('sales')).toBe(stableId('policy:sales'));
    const ids = ROLES.map(policyId);
    expect(new Set(ids).size).toBe(ROLES.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
