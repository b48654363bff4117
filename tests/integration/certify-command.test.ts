import { MEMBER_ROLE_ID } from '@selvedge/directus/access/directus-permissions.ts';
import { runCaptured } from '../run-process.ts';
import { connectStack } from '../stack/connect.ts';
import { makeOwnDatabase, runToEnd, startOwnNode, type OwnDatabase } from '../world/own-node.ts';

const EMAIL = 'ilk.yonetici@example.com';
const PASSWORD = 'uzun-ve-kimsenin-bilmedigi';
const WORKER = 'calisan@example.com';
const databases: OwnDatabase[] = [];
afterAll(() => Promise.all(databases.map((database) => database.drop())));

/** A small node of one system: two organisations, and in one of them an administrator and somebody who does the system's work. */
async function smallNode(system: 'crm' | 'wms', role: string): Promise<OwnDatabase> {
  const database = await makeOwnDatabase(connectStack(), `certify_${system}`, {
    SELVEDGE_SYSTEMS: system,
    SELVEDGE_DEMO: 'false',
    SELVEDGE_FIRST_ORG: 'DKM',
    SELVEDGE_FIRST_ORG_NAME: 'Dokuma Sanayi',
    SELVEDGE_ADMIN_EMAIL: EMAIL,
    SELVEDGE_ADMIN_PASSWORD: PASSWORD,
  });
  databases.push(database);
  expect(await runToEnd('directus/launch/prepare.ts', database.env)).toMatchObject({ code: 0 });
  await database.ask(`insert into core_org (id, code, name) values (gen_random_uuid(), 'IKI', 'İkinci Dokuma')`);
  await database.ask(
    `with person as (insert into directus_users (id, email, role, status, provider)
       values (gen_random_uuid(), '${WORKER}', '${MEMBER_ROLE_ID}', 'active', 'default') returning id)
     insert into core_org_grant (id, org, "user", role, reason) select gen_random_uuid(), o.id, p.id, '${role}', 'Test' from core_org o, person p where o.code = 'DKM'`,
  );
  return database;
}

/** As an operator of a node types it, with the node's settings in the environment. */
const certify = (database: OwnDatabase) => runCaptured(['directus/launch/certify-leaks.ts'], { PATH: process.env['PATH'] ?? '', ...database.env });
const filed = (database: OwnDatabase) =>
  database.ask<{ systems: string[]; probes: number; leaks: unknown[] }>('select systems, probes, leaks from kernel.leak_certificate order by at');

test('npm run leak:certify files that nothing leaks on a node of CRM, and nothing of one that is not there [QA-2]', async () => {
  const database = await smallNode('crm', 'sales');
  const silent = await certify(database);
  expect(silent).toMatchObject({ code: 2, output: expect.stringContaining('The node crm does not answer') as string });
  expect(await filed(database)).toEqual([]);

  const node = await startOwnNode(database.env);
  try {
    const { code, output } = await certify(database);
    expect(output).toMatch(/^crm: \d+ probes as 2 kinds of people in \d+ s, 0 leaks\. The certificate is filed/m);
    expect(code).toBe(0);
    const [first] = await filed(database);
    expect(first).toMatchObject({ systems: ['core', 'crm'], leaks: [] });
    expect(first?.probes).toBeGreaterThan(500);
  } finally {
    await node.stop();
  }
}, 300_000);

test('npm run leak:certify names what leaks on a node of WMS whose belts came loose, and fails [QA-2]', async () => {
  const database = await smallNode('wms', 'warehouse');
  await database.ask('create policy planted on core_org for select using (true)');
  await database.ask(`update directus_permissions set permissions = '{}' where collection = 'core_org'`);
  const node = await startOwnNode(database.env);
  try {
    const { code, output } = await certify(database);
    expect(code).toBe(1);
    expect(output).toContain(`LEAK ${WORKER} core_org list: 1 rows of others in core_org`);
    const [certificate] = await filed(database);
    expect(certificate?.leaks.length).toBeGreaterThan(2);
    expect(JSON.stringify(certificate?.leaks)).not.toContain(EMAIL);
  } finally {
    await node.stop();
  }
}, 300_000);
