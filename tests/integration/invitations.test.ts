import { randomUUID } from 'node:crypto';
import { eventually } from '@selvedge/seed/client.ts';
import { hire, inSeconds } from '../world/hire.ts';
import { linksTo, mailsTo, resetPassword } from '../world/set-password.ts';
import { openWorld, PASSWORD, refusalOf } from '../world/world.ts';

const world = openWorld();
const admin = world.as('admin.mod');
let org: string;
let jtr: string;
beforeAll(async () => {
  org = await world.orgId('MOD');
  jtr = await world.orgId('JTR');
});
afterAll(() => world.close());

const newAddress = () => `davetli.${randomUUID().slice(0, 8)}@selvedge.test`;
const wish = (email: string, more: object = {}) => ({
  org,
  email,
  firstName: 'Davetli',
  lastName: 'Kişi',
  language: 'tr-TR',
  role: 'sales',
  reason: 'Yeni iş arkadaşı',
  ...more,
});
const invite = (email: string, more: object = {}) => admin.command<{ grantId: string }>('core', 'person.invite', wish(email, more));
const peopleBy = (email: string) =>
  world.look('crm', (tx) =>
    tx.query<{ id: string; first_name: string; status: string; role: string }>(
      'select u.id, u.first_name, u.status, r.name as role from directus_users u join directus_roles r on r.id = u.role where lower(u.email) = lower($1)',
      [email],
    ),
  );
/** Invited people leave as hired ones do. */
const leaves = (grant: string) => world.beforeClose(() => admin.command('core', 'grant.end', { grant, reason: 'Test' }).catch(() => undefined));

describe('an invitation', () => {
  test('makes a person with a role, who chooses a password by a link that works once, and is in [J99 ADM-2]', async () => {
    const email = newAddress();
    const { grantId } = await invite(email.toUpperCase(), { expiresAt: inSeconds(3_600) });
    leaves(grantId);
    expect(await peopleBy(email)).toEqual([expect.objectContaining({ first_name: 'Davetli', status: 'active', role: 'Member' })]);
    const [token] = await linksTo(world, email);
    const [mail] = await mailsTo(world, email);
    expect(mail?.subject).toBe('Selvedge için ilk parolanız');
    expect(mail?.html).toContain(`${world.addresses.crm}/app/reset-password?token=${token}`);
    expect(await resetPassword(world, 'crm', token, PASSWORD)).toMatchObject({ status: 204 });
    expect((await world.as(email).raw('crm', '/crm/views/deals')).status).toBe(200);
    expect(await resetPassword(world, 'crm', token, 'bir başka parola')).toMatchObject({ status: 403, code: 'LINK_USED' });
    const audit = await world.look('crm', (tx) => tx.query('select command, reason from kernel.audit where subject_id = $1', [grantId]));
    expect(audit).toEqual([{ command: 'person.invite', reason: 'Yeni iş arkadaşı' }]);
  });

  test('is mailed again until there is a password, and not afterwards', async () => {
    const email = newAddress();
    const { grantId } = await invite(email);
    leaves(grantId);
    await linksTo(world, email);
    const again = () => admin.command('core', 'person.invite-again', { grant: grantId });
    const shown = async () => (await admin.view<{ hasNoPassword: boolean }[]>('core', 'access', { org: 'MOD', q: email })).data[0]?.hasNoPassword;
    expect(await shown()).toBe(true);
    await again();
    // Both may carry the same token, which tells seconds.
    await eventually(
      'the second mail',
      () => mailsTo(world, email),
      (mails) => mails.length === 2,
    );
    const links = await linksTo(world, email);
    expect(await resetPassword(world, 'crm', links.at(-1), PASSWORD)).toMatchObject({ status: 204 });
    expect(await shown()).toBe(false);
    await expect(refusalOf(again())).resolves.toMatchObject({ code: 'HAS_SIGNED_IN' });
    await expect(refusalOf(world.as('admin.jtr').command('core', 'person.invite-again', { grant: grantId }))).resolves.toMatchObject({ status: 404 });
  });

  test('of somebody known gives the role, changes nothing else, mails nothing and answers the same', async () => {
    const person = await hire(world, 'Bilinen');
    const email = newAddress();
    const [known, unknown] = [await invite(person.email), await invite(email)];
    leaves(unknown.grantId);
    expect(Object.keys(known)).toEqual(Object.keys(unknown));
    expect(await peopleBy(person.email)).toEqual([expect.objectContaining({ id: person.id, first_name: 'Bilinen' })]);
    expect((await person.client.raw('crm', '/crm/views/deals')).status).toBe(200);
    // The unknown person's mail is here, so that of the known one would be.
    await linksTo(world, email);
    expect(await mailsTo(world, person.email)).toEqual([]);
    await expect(refusalOf(invite(person.email))).resolves.toMatchObject({ code: 'GRANT_OVERLAPS' });
  });

  test('is refused as giving a role is, and then nobody is made and nothing is mailed [ADM-1 ADM-4]', async () => {
    const email = newAddress();
    const attempt = (who: string, more: object = {}) => refusalOf(world.as(who).command('core', 'person.invite', wish(email, more)));
    await expect(attempt('sales-manager.mod')).resolves.toMatchObject({ code: 'PERMISSION_REQUIRED', details: { key: 'access:manage' } });
    await expect(attempt('admin.mod', { org: jtr })).resolves.toMatchObject({ status: 404 });
    await expect(attempt('admin.mod', { org: randomUUID() })).resolves.toMatchObject({ status: 404 });
    await expect(attempt('admin.mod', { expiresAt: '2020-01-01T00:00:00Z' })).resolves.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(attempt('admin.mod', { email: 'admin.mod@selvedge.test' })).resolves.toMatchObject({ code: 'NOT_TO_ONESELF' });
    await admin.command('core', 'person.invite', wish(email), { dryRun: true });
    const closed = await hire(world);
    await world.write('crm', (tx) => tx.query(`update directus_users set status = 'suspended' where id = $1`, [closed.id]));
    await expect(attempt('admin.mod', { email: closed.email })).resolves.toMatchObject({ code: 'PERSON_NOT_ACTIVE' });
    expect(await peopleBy(email)).toEqual([]);
    expect(await mailsTo(world, email)).toEqual([]);
  });
});
