import { randomUUID } from 'node:crypto';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { asCore } from '../world/core-client.ts';
import { envelope, postEvent } from '../world/event-sender.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const pool = createPool(world.stack.nodeOf('wms').databaseUrl, 2, 'selvedge-test');
afterAll(() => Promise.all([world.close(), pool.end()]));

const admin = asCore('wms', world.as('admin'));
const ofMod = asCore('wms', world.as('admin.mod'));
const ofJtr = asCore('wms', world.as('admin.jtr'));
const system = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(pool, { kind: 'system' }, work);

describe('webhook secrets by command', () => {
  const ping = async (secret: string) => {
    const event = envelope({ type: 'deal.pinged', source: 'crm', entity: 'deal', entity_id: randomUUID(), sequence: 1, data: {} });
    return (await postEvent(world, 'wms', event, { secret })).status;
  };
  const isTaken = (secret: string, status: number) =>
    eventually(
      `the node to answer ${status}`,
      () => ping(secret),
      (seen) => seen === status,
    );

  test('are shown once, kept nowhere in clear, noted when used, and revoked but for the last [ADM-10]', async () => {
    const first = world.stack.nodeOf('wms').env['SELVEDGE_EVENT_SECRET_CRM_TO_WMS'] as string;
    const key = randomUUID();
    const body = { direction: 'crm>wms', overlapHours: 1, reason: 'Yearly rotation' };
    try {
      const made = await admin.command<{ id: string; secret: string }>('secret.create', body, { key });
      expect(made.secret).toMatch(/^whsec_/);
      expect(await admin.command('secret.create', body, { key })).toEqual({ id: made.id, secret: null });
      const clear = await world.look('wms', (tx) =>
        tx.one<{ n: number }>(
          `select (select count(*) from kernel.idempotency where response::text like $1) + (select count(*) from kernel.audit a where a::text like $1)
             + (select count(*) from kernel.outbox where body like $1) as n`,
          [`%${made.secret}%`],
        ),
      );
      expect(clear.n).toBe(0);
      await isTaken(made.secret, 202);
      expect(await ping(first)).toBe(202);

      const shown = async () => (await admin.view<{ id: string; status: string; lastUsedAt: string | null }[]>('secrets')).data;
      await eventually('its use to be noted', shown, (rows) => rows.find((row) => row.id === made.id)?.lastUsedAt !== null);
      expect(JSON.stringify(await shown())).not.toContain(made.secret);
      // The first one ends with the overlap, so the new one is the last that stays.
      await expect(refusalOf(admin.command('secret.revoke', { secret: made.id, reason: 'Try' }))).resolves.toMatchObject({ code: 'SECRET_LAST_ACTIVE' });

      const second = `whsec_${Buffer.from(randomUUID() + randomUUID()).toString('base64')}`;
      const added = await admin.command<{ id: string }>('secret.add', {
        direction: 'crm>wms',
        secret: second,
        overlapHours: 1,
        reason: 'Made on the other node',
      });
      await isTaken(second, 202);
      await system((tx) => tx.query('update kernel.webhook_secret set expires_at = null where revoked_at is null'));
      for (const secret of [made.id, added.id]) await admin.command('secret.revoke', { secret, reason: 'Over' });
      await isTaken(made.secret, 401);
      expect(await ping(second)).toBe(401);
      expect(await ping(first)).toBe(202);
      await expect(refusalOf(admin.command('secret.revoke', { secret: made.id, reason: 'Again' }))).resolves.toMatchObject({ code: 'SECRET_REVOKED' });
    } finally {
      await system((tx) => tx.query('update kernel.webhook_secret set expires_at = null where revoked_at is null'));
    }
  });

  test('are for administrators of the installation: who administers organisations could sign a role in any other with one [J2 ADM-10]', async () => {
    const secrets = () => world.look('wms', (tx) => tx.query('select id, expires_at, revoked_at from kernel.webhook_secret order by id'));
    const before = await secrets();
    const chosen = `whsec_${Buffer.from(randomUUID() + randomUUID()).toString('base64')}`;
    const body = { direction: 'wms>crm', overlapHours: 1, reason: 'Mine' };
    for (const who of [ofMod, ofJtr, asCore('wms', world.as('admin.group'))]) {
      const { data } = await who.view<{ id: string }[]>('secrets');
      for (const [command, input] of [
        ['secret.create', body],
        ['secret.add', { ...body, secret: chosen }],
        ['secret.revoke', { secret: data[0]?.id, reason: 'Mine' }],
      ] as const)
        await expect(refusalOf(who.command(command, input))).resolves.toMatchObject({ status: 403, code: 'PERMISSION_REQUIRED' });
    }
    expect(await secrets()).toEqual(before);
  });

  test('are refused to those without the key, and when they are no secret [ADM-10]', async () => {
    const sales = asCore('crm', world.as('sales.mod'));
    const body = { direction: 'crm>wms', reason: 'I want one' };
    await expect(refusalOf(sales.command('secret.create', body))).resolves.toMatchObject({ status: 403, details: { key: 'secrets:manage' } });
    await expect(refusalOf(sales.view('secrets'))).resolves.toMatchObject({ status: 403 });
    await expect(refusalOf(admin.command('secret.add', { ...body, secret: 'hunter2' }))).resolves.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
