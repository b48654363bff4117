import { randomUUID } from 'node:crypto';
import { stableId } from '@selvedge/directus/access/directus-permissions.ts';
import { alertBacklog } from '@selvedge/directus/worker/alert-backlog.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { asCore, type BulkAnswer } from '../world/core-client.ts';
import { envelope, postEvent, type TestEnvelope } from '../world/event-sender.ts';
import { jobContext } from '../world/job-context.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const pool = createPool(world.stack.nodeOf('wms').databaseUrl, 3, 'selvedge-test');
afterAll(() => Promise.all([world.close(), pool.end()]));

const admin = asCore('wms', world.as('admin'));
const ofMod = asCore('wms', world.as('admin.mod'));
const ofJtr = asCore('wms', world.as('admin.jtr'));

interface EventRow {
  eventId: string;
  org: string;
  status: string;
}

/** An event of a type nobody knows: it is parked. */
async function park(org: string, type = 'deal.teleported'): Promise<TestEnvelope> {
  const event = envelope({ type, source: 'crm', entity: 'deal', entity_id: randomUUID(), sequence: 1, org, data: {} });
  expect((await postEvent(world, 'wms', event)).body.status).toBe('parked');
  return event;
}
const held = (id: string) =>
  world.look('wms', (tx) =>
    tx.one<{ status: string; replays: number; org: string | null }>('select status, replays, org from kernel.inbox where id = $1', [id]),
  );

describe('what crossed between the systems', () => {
  test('is seen by the administrators of its org, parked events as well; what is of the whole group by all [J1 SYS-1]', async () => {
    const [mod, jtr, group] = [await park('MOD'), await park('JTR'), await park('*')];
    const seenBy = async (who: typeof admin) => {
      const { data } = await who.view<EventRow[]>('events', { status: 'parked', type: 'deal.teleported', limit: '100' });
      return [mod, jtr, group].map((event) => data.some((row) => row.eventId === event.id));
    };
    expect(await seenBy(ofMod)).toEqual([true, false, true]);
    expect(await seenBy(ofJtr)).toEqual([false, true, true]);
    const foreign = await refusalOf(ofMod.view('event', { id: jtr.id }));
    const nothing = await refusalOf(ofMod.view('event', { id: randomUUID() }));
    expect([foreign.status, foreign.message]).toEqual([nothing.status, nothing.message]);
    expect((await held(jtr.id)).org).toBe(await world.orgId('JTR'));
  });

  test.each(['outbox', 'inbox', 'audit', 'decision'])('kernel.%s shows an administrator rows of the own org and of none [J1]', async (table) => {
    const [own, seenAs] = [await world.orgId('MOD'), { kind: 'user', userId: stableId('user:admin.mod@selvedge.test') } as const];
    const rows = await inTransaction(pool, seenAs, (tx) => tx.query<{ org: string | null }>(`select distinct org from kernel.${table}`), 'read');
    expect(rows.filter((row) => row.org !== null && row.org !== own)).toEqual([]);
    const sales = { kind: 'user', userId: stableId('user:sales.mod@selvedge.test') } as const;
    // The steps of a policy's versions are read with the versions; of the audit that is all.
    const steps = table === 'audit' ? `where not (subject_type = 'core_gate_policy' and org = '${own}')` : '';
    expect(await inTransaction(pool, sales, (tx) => tx.query(`select 1 from kernel.${table} ${steps} limit 1`), 'read')).toEqual([]);
  });

  test('is found by what it is about, by its organisation and by time, and shows what it was signed with [SYS-1 ADM-10]', async () => {
    const type = `deal.found-${randomUUID().slice(0, 8)}`;
    const [mod, jtr] = [await park('MOD', type), await park('JTR', type)];
    const found = async (query: Record<string, string>) =>
      (await admin.view<EventRow[]>('events', { scope: 'all', type, limit: '100', ...query })).data.map((row) => row.eventId).sort();
    expect(await found({})).toEqual([mod.id, jtr.id].sort());
    expect(await found({ eventOrg: 'JTR' })).toEqual([jtr.id]);
    expect(await found({ q: mod.entity_id })).toEqual([mod.id]);
    const minutes = (n: number) => new Date(Date.now() + n * 60_000).toISOString();
    expect([await found({ from: minutes(-5) }), await found({ to: minutes(-5) }), await found({ from: minutes(5) })]).toEqual([
      [mod.id, jtr.id].sort(),
      [],
      [],
    ]);
    const { data } = await admin.view<{ received: { signature: string } }>('event', { id: mod.id });
    expect(data.received.signature).toMatch(/^\d{10} v1,[A-Za-z0-9+/=]{44}$/);
  });

  test('is told per direction with what is open and how fast the rest went', async () => {
    await park('MOD');
    const { data } = await admin.view<{ source: string; target: string; parked: number; lagP95Ms: number; sentLastHour: number }[]>('integration');
    const [toWms, toCrm] = data;
    expect(toWms).toMatchObject({ source: 'crm', target: 'wms', parked: expect.any(Number) as number });
    expect(toWms?.parked).toBeGreaterThan(0);
    expect(toCrm?.sentLastHour).toBeGreaterThan(0);
    await expect(refusalOf(asCore('wms', world.as('warehouse.mod')).view('integration'))).resolves.toMatchObject({ code: 'PERMISSION_REQUIRED' });
  });

  test('is found by entity, type, side and words, page by page without a gap', async () => {
    const event = await park('MOD');
    await expect(admin.view('events', { entityId: event.entity_id, org: 'MOD' })).resolves.toMatchObject({
      data: [{ eventId: event.id, side: 'received', org: 'MOD' }],
    });
    await expect(admin.view('events', { q: event.id.slice(0, 13), side: 'sent', org: 'MOD' })).resolves.toMatchObject({ data: [] });
    // What arrives meanwhile would push the pages apart.
    const until = { to: new Date(Date.now() - 1_000).toISOString(), scope: 'all' };
    const all = (await admin.view<{ id: string }[]>('events', { limit: '40', ...until })).data.map((row) => row.id);
    const first = await admin.view<{ id: string }[]>('events', { limit: '20', ...until });
    const second = await admin.view<{ id: string }[]>('events', { limit: '20', ...until, cursor: first.nextCursor as string });
    expect([...first.data, ...second.data].map((row) => row.id)).toEqual(all);
  });

  test('one event tells its payload and what applying it changed', async () => {
    const row = await world.look('wms', (tx) =>
      tx.one<{ id: string }>(`select i.id from kernel.inbox i join kernel.audit a on a.request_id = i.id::text where i.status = 'applied' limit 1`),
    );
    const { data } = await admin.view<{ received: { body: string }; changes: { subjectType: string }[] }>('event', { id: row.id });
    expect(JSON.parse(data.received.body)).toMatchObject({ id: row.id });
    expect(data.changes.length).toBeGreaterThan(0);
  });

  test('the contract is told with what each node speaks', async () => {
    const { data } = await admin.view<{ hash: string; systems: { agrees: boolean }[]; history: unknown[] }>('contract');
    expect(data.systems.map((one) => one.agrees)).toEqual([true, true]);
    expect(data.history.length).toBeGreaterThan(0);
  });
});

