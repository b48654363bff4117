import { stableId } from '@selvedge/directus/access/directus-permissions.ts';
import { ApiClient } from '@selvedge/seed/client.ts';
import { connectStack } from '../stack/connect.ts';
import { makeOwnDatabase, runToEnd, startOwnNode, type OwnDatabase } from '../world/own-node.ts';

const stack = connectStack();
const PREPARE = 'directus/launch/prepare.ts';
const EMAIL = 'ilk.yonetici@example.com';
const PASSWORD = 'uzun-ve-kimsenin-bilmedigi';
const asInCompose = {
  SELVEDGE_DEMO: 'false',
  SELVEDGE_FIRST_ORG: 'DKM',
  SELVEDGE_FIRST_ORG_NAME: 'Dokuma Sanayi',
  SELVEDGE_ADMIN_EMAIL: 'Ilk.Yonetici@example.com',
  SELVEDGE_ADMIN_PASSWORD: PASSWORD,
};

const databases: OwnDatabase[] = [];
const make = async (name: string, env: Readonly<Record<string, string>>) => {
  const database = await makeOwnDatabase(stack, name, env);
  databases.push(database);
  return database;
};
afterAll(() => Promise.all(databases.map((database) => database.drop())));

/** Everything that was founded, secrets of the password included. */
const founded = async (database: OwnDatabase) => ({
  orgs: await database.ask('select id, code, name from core_org'),
  people: await database.ask('select id, email, password, role from directus_users'),
  grants: await database.ask('select id, org, "user", role, expires_at from core_org_grant'),
});

test('an empty database of each node gets the same one organisation and one administrator, however many replicas start at once [ADM-1]', async () => {
  const crm = await make('first_crm', { ...asInCompose, SELVEDGE_SYSTEMS: 'crm' });
  const wms = await make('first_wms', { ...asInCompose, SELVEDGE_SYSTEMS: 'wms' });
  const ends = await Promise.all([runToEnd(PREPARE, crm.env), runToEnd(PREPARE, crm.env), runToEnd(PREPARE, wms.env)]);
  expect(ends.map(({ code, stderr }) => ({ code, stderr }))).toEqual(ends.map(() => ({ code: 0, stderr: '' })));
  expect(ends.map(({ stdout }) => stdout).join('')).not.toContain(PASSWORD);

  const [here, there] = [await founded(crm), await founded(wms)];
  expect(here.orgs).toEqual([{ id: stableId('org:DKM'), code: 'DKM', name: 'Dokuma Sanayi' }]);
  expect(here.people).toEqual([expect.objectContaining({ id: stableId(`user:${EMAIL}`), email: EMAIL })]);
  expect(here.grants).toEqual([expect.objectContaining({ org: stableId('org:DKM'), user: stableId(`user:${EMAIL}`), role: 'admin', expires_at: null })]);
  const withoutHash = ({ people, ...rest }: typeof here) => ({ ...rest, people: people.map(({ password: _hash, ...person }) => person) });
  expect(withoutHash(there)).toEqual(withoutHash(here));

  // A later start changes nothing, not even with other settings; nor does one that gives none.
  await runToEnd(PREPARE, { ...crm.env, SELVEDGE_FIRST_ORG: 'XXX', SELVEDGE_ADMIN_PASSWORD: 'another-long-password' });
  const { SELVEDGE_ADMIN_EMAIL: _email, SELVEDGE_ADMIN_PASSWORD: _password, ...withoutAdmin } = crm.env;
  expect(await runToEnd(PREPARE, withoutAdmin)).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(await founded(crm)).toEqual(here);

  // The administrator logs in and does what nobody could do before: founds the next organisation.
  const node = await startOwnNode(crm.env);
  try {
    const admin = new ApiClient({ crm: node.url, wms: node.url }, EMAIL, PASSWORD);
    expect(await (await admin.raw('crm', '/kernel/me')).json()).toMatchObject({ isAdmin: true, orgs: [{ code: 'DKM', roles: ['admin'] }] });
    const { orgId } = await admin.command<{ orgId: string }>('crm', 'org.create', {
      from: stableId('org:DKM'),
      code: 'IKI',
      name: 'İkinci Dokuma',
      currency: 'TRY',
      timeZone: 'Europe/Istanbul',
    });
    expect(await crm.ask(`select role from core_org_grant where org = '${orgId}'`)).toEqual([{ role: 'admin' }]);
  } finally {
    await node.stop();
  }
}, 240_000);

describe('an empty database is refused, in one sentence and before anything is made in it,', () => {
  let empty: OwnDatabase;
  beforeAll(async () => {
    empty = await make('first_none', { ...asInCompose, SELVEDGE_SYSTEMS: 'crm' });
  });

  test.each([
    ['without an address', { SELVEDGE_ADMIN_EMAIL: '' }, /SELVEDGE_ADMIN_EMAIL is not set; set both/],
    ['without a password', { SELVEDGE_ADMIN_PASSWORD: '' }, /SELVEDGE_ADMIN_PASSWORD is not set; set both/],
    ['with a short password', { SELVEDGE_ADMIN_PASSWORD: 'kisa' }, /has 4 characters; .+ 12 to 128/],
    ['with the password of the demo', { SELVEDGE_ADMIN_PASSWORD: 'selvedge-demo' }, /password of the demo.+set another/],
    ['with an address that could not log in', { SELVEDGE_ADMIN_EMAIL: 'admin@firma.local' }, /"\.local" is no registered top-level domain.+give another/],
  ])('%s', async (_, wrong, sentence) => {
    const { code, stderr } = await runToEnd(PREPARE, { ...empty.env, ...wrong });
    expect({ code, lines: stderr.trimEnd().split('\n') }).toEqual({ code: 1, lines: [expect.stringMatching(sentence)] });
    expect(await empty.ask(`select 1 from pg_tables where schemaname in ('public', 'kernel', 'app')`)).toEqual([]);
  });
});
