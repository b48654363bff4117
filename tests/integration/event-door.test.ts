import { randomUUID } from 'node:crypto';
import { newWebhookSecret } from '@selvedge/kernel/signature/secret-box.ts';
import { SecretStore } from '@selvedge/kernel/signature/secrets.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { envelope, postEvent, type Posting } from '../world/event-sender.ts';
import { asCore, type BulkAnswer } from '../world/core-client.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const admin = world.as('admin');
afterAll(() => world.close());

const orgUpdated = (sequence: number, name: string, code = 'MOD', entity = `org-${randomUUID()}`) =>
  envelope({
    type: 'org.updated',
    source: 'crm',
    entity,
    entity_id: code,
    sequence,
    org: '*',
    data: { code, name, currency: 'TRY', time_zone: 'Europe/Istanbul', active: true },
  });
const inboxRow = (id: string) =>
  world.look('wms', (tx) => tx.maybe<{ status: string; reason: string | null }>('select status, reason from kernel.inbox where id = $1', [id]));
const orgName = () => world.look('wms', async (tx) => (await tx.one<{ name: string }>(`select name from core_org where code = 'MOD'`)).name);

describe('an event that cannot prove where it comes from', () => {
  const minutes = (n: number) => new Date(Date.now() + n * 60_000);
  const cases: [string, Posting][] = [
    ['unsigned', { headers: () => ({}) }],
    ['tampered with', { tamper: (body) => body.replace('Sahte', 'Şahte') }],
    ['signed with another secret', { secret: newWebhookSecret() }],
    ['signed with the secret of the other direction', { secret: world.stack.nodeOf('wms').env['SELVEDGE_EVENT_SECRET_WMS_TO_CRM']! }],
    ['six minutes old', { at: minutes(-6) }],
    ['from six minutes ahead', { at: minutes(6) }],
    ['with a timestamp that is no number', { headers: (signed) => ({ ...signed, 'webhook-timestamp': 'now' }) }],
    ['with the signature of another id', { headers: (signed) => ({ ...signed, 'webhook-id': randomUUID() }) }],
  ];
  test.each(cases)('%s is refused with 401 and leaves no trace [ADM-10]', async (_name, posting) => {
    const event = orgUpdated(1, 'Sahte');
    const before = await orgName();
    await expect(postEvent(world, 'wms', event, posting)).resolves.toMatchObject({ status: 401, body: { error: { code: 'SIGNATURE_INVALID' } } });
    expect(await inboxRow(event.id)).toBeUndefined();
    expect(await orgName()).toBe(before);
  });

  test('is refused before parsing: even a body that is no JSON answers 401', async () => {
    await expect(postEvent(world, 'wms', '{ not json', { headers: () => ({}) })).resolves.toMatchObject({ status: 401 });
  });
});

