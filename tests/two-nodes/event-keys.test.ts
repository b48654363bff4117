import { randomUUID } from 'node:crypto';
import { eventually } from '@selvedge/seed/client.ts';
import { asCore } from '../world/core-client.ts';
import { envelope, postEvent } from '../world/event-sender.ts';
import { forgetEventKeys } from '../world/forget-event-keys.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
afterAll(async () => {
  await forgetEventKeys(world);
  await world.close();
});

const node = (system: 'crm' | 'wms') => asCore(system, world.as('admin'));
const keysAt = (system: 'crm' | 'wms') =>
  world.look(system, (tx) =>
    tx.query<{ sealed: boolean; hashed: boolean }>(
      `select ciphertext is not null as sealed, digest is not null as hashed from kernel.webhook_secret where kind = 'key' order by created_at`,
    ),
  );
/** What CRM tells the warehouse next arrives. @returns at which try */
async function arrives(): Promise<number> {
  const org = await world.orgId('MOD');
  const { name } = await world.look('crm', (tx) => tx.one<{ name: string }>('select name from core_org where id = $1', [org]));
  await world.as('admin.mod').command('crm', 'org.edit', { org, name });
  const last = () =>
    world.look('crm', (tx) =>
      tx.one<{ status: string; attempts: number }>(`select status, attempts from kernel.outbox where type = 'org.updated' order by position desc limit 1`),
    );
  await eventually('the event to arrive', last, (row) => row.status === 'delivered');
  return (await last()).attempts;
}
/** Always the same event: known after the first time, so that asking again and again leaves nothing behind. */
const ping = envelope({ type: 'deal.pinged', source: 'crm', entity: 'deal', entity_id: randomUUID(), sequence: 1, data: {} });
const withoutKey = async () => {
  const { status, body } = await postEvent(world, 'wms', ping);
  return body.error?.code ?? status;
};

test('a key is made where events are sent, added where they arrive, and rotated, without an event that is refused [ADM-10]', async () => {
  const wish = { direction: 'crm>wms', overlapHours: 1, reason: 'Go-live' };
  const first = await node('crm').command<{ key: string }>('event-key.create', wish);
  expect(await arrives()).toBe(1);
  expect(await withoutKey()).toBe(202);

  await node('wms').command('event-key.add', { ...wish, key: first.key });
  await eventually('the key to be asked for', withoutKey, (answer) => answer === 'EVENT_KEY_INVALID');
  expect(await arrives()).toBe(1);
  // Who sends can open what it keeps; who receives cannot send with what it keeps.
  expect([await keysAt('crm'), await keysAt('wms')]).toEqual([[{ sealed: true, hashed: true }], [{ sealed: false, hashed: true }]]);

  const second = await node('wms').command<{ id: string; key: string }>('event-key.create', wish);
  expect(await arrives()).toBe(1);
  await node('crm').command('event-key.add', { ...wish, key: second.key });
  expect(await arrives()).toBe(1);
  const { data } = await node('wms').view<{ id: string; kind: string; status: string }[]>('secrets');
  const old = data.find((row) => row.kind === 'key' && row.status === 'ending');
  await node('wms').command('event-key.revoke', { eventKey: old?.id, reason: 'Rotated' });
  // What sends may hold to what it read a second ago, so this one may be refused once, and is sent again.
  expect(await arrives()).toBeLessThanOrEqual(2);
  expect(await arrives()).toBe(1);
  // Questions about mirrors go the same way.
  const { mirrors } = await node('crm').command<{ mirrors: { error: string | null }[] }>('drift.check', {});
  expect(mirrors.filter((mirror) => mirror.error !== null)).toEqual([]);
}, 180_000);
