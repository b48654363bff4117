import { randomUUID } from 'node:crypto';
import { digestOfKey, KEY_HEADER, newEventKey } from '@selvedge/kernel/signature/event-keys.ts';
import { sign } from '@selvedge/kernel/signature/standard-webhooks.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { asCore } from '../world/core-client.ts';
import { envelope, postEvent } from '../world/event-sender.ts';
import { forgetEventKeys } from '../world/forget-event-keys.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const { env, url } = world.stack.nodeOf('wms');
const admin = asCore('wms', world.as('admin'));
const create = (overlapHours = 1, key = randomUUID()) =>
  admin.command<{ id: string; key: string }>('event-key.create', { direction: 'crm>wms', overlapHours, reason: 'Go-live' }, { key });

/** Events that anybody with the right to send may send, and that change nothing: no such type is known. */
const ping = () => envelope({ type: 'deal.pinged', source: 'crm', entity: 'deal', entity_id: randomUUID(), sequence: 1, data: {} });
const post = async (keys?: string, event = ping()) => {
  const headers = (signed: Record<string, string>) => (keys === undefined ? signed : { ...signed, [KEY_HEADER]: keys });
  const { status, body } = await postEvent(world, 'wms', event, { headers });
  return { id: event.id, answer: body.error?.code ?? status };
};
/** Always the same event: known after the first time, so that asking again and again leaves nothing behind. */
const known = ping();
const answers = (what: 'taken' | 'EVENT_KEY_INVALID', keys?: string) =>
  eventually(
    `the answer ${what}`,
    () => post(keys, known),
    (seen) => (typeof seen.answer === 'number' ? 'taken' : seen.answer) === what,
    15_000,
  );
const arrived = async (id: string) => (await world.look('wms', (tx) => tx.maybe('select 1 from kernel.inbox where id = $1', [id]))) !== undefined;

afterEach(async () => {
  await forgetEventKeys(world);
  await answers('taken');
});
afterAll(() => world.close());

test('a key is shown once and kept as its SHA-256, is asked for from then on, and its use is noted [ADM-10]', async () => {
  const once = randomUUID();
  const made = await create(1, once);
  expect(made.key).toMatch(/^svk_/);
  expect(await create(1, once)).toEqual({ id: made.id, key: null });
  const kept = await world.look('wms', (tx) =>
    tx.one<{ digest: Buffer; clear: number }>(
      `select digest, (select count(*) from kernel.idempotency where response::text like $2) + (select count(*) from kernel.audit a where a::text like $2)
         + (select count(*) from kernel.webhook_secret s where position(convert_to($3, 'UTF8') in s.ciphertext) > 0) as clear
       from kernel.webhook_secret where id = $1`,
      [made.id, `%${made.key}%`, made.key],
    ),
  );
  expect([kept.digest.equals(digestOfKey(made.key)), kept.clear]).toEqual([true, 0]);

  await answers('EVENT_KEY_INVALID');
  for (const wrong of [undefined, newEventKey(), made.key.slice(0, -1)]) {
    const refused = await post(wrong);
    expect([refused.answer, await arrived(refused.id)]).toEqual(['EVENT_KEY_INVALID', false]);
  }
  const taken = await post(made.key);
  expect([taken.answer, await arrived(taken.id)]).toEqual([202, true]);
  const shown = async () =>
    (await admin.view<{ id: string; kind: string; lastUsedAt: string | null }[]>('secrets')).data.find((row) => row.id === made.id && row.kind === 'key');
  await eventually('its use to be noted', shown, (row) => row !== undefined && row.lastUsedAt !== null);
  expect(JSON.stringify(await shown())).not.toContain(made.key);
});

test('what the systems tell each other carries the keys of its direction by itself [ADM-10]', async () => {
  await create();
  await admin.command('event-key.create', { direction: 'wms>crm', reason: 'Go-live' });
  await answers('EVENT_KEY_INVALID');
  const org = await world.orgId('MOD');
  const { name } = await world.look('crm', (tx) => tx.one<{ name: string }>('select name from core_org where id = $1', [org]));
  const rename = (to: string) => world.as('admin.mod').command('crm', 'org.edit', { org, name: to });
  try {
    await rename('Anahtarlı Dokuma');
    const sent = () =>
      world.look('crm', (tx) =>
        tx.maybe<{ status: string; attempts: number }>(`select status, attempts from kernel.outbox where type = 'org.updated' order by position desc limit 1`),
      );
    await eventually('the event to arrive', sent, (row) => row?.status === 'delivered');
    expect((await sent())?.attempts).toBe(1);
  } finally {
    await rename(name);
  }
  // Questions about mirrors come with the key as well: they are answered.
  const { mirrors } = await asCore('crm', world.as('admin')).command<{ mirrors: { error: string | null }[] }>('drift.check', {});
  expect([mirrors.length > 0, mirrors.filter((mirror) => mirror.error !== null)]).toEqual([true, []]);
});

