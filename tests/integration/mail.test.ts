import { randomInt } from 'node:crypto';
import { eventually } from '@selvedge/seed/client.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const { sales } = world.people('MOD');
afterAll(() => world.close());

interface Received {
  readonly id: string;
  readonly subject: string;
  readonly to: { readonly address: string }[];
  readonly text: string;
  readonly from: { readonly address: string; readonly name: string }[];
  readonly envelope: { readonly from: { readonly address: string } };
}
const mailbox = async () => (await (await fetch(`${world.stack.mail.webUrl}/api/email`)).json()) as Received[];

describe('an internal mail', () => {
  test('leaves with its transaction, once per manager of the org, and is logged [J70]', async () => {
    const taxNumber = String(6_000_000_000 + randomInt(1_000_000_000));
    const name = `Işıltı Tekstil ${taxNumber}`;
    const { profileId } = await sales.command<{ profileId: string }>('crm', 'customer.onboard', {
      org: await world.orgId('MOD'),
      name,
      taxCountry: 'TR',
      taxNumber,
      paymentMode: 'cash',
    });
    const mails = await eventually(
      'the mails to managers',
      async () => (await mailbox()).filter((mail) => mail.subject.includes(name)),
      (found) => found.length >= 3,
    );
    const recipients = mails.flatMap((mail) => mail.to.map((to) => to.address)).sort();
    expect(recipients).toEqual(['sales-manager-2.mod@selvedge.test', 'sales-manager.group@selvedge.test', 'sales-manager.mod@selvedge.test']);
    expect(mails[0]?.text).toContain('onayınızı bekliyor');
    const log = () =>
      world.look('crm', (tx) =>
        tx.query<{ status: string; attempts: number }>('select status, attempts from crm_outbound_mail where object_id = $1', [profileId]),
      );
    await eventually('the log to say sent', log, (rows) => rows.length === 3 && rows.every((row) => row.status === 'sent' && row.attempts === 1));
  });

  test('goes in the name of its organisation, answers to it as well, once that has an address of its own', async () => {
    const org = await world.orgId('MOD');
    const edit = (senderEmail: string | null) => world.as('admin.mod').command('crm', 'org.edit', { org, senderEmail });
    const senders = async () => {
      const taxNumber = String(6_000_000_000 + randomInt(1_000_000_000));
      const name = `Gönderen Tekstil ${taxNumber}`;
      await sales.command('crm', 'customer.onboard', { org, name, taxCountry: 'TR', taxNumber, paymentMode: 'cash' });
      const [mail] = await eventually(
        'a mail',
        async () => (await mailbox()).filter((one) => one.subject.includes(name)),
        (found) => found.length > 0,
      );
      const source = await (await fetch(`${world.stack.mail.webUrl}/api/email/${mail?.id}/source`)).text();
      return [mail?.from, /^Reply-To: (.+)\r?$/m.exec(source)?.[1]?.trim() ?? null, mail?.envelope.from.address];
    };
    const ofTheInstallation = await senders();
    await edit('satis@modatekstil.test');
    try {
      const { name } = await world.look('crm', (tx) => tx.one<{ name: string }>('select name from core_org where id = $1', [org]));
      const address = 'satis@modatekstil.test';
      expect(await senders()).toEqual([[{ name, address }], `${name} <${address}>`, ofTheInstallation[2]]);
    } finally {
      await edit(null);
    }
    expect(await senders()).toEqual(ofTheInstallation);
    expect(ofTheInstallation[1]).toBeNull();
  });

  test('of a refused command never exists', async () => {
    const before = await world.look('crm', (tx) => tx.one<{ n: number }>('select count(*) as n from crm_outbound_mail'));
    await expect(
      sales.command('crm', 'customer.onboard', { org: await world.orgId('MOD'), name: 'x', taxCountry: 'TR', taxNumber: '1', paymentMode: 'cash' }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await sales.command(
      'crm',
      'customer.onboard',
      { org: await world.orgId('MOD'), name: 'Deneme', taxCountry: 'TR', taxNumber: '77777777', paymentMode: 'cash' },
      { dryRun: true },
    );
    expect(await world.look('crm', (tx) => tx.one<{ n: number }>('select count(*) as n from crm_outbound_mail'))).toEqual(before);
  });
});