describe('held events', () => {
  test('are replayed as a range, each answered on its own, others left alone; a retry replays nothing again [SYS-2 J72]', async () => {
    const type = `deal.sung-${randomUUID().slice(0, 8)}`;
    const events = [await park('MOD', type), await park('MOD', type), await park('JTR', type)];
    const other = await park('MOD');
    const answer = await admin.command<BulkAnswer>('event.replay', { range: { type, direction: 'crm>wms' }, reason: 'After an upgrade' });
    expect(answer).toMatchObject({ succeeded: 3, failed: 0 });
    expect(answer.results.map((result) => result.item).sort()).toEqual(events.map((event) => event.id).sort());
    expect((await Promise.all(events.map((event) => held(event.id)))).map((row) => [row.status, row.replays])).toEqual(events.map(() => ['parked', 1]));
    expect((await held(other.id)).replays).toBe(0);

    const body = { events: [events[0]!.id], reason: 'Once more' };
    const key = randomUUID();
    expect(await admin.command('event.replay', body, { key })).toEqual(await admin.command('event.replay', body, { key }));
    expect((await held(events[0]!.id)).replays).toBe(2);
    const audit = await world.look('wms', (tx) =>
      tx.query<{ reason: string; org: string }>(`select reason, org from kernel.audit where command = 'event.replay' and subject_id = $1 order by id`, [
        events[0]!.id,
      ]),
    );
    expect(audit.map((row) => row.reason)).toEqual(['After an upgrade', 'Once more']);
    expect(audit[0]?.org).toBe(await world.orgId('MOD'));
  });

  test('of another org answer as events that do not exist, and stay as they were [J1 QA-2]', async () => {
    const foreign = await park('JTR');
    const { results } = await ofMod.command<BulkAnswer>('event.replay', { events: [foreign.id, randomUUID()], reason: 'Not mine' });
    expect(results.map((result) => result.error?.code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    await expect(refusalOf(ofMod.command('event.skip', { event: foreign.id, reason: 'Not mine' }))).resolves.toMatchObject({ status: 404 });
    const ranged = await ofMod.command<BulkAnswer>('event.replay', { range: { entityId: foreign.entity_id }, reason: 'Not mine' });
    expect(ranged.results).toEqual([]);
    expect(await held(foreign.id)).toMatchObject({ status: 'parked', replays: 0 });
  });

  test('tried dry tell what would happen and stay as they were', async () => {
    const event = await park('MOD');
    await expect(admin.command('event.skip', { event: event.id, reason: 'Look first' }, { dryRun: true })).resolves.toMatchObject({ status: 'skipped' });
    expect((await held(event.id)).status).toBe('parked');
  });
});

describe('a dead letter', () => {
  test('is sent again by a command and arrives; what arrived is refused [SYS-2]', async () => {
    const node = world.stack.nodeOf('crm');
    const crm = createPool(node.databaseUrl, 1, 'selvedge-test');
    const name = (await world.look('wms', (tx) => tx.one<{ name: string }>(`select name from core_org where code = 'MOD'`))).name;
    const event = envelope({
      type: 'org.updated',
      source: 'crm',
      entity: `org-${randomUUID()}`,
      entity_id: 'MOD',
      sequence: 1,
      org: '*',
      data: { code: 'MOD', name, currency: 'TRY', time_zone: 'Europe/Istanbul', active: true },
    });
    await inTransaction(crm, { kind: 'system' }, (tx) =>
      tx.query(
        `insert into kernel.outbox (id, source, target, type, contract_version, org_code, entity, entity_id, sequence, idempotency_key, occurred_at, body, attempts, status, alerted_at)
         values ($1, 'crm', 'wms', $2, $3, '*', $4, 'MOD', 1, $5, now(), $6, 8, 'dead', now())`,
        [event.id, event.type, event.contract_version, event.entity, event.idempotency_key, JSON.stringify(event)],
      ),
    );
    await crm.end();
    const retry = (who = 'admin') =>
      asCore('crm', world.as(who)).command<BulkAnswer>('delivery.retry', { events: [event.id], reason: 'The other node is back' });
    // It is of all organisations, so nobody who administers one of them sends it.
    expect((await retry('admin.mod')).results[0]?.error?.code).toBe('PERMISSION_REQUIRED');
    expect(await retry()).toMatchObject({ succeeded: 1 });
    await eventually(
      'the event to arrive',
      () => world.look('wms', (tx) => tx.maybe<{ status: string }>('select status from kernel.inbox where id = $1', [event.id])),
      (row) => row?.status === 'applied',
    );
    await eventually(
      'its delivery to be noted',
      () => world.look('crm', (tx) => tx.one<{ status: string }>('select status from kernel.outbox where id = $1', [event.id])),
      (row) => row.status === 'delivered',
    );
    expect((await retry()).results[0]?.error?.code).toBe('DELIVERY_DONE');
  });
});

describe('a backlog', () => {
  interface Mail {
    readonly to: { readonly address: string }[];
    readonly text: string;
  }
  test('older than five minutes is told once to the administrators of its organisation and nobody else, and shown until it is gone [J2]', async () => {
    const crm = createPool(world.stack.nodeOf('crm').databaseUrl, 3, 'selvedge-test');
    const alert = () => alertBacklog({ smtpUrl: world.stack.mail.smtpUrl, from: 'alerts@selvedge.test' }).run(jobContext(crm));
    const id = randomUUID();
    const since = new Date(Date.now() - 600_000);
    const told = async () =>
      ((await (await fetch(`${world.stack.mail.webUrl}/api/email`)).json()) as Mail[])
        .filter((mail) => mail.text.includes(since.toISOString()))
        .flatMap((mail) => mail.to.map((to) => to.address))
        .sort();
    try {
      await inTransaction(crm, { kind: 'system' }, (tx) =>
        tx.query(
          `insert into kernel.outbox (id, source, target, type, contract_version, org, org_code, entity, entity_id, sequence, idempotency_key, occurred_at, body, next_attempt_at)
           values ($1, 'crm', 'wms', 'deal.won', '1.0.23', (select id from core_org where code = 'MOD'), 'MOD', 'deal', $2, 1, $3, $4, '{}', now() + interval '1 day')`,
          [id, randomUUID(), `crm:deal:${id}:won:v1`, since],
        ),
      );
      await Promise.all([alert(), alert()]);
      await alert();
      const ofMod = ['admin.group', 'admin.mod', 'admin'].map((name) => `${name}@selvedge.test`).sort();
      expect(await eventually('the mails', told, (who) => who.length >= ofMod.length)).toEqual(ofMod);
      const alertOf = async (email: string) => (await asCore('crm', world.as(email)).view<{ backlogSince: string | null }[]>('integration-alert')).data[0];
      expect((await alertOf('admin.mod'))?.backlogSince).toBe(since.toISOString());
      expect((await alertOf('admin.jtr'))?.backlogSince).toBeNull();
    } finally {
      await inTransaction(crm, { kind: 'system' }, (tx) => tx.query(`update kernel.outbox set status = 'delivered' where id = $1`, [id]));
    }
    await alert();
    const open = await world.look('crm', (tx) => tx.query('select 1 from kernel.backlog_incident where ended_at is null'));
    await crm.end();
    expect(open).toEqual([]);
  });
});