describe('a signed event that cannot be applied', () => {
  test.each([
    ['another contract version', { contract_version: '9.9.9' }, 'contract version 9.9.9'],
    ['an unknown type', { type: 'deal.teleported' }, 'unknown type deal.teleported'],
    ['a type of the other direction', { type: 'order.closed' }, 'unknown type order.closed'],
    ['data that does not fit', { data: { code: 'MOD' } }, 'data: '],
    ['a key that is none', { idempotency_key: 'org updated' }, 'idempotency_key: is not source:entity:entity_id:action:v#'],
    ['a key of something else', { idempotency_key: 'crm:org:JTR:updated:v1' }, 'idempotency_key: is of something else than crm:org-'],
  ])('%s is parked with its reason and visible to operators [SYS-1]', async (_name, change, reason) => {
    const event = { ...orgUpdated(1, 'Park'), ...change };
    await expect(postEvent(world, 'wms', event)).resolves.toMatchObject({ status: 202, body: { status: 'parked' } });
    expect((await inboxRow(event.id))?.reason).toContain(reason);
    const { data: shown } = await asCore('wms', admin).view<{ eventId: string; reason: string }[]>('events', { status: 'parked', q: event.id });
    expect(shown).toEqual([expect.objectContaining({ eventId: event.id, reason: expect.stringContaining(reason) as string })]);
    // The same one again is a duplicate, not a second row.
    await expect(postEvent(world, 'wms', event)).resolves.toMatchObject({ status: 200, body: { status: 'duplicate' } });
  });

  test('that is no JSON at all is parked under its signed id', async () => {
    await expect(postEvent(world, 'wms', '{ not json')).resolves.toMatchObject({
      status: 202,
      body: { status: 'parked', reason: expect.stringContaining('not JSON') as string },
    });
  });

  test('holds up its own entity alone, until an operator skips it with a reason, audited', async () => {
    const name = await orgName();
    const bad = { ...orgUpdated(1, name), data: { code: 'MOD' } };
    const next = orgUpdated(2, name, 'MOD', bad.entity);
    const other = orgUpdated(1, name);
    await postEvent(world, 'wms', bad);
    await expect(postEvent(world, 'wms', next)).resolves.toMatchObject({ status: 202, body: { status: 'waiting' } });
    await expect(postEvent(world, 'wms', other)).resolves.toMatchObject({ status: 200, body: { status: 'applied' } });
    const skip = (who: typeof admin, reason: string) => asCore('wms', who).command('event.skip', { event: bad.id, reason });
    await expect(refusalOf(skip(world.as('warehouse-manager.mod'), 'not mine'))).resolves.toMatchObject({ status: 404 });
    await expect(refusalOf(skip(admin, ''))).resolves.toMatchObject({ status: 400 });
    await skip(admin, 'Sender sent half a record');
    expect((await inboxRow(bad.id))?.status).toBe('skipped');
    expect((await inboxRow(next.id))?.status).toBe('applied');
    const audit = await world.look('wms', (tx) =>
      tx.maybe<{ reason: string }>(`select reason from kernel.audit where command = 'event.skip' and subject_id = $1`, [bad.id]),
    );
    expect(audit?.reason).toBe('Sender sent half a record');
  });

  test('told again under another id is not applied a second time: one key is one act [ADM-9]', async () => {
    const name = await orgName();
    const first = orgUpdated(1, name);
    await expect(postEvent(world, 'wms', first)).resolves.toMatchObject({ body: { status: 'applied' } });
    const again = { ...first, id: randomUUID(), sequence: 2, data: { ...(first.data as object), name: 'İkinci kez' } };
    const parked = { status: 'parked', reason: `idempotency key ${first.idempotency_key} was used by event ${first.id}` };
    await expect(postEvent(world, 'wms', again)).resolves.toMatchObject({ status: 202, body: parked });
    await expect(postEvent(world, 'wms', again)).resolves.toMatchObject({ status: 200, body: { status: 'duplicate' } });
    const { results } = await asCore('wms', admin).command<BulkAnswer>('event.replay', { events: [again.id], reason: 'Try' });
    expect(results[0]?.error?.code).toBe('IDEMPOTENCY_KEY_USED');
    expect([await orgName(), await inboxRow(again.id)]).toEqual([name, parked]);
  });

  test('of another version, or of none that can be read, is not replayed; one whose reader learned to take it is [SYS-1]', async () => {
    const name = await orgName();
    const [older, unreadable, odd] = [{ ...orgUpdated(1, name), contract_version: '9.9.9' }, randomUUID(), { ...orgUpdated(1, name), data: { code: 'MOD' } }];
    await postEvent(world, 'wms', older);
    await postEvent(world, 'wms', odd);
    await world.write('wms', (tx) =>
      tx.query(
        `insert into kernel.inbox (target, id, source, type, contract_version, body, status, reason) values ('wms', $1, 'crm', '?', '?', '{', 'parked', 'not JSON')`,
        [unreadable],
      ),
    );
    const replay = async (event: string) =>
      (await asCore('wms', admin).command<BulkAnswer>('event.replay', { events: [event], reason: 'After an upgrade' })).results[0];
    expect((await replay(older.id))?.error?.code).toBe('CONTRACT_VERSION_DIFFERS');
    expect((await replay(unreadable))?.error?.code).toBe('EVENT_UNREADABLE');
    expect(await inboxRow(older.id)).toMatchObject({ status: 'parked' });
    // A reader that takes what it did not take before: here the event becomes one that it takes.
    await world.write('wms', (tx) =>
      tx.query('update kernel.inbox set body = $2 where id = $1', [odd.id, JSON.stringify({ ...odd, data: orgUpdated(1, name).data })]),
    );
    await replay(odd.id);
    expect(await inboxRow(odd.id)).toMatchObject({ status: 'applied' });
    await asCore('wms', admin).command('event.skip', { event: unreadable, reason: 'Test over' });
  });

  test('can be replayed once its cause is mended', async () => {
    const quality = `YENI-${randomUUID().slice(0, 8).toUpperCase()}`;
    const dealId = randomUUID();
    const won = envelope({
      type: 'deal.won',
      source: 'crm',
      entity: 'deal',
      entity_id: dealId,
      sequence: 1,
      data: {
        deal_id: dealId,
        deal_code: 'MODDLREPLAY22',
        customer_name: 'Bekleyen',
        credit_blocked: false,
        won_at: new Date().toISOString(),
        lines: [{ deal_line_id: randomUUID(), position: 1, item_code: quality, uom: 'meter', qty: '5' }],
      },
    });
    await expect(postEvent(world, 'wms', won)).resolves.toMatchObject({ status: 202, body: { status: 'waiting' } });
    const pool = createPool(world.stack.nodeOf('wms').databaseUrl, 1, 'selvedge-test');
    await inTransaction(pool, { kind: 'system' }, (tx) =>
      tx.insert('wms_quality', { code: quality, name: 'Yeni', composition: '%100 pamuk', width_cm: 150, weight_gsm: 100, allowed_uoms: ['meter'] }),
    );
    await pool.end();
    const answer = await asCore('wms', admin).command<BulkAnswer>('event.replay', { events: [won.id], reason: 'Quality was added' });
    // The sweeper may have been faster; then there is nothing held any more.
    if (answer.failed > 0) expect(answer.results[0]?.error?.code).toBe('EVENT_NOT_HELD');
    await eventually(
      'the event to be applied',
      () => inboxRow(won.id),
      (row) => row?.status === 'applied',
    );
  });
});