test('rotating accepts both until the overlap ends, at once where there is none; a revoked one is refused, the last stays [ADM-10]', async () => {
  const first = await create();
  await answers('EVENT_KEY_INVALID');
  const second = await create(1);
  await answers('taken', second.key);
  expect([(await post(first.key)).answer, (await post(`${first.key} ${second.key}`)).answer]).toEqual([202, 202]);
  await expect(refusalOf(admin.command('event-key.revoke', { eventKey: second.id, reason: 'Lost' }))).resolves.toMatchObject({ code: 'SECRET_LAST_ACTIVE' });
  await admin.command('event-key.revoke', { eventKey: first.id, reason: 'Lost' });
  await answers('EVENT_KEY_INVALID', first.key);
  await expect(refusalOf(admin.command('event-key.revoke', { eventKey: first.id, reason: 'Lost' }))).resolves.toMatchObject({ code: 'SECRET_REVOKED' });

  const third = newEventKey();
  await admin.command('event-key.add', { direction: 'crm>wms', key: third, overlapHours: 0, reason: 'Made on the other node' });
  await answers('EVENT_KEY_INVALID', second.key);
  // No moment in which a direction that had a key asks for none.
  expect([(await post()).answer, (await post(third)).answer]).toEqual(['EVENT_KEY_INVALID', 202]);
  const audited = await world.look('wms', (tx) =>
    tx.query(`select command, reason from kernel.audit where subject_type = 'kernel.webhook_secret' and subject_id = $1 order by id`, [first.id]),
  );
  expect(audited).toEqual([
    { command: 'event-key.create', reason: 'Go-live' },
    { command: 'event-key.revoke', reason: 'Lost' },
  ]);
  // A key is no secret, and the other way round.
  await expect(refusalOf(admin.command('secret.revoke', { secret: second.id, reason: 'Mixed up' }))).resolves.toMatchObject({ status: 404 });
});

test('a key opens no other door, and not even its own without a signature [ADM-10 J2]', async () => {
  const { key } = await create();
  await answers('EVENT_KEY_INVALID');
  const doors: readonly [string, string][] = [
    ['POST', '/wms/events'],
    ['POST', '/wms/mirrors'],
    ['GET', '/kernel/me'],
    ['GET', '/core/views/events'],
    ['GET', '/core/views/secrets'],
    ['POST', '/core/commands/event.replay'],
    ['POST', '/core/commands/event-key.create'],
    ['GET', '/wms/stream'],
    ['GET', '/items/core_org'],
    ['GET', '/users/me'],
    ['GET', '/files'],
    ['POST', '/graphql'],
  ];
  const own = sign([env['SELVEDGE_EVENT_SECRET_CRM_TO_WMS'] as string], randomUUID(), new Date(), '{}');
  for (const [method, path] of doors)
    for (const shown of [{ authorization: `Bearer ${key}` }, { [KEY_HEADER]: key }, { [KEY_HEADER]: key, authorization: `Bearer ${key}` }]) {
      const body = method === 'POST' ? { body: '{}' } : {};
      const { status } = await fetch(`${url}${path}`, { method, headers: { 'content-type': 'application/json', ...shown }, ...body });
      expect([path, [400, 401, 403, 404].includes(status)]).toEqual([path, true]);
    }
  // With both proofs it gets as far as its event being read; nothing else takes both either.
  const both = { ...own, [KEY_HEADER]: key, 'content-type': 'application/json' };
  expect((await fetch(`${url}/wms/events`, { method: 'POST', headers: both, body: '{}' })).status).toBe(202);
  expect((await fetch(`${url}/core/views/events`, { headers: both })).status).toBe(401);
});

test('keys are for administrators of the installation, and nothing else is one [J2 ADM-10]', async () => {
  const before = await world.look('wms', (tx) => tx.query('select id from kernel.webhook_secret order by id'));
  const body = { direction: 'crm>wms', reason: 'Mine' };
  for (const who of ['admin.mod', 'admin.group', 'warehouse.mod'])
    for (const [command, input] of [
      ['event-key.create', body],
      ['event-key.add', { ...body, key: newEventKey() }],
    ] as const)
      await expect(refusalOf(asCore('wms', world.as(who)).command(command, input))).resolves.toMatchObject({ status: 403, code: 'PERMISSION_REQUIRED' });
  await expect(refusalOf(admin.command('event-key.add', { ...body, key: 'svk_short' }))).resolves.toMatchObject({ code: 'INVALID_INPUT' });
  expect(await world.look('wms', (tx) => tx.query('select id from kernel.webhook_secret order by id'))).toEqual(before);
});
