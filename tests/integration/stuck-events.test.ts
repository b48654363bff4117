import { randomUUID } from 'node:crypto';
import { alertStuckEvents } from '@selvedge/directus/worker/alert-stuck-events.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { RETRY_SECONDS } from '@selvedge/kernel/delivery/schedule.ts';
import { eventually } from '@selvedge/seed/client.ts';
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
      `insert into kernel.outbox (id, source, target, type, contract_version, org_code, entity, entity_id, sequence, idempotency_key, occurred_at, body, attempts)
       values ($1, 'crm', 'wms', 'deal.won', '?', $2, 'deal', $3, 1, $4, now(), repeat('x', 1100000), $5)`,
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