describe('webhook secrets', () => {
  test('rotate with an overlap in which both are accepted, then only the new one [ADM-10]', async () => {
    const { env, databaseUrl } = world.stack.nodeOf('wms');
    const first = env['SELVEDGE_EVENT_SECRET_CRM_TO_WMS'] as string;
    const pool = createPool(databaseUrl, 2, 'selvedge-test');
    const store = new SecretStore(pool, env['SELVEDGE_SECRETS_KEY'] as string);
    const direction = { source: 'crm', target: 'wms' };
    try {
      const { secret, id } = await inTransaction(pool, { kind: 'system' }, (tx) =>
        store.rotate(tx, { ...direction, kind: 'secret', isSender: true, overlapSeconds: 3_600 }),
      );
      const ping = async (used: string) => (await postEvent(world, 'wms', orgUpdated(1, await orgName()), { secret: used })).status;
      await eventually(
        'the node to take the new secret',
        () => ping(secret),
        (status) => status === 200,
      );
      expect(await ping(first)).toBe(200);
      const stored = await inTransaction(pool, { kind: 'system' }, (tx) => tx.query<{ ciphertext: Buffer }>('select ciphertext from kernel.webhook_secret'));
      expect(stored.every((row) => !row.ciphertext.includes(Buffer.from(secret)))).toBe(true);
      // Back to the first, so that the stack's own deliveries go on as before.
      await inTransaction(pool, { kind: 'system' }, (tx) => tx.query(`update kernel.webhook_secret set revoked_at = now() where id = $1`, [id]));
      await eventually(
        'the revoked secret to be refused',
        () => ping(secret),
        (status) => status === 401,
      );
      await inTransaction(pool, { kind: 'system' }, (tx) => tx.query('update kernel.webhook_secret set expires_at = null'));
      expect(await ping(first)).toBe(200);
    } finally {
      await pool.end();
    }
  });
});

test('the door needs no person: a logged-in administrator without signature is refused', async () => {
  const response = await admin.raw('wms', '/wms/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  expect(response.status).toBe(401);
  await expect(refusalOf(admin.command('wms', 'no.such', {}))).resolves.toMatchObject({ status: 404 });
});
