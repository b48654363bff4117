import { randomUUID } from 'node:crypto';
import { eventually } from '@selvedge/seed/client.ts';
import { openBrowser, type Person } from '../browser/chromium.ts';
import { settled } from '../browser/look.ts';
import { asCore } from '../world/core-client.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
let person: Person | undefined;
afterAll(async () => {
  await person?.close();
  await world.close();
});

interface Received {
  readonly subject: string;
  readonly from: { readonly address: string; readonly name: string }[];
}

/** In whose name the next mail of MOD leaves the node of a system. */
async function senderAt(system: 'crm' | 'wms'): Promise<string | undefined> {
  const subject = `Gönderen ${randomUUID()}`;
  await world.write(system, (tx) =>
    tx.query(
      `insert into ${system}_outbound_mail (org, type, object_id, recipient, subject, body)
       select id, 'test', gen_random_uuid(), 'depo@example.com', $1, 'Deneme' from core_org where code = 'MOD'`,
      [subject],
    ),
  );
  const [mail] = await eventually(
    'the mail',
    async () => ((await (await fetch(`${world.stack.mail.webUrl}/api/email`)).json()) as Received[]).filter((one) => one.subject === subject),
    (found) => found.length > 0,
  );
  return mail?.from[0]?.address;
}

test('the sender of an organisation’s mails and its colour are set on each node, and the other node’s stays [J70 ADM-1]', async () => {
  const org = await world.look('wms', async (tx) => (await tx.one<{ id: string }>(`select id from core_org where code = 'MOD'`)).id);
  const there = asCore('wms', world.as('admin.mod'));
  const ofTheInstallation = await senderAt('wms');
  await there.command('org.set-branding', { org, senderEmail: 'depo@modatekstil.test', brandColor: '#884422' });
  expect(await senderAt('wms')).toBe('depo@modatekstil.test');
  expect(await senderAt('crm')).toBe(ofTheInstallation);
  // What CRM tells of the organisation later says nothing of a sender, and takes none away.
  const here = await world.orgId('MOD');
  await world.as('admin.mod').command('crm', 'org.edit', { org: here, brandColor: '#3f4bb8' });
  await eventually(
    'the word of CRM on the other node',
    () => world.look('wms', (tx) => tx.one<{ n: number }>(`select count(*)::int as n from kernel.inbox where type = 'org.updated' and status = 'applied'`)),
    ({ n }) => n > 0,
  );
  expect(await senderAt('wms')).toBe('depo@modatekstil.test');
  const me = (await (await world.as('warehouse.mod').raw('wms', '/kernel/me')).json()) as { orgs: { code: string; brandColor: string | null }[] };
  expect(me.orgs).toMatchObject([{ code: 'MOD', brandColor: '#884422' }]);
  await expect(refusalOf(there.command('org.set-branding', { org, brandColor: 'red' }))).resolves.toMatchObject({ status: 400 });
  await expect(refusalOf(asCore('wms', world.as('warehouse-manager.mod')).command('org.set-branding', { org }))).resolves.toMatchObject({
    code: 'PERMISSION_REQUIRED',
  });
  await expect(refusalOf(asCore('wms', world.as('admin.jtr')).command('org.set-branding', { org }))).resolves.toMatchObject({ status: 404 });
  await there.command('org.set-branding', { org });
  expect(await senderAt('wms')).toBe(ofTheInstallation);
});

test('the app of the warehouse’s node sets it on /access, where organisations can else be looked at alone', async () => {
  person = await openBrowser(world.addresses.wms, 'admin.mod');
  const { page } = person;
  await person.goto('/access?tab=orgs');
  await settled(page);
  expect(await page.getByTestId('new-org').count()).toBe(0);
  const row = page.locator('tr[data-code="MOD"]');
  for (const address of ['depo@modatekstil.test', '']) {
    await row.getByTestId('command-org.set-branding').click();
    await page.getByTestId('field-senderEmail').fill(address);
    await page.getByTestId('dialog-confirm-org.set-branding').click();
    await row.getByText(address || '–', { exact: true }).waitFor();
  }
  expect(await world.look('wms', (tx) => tx.one(`select sender_email from core_org where code = 'MOD'`))).toEqual({ sender_email: null });
  expect(person.problems).toEqual([]);
}, 180_000);
