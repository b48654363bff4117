import { randomUUID } from 'node:crypto';
import { alertStuckEvents } from '@selvedge/directus/worker/alert-stuck-events.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { RETRY_SECONDS } from '@selvedge/kernel/delivery/schedule.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { asCore, type BulkAnswer } from '../world/core-client.ts';
import { envelope, postEvent } from '../world/event-sender.ts';
import { jobContext } from '../world/job-context.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const node = world.stack.nodeOf('crm');
const pool = createPool(node.databaseUrl, 3, 'selvedge-test');
afterAll(() => Promise.all([world.close(), pool.end()]));

const alert = (smtpUrl = world.stack.mail.smtpUrl) => alertStuckEvents({ smtpUrl, from: 'alerts@selvedge.test' }).run(jobContext(pool));

interface Received {
  readonly to: { readonly address: string }[];
  readonly text: string;
}
/** Who was told of an event, once per mail. */
const toldOf = async (id: string) =>
  ((await (await fetch(`${world.stack.mail.webUrl}/api/email`)).json()) as Received[])
    .filter((mail) => mail.text.includes(id))
    .flatMap((mail) => mail.to.map((to) => to.address))
    .sort();

/** An event that its last attempt is ahead of and that no receiver takes: it is larger than any may be. */
async function lastAttempt(org: 'MOD' | 'JTR'): Promise<string> {
  const id = randomUUID();
  await inTransaction(pool, { kind: 'system' }, (tx) =>
    tx.query(
      `insert into kernel.outbox (id, source, target, type, contract_version, org_code, org, entity, entity_id, sequence, idempotency_key, occurred_at, body, attempts)
       values ($1, 'crm', 'wms', 'deal.won', '?', $2, (select id from core_org where code = $2), 'deal', $3, 1, $4, now(), repeat('x', 1100000), $5)`,
      [id, org, randomUUID(), `crm:deal:${id}:won:v1`, RETRY_SECONDS.length],
    ),
  );
  await eventually(
    'the dead letter',
    () => world.look('crm', (tx) => tx.one<{ status: string }>('select status from kernel.outbox where id = $1', [id])),
    (row) => row.status === 'dead',
  );
  return id;
}

const ADMINS = {
  MOD: ['admin.group@selvedge.test', 'admin.mod@selvedge.test', 'admin@selvedge.test'],
  JTR: ['admin.group@selvedge.test', 'admin.jtr@selvedge.test', 'admin@selvedge.test'],
};

describe('an event that needs a person', () => {
  test('given up by the sender is told to the administrators of its org, once and to nobody else', async () => {
    const [mod, jtr] = [await lastAttempt('MOD'), await lastAttempt('JTR')];
    await Promise.all([alert(), alert()]);
    await alert();
    expect(
      await eventually(
        'the mails',
        () => toldOf(mod),
        (who) => who.length >= ADMINS.MOD.length,
      ),
    ).toEqual(ADMINS.MOD);
    expect(await toldOf(jtr)).toEqual(ADMINS.JTR);
  });

  test('given up is skipped with a reason: it waits for nobody, stays to be seen, and is sent again when asked [SYS-1]', async () => {
    const [ours, theirs, second] = [await lastAttempt('MOD'), await lastAttempt('JTR'), await lastAttempt('MOD')];
    const admin = asCore('crm', world.as('admin.mod'));
    const skip = (body: object) => admin.command<BulkAnswer>('delivery.skip', body);
    const dead = async () => (await admin.view<{ dead: number }[]>('integration-alert')).data[0]?.dead;
    const row = (id: string) => world.look('crm', (tx) => tx.one('select status, skip_reason, attempts from kernel.outbox where id = $1', [id]));
    const before = (await dead()) as number;

    const reason = 'Told by telephone';
    expect((await skip({ events: [ours, theirs], reason })).results).toMatchObject([{ ok: true }, { ok: false, error: { code: 'NOT_FOUND' } }]);
    expect(await dead()).toBe(before - 1);
    expect(await row(theirs)).toMatchObject({ status: 'dead', skip_reason: null });
    expect((await skip({ events: [ours], reason })).results[0]?.error?.code).toBe('DELIVERY_NOT_DEAD');
    const { data: shown } = await admin.view<object[]>('events', { status: 'skipped', side: 'sent', q: ours });
    expect(shown).toMatchObject([{ eventId: ours, reason }]);
    const entity = await world.look('crm', (tx) => tx.one<{ entity_id: string }>('select entity_id from kernel.outbox where id = $1', [second]));
    expect(await skip({ range: { entityId: entity.entity_id }, reason })).toMatchObject({ succeeded: 1, failed: 0 });
    const audited = await world.look('crm', (tx) =>
      tx.query(`select subject_id, reason from kernel.audit where command = 'delivery.skip' and subject_id = any ($1) order by id`, [[ours, second, theirs]]),
    );
    expect(audited).toEqual([ours, second].map((id) => ({ subject_id: id, reason })));

    expect((await admin.command<BulkAnswer>('delivery.retry', { events: [ours], reason: 'After all' })).succeeded).toBe(1);
    await eventually(
      'another attempt',
      () => row(ours),
      (seen) => (seen as { attempts: number }).attempts > 0,
    );
    expect(await row(ours)).toMatchObject({ skip_reason: null });
    await world.write('crm', (tx) => tx.query(`update kernel.outbox set status = 'skipped' where id = any ($1::uuid[])`, [[ours, theirs]]));
  });

  test('parked by the receiver is told as well; while no mail leaves, it is told later', async () => {
    const strange = envelope({ type: 'order.sung', source: 'wms', entity: 'purchase_order', entity_id: randomUUID(), sequence: 1, data: {} });
    expect((await postEvent(world, 'crm', strange)).body.status).toBe('parked');
    const notedAt = () => world.look('crm', (tx) => tx.one<{ alerted_at: Date | null }>('select alerted_at from kernel.inbox where id = $1', [strange.id]));
    // The worker would alert as well, once a minute.
    const [worker] = world.stack.workers as [string];
    await world.stack.kill(worker);
    try {
      await alert('smtp://127.0.0.1:9');
      expect(await notedAt()).toEqual({ alerted_at: null });
      await alert();
      await alert();
      expect(
        await eventually(
          'the mails',
          () => toldOf(strange.id),
          (who) => who.length >= ADMINS.MOD.length,
        ),
      ).toEqual(ADMINS.MOD);
      expect((await notedAt()).alerted_at).not.toBeNull();
    } finally {
      await world.stack.restart(worker);
    }
  });
});
