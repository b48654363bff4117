import { randomUUID } from 'node:crypto';
import { CONTRACT_VERSION } from '@selvedge/contract/version.ts';
import { z } from 'zod';
import { systemClock } from '@selvedge/kernel/clock.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import type { InboxSettings } from '@selvedge/kernel/inbox/apply.ts';
import { consume, WaitsFor, type ConsumerContext } from '@selvedge/kernel/inbox/consumer.ts';
import { sweepInbox } from '@selvedge/kernel/inbox/sweep.ts';
import { receiveEvent } from '@selvedge/kernel/inbox/receive.ts';
import { envelope } from '../world/event-sender.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 2, 'selvedge-test');
afterAll(() => Promise.all([world.close(), pool.end()]));

const TYPE = 'test.waited';
const UNKNOWN = ['thing', randomUUID()] as const;

/** A node whose one consumer does this, then says that it waits for a thing nobody knows. */
const settings = (work: (context: ConsumerContext) => Promise<unknown>): InboxSettings => ({
  target: 'crm',
  peer: 'wms',
  contractVersion: CONTRACT_VERSION,
  clock: systemClock,
  consumers: new Map([
    [
      TYPE,
      consume({ type: TYPE, source: 'wms', target: 'crm', entity: 'thing', data: z.object({}) }, async (context) => {
        await work(context);
        return new WaitsFor(...UNKNOWN);
      }),
    ],
  ]),
});
const event = () => envelope({ type: TYPE, source: 'wms', entity: 'thing', entity_id: randomUUID(), sequence: 1, data: {} });
const receive = (one: ReturnType<typeof event>, work: (context: ConsumerContext) => Promise<unknown>) =>
  receiveEvent(pool, settings(work), { id: one.id, body: JSON.stringify(one), signature: null });
const recorded = (id: string) => world.look('crm', (tx) => tx.query<{ status: string }>('select status from kernel.inbox where id = $1', [id]));

/** A quality that only the planted consumer writes. */
const code = `WAIT-${randomUUID().slice(0, 8)}`;
const item = { code, name: 'x', composition: 'x', allowed_uoms: ['meter' as const], active: true };
const written = () => world.look('crm', (tx) => tx.query('select 1 from crm_catalog_item where code = $1', [code]));

describe('a consumer that answers that it waits', () => {
  test.each<[string, (context: ConsumerContext) => Promise<unknown>]>([
    ['an insert', ({ tx, now }) => tx.insert('crm_catalog_item', { ...item, updated_at: now })],
    ['many inserts', ({ tx, now }) => tx.insertMany('crm_catalog_item', [{ ...item, updated_at: now }])],
    [
      'a statement of its own',
      ({ tx, now }) =>
        tx.query('insert into crm_catalog_item (code, name, composition, allowed_uoms, updated_at) values ($1, $1, $1, $2::json, $3)', [
          code,
          '["meter"]',
          now,
        ]),
    ],
    [
      'a common table expression',
      ({ tx, now }) =>
        tx.maybe(
          'with made as (insert into crm_catalog_item (code, name, composition, allowed_uoms, updated_at) values ($1, $1, $1, $2::json, $3) returning id) select id from made',
          [code, '["meter"]', now],
        ),
    ],
  ])('after %s fails, and nothing of it is kept, so that it is not applied twice [SYS-2]', async (_, work) => {
    const one = event();
    await expect(receive(one, work)).rejects.toThrow(`The consumer of ${TYPE} wrote before it answered that it waits for thing:${UNKNOWN[1]}.`);
    expect(await written()).toEqual([]);
    expect(await recorded(one.id)).toEqual([]);
  });

  test('after reading and locking alone is kept waiting', async () => {
    const one = event();
    const read = await receive(one, ({ tx }) => tx.query('select id from crm_catalog_item order by id limit 1 for update'));
    expect(read.received.status).toBe('waiting');
    expect(await recorded(one.id)).toEqual([{ status: 'waiting' }]);
  });
});

test('a waiting event that fails in the sweep says so and holds up no other', async () => {
  // The worker sweeps as well, and knows no such event.
  const worker = world.stack.workers[0] as string;
  await world.stack.kill(worker);
  try {
    const [bad, good] = [event(), event()];
    for (const one of [bad, good]) await receive(one, () => Promise.resolve());
    await inTransaction(pool, { kind: 'system' }, (tx) =>
      tx.query('update kernel.inbox set next_attempt_at = now() where id = any ($1::uuid[])', [[bad.id, good.id]]),
    );
    const consumer = consume({ type: TYPE, source: 'wms', target: 'crm', entity: 'thing', data: z.object({}) }, async ({ changed }, { entityId }) => {
      if (entityId === bad.entity_id) throw new Error('no such luck');
      changed('thing', entityId);
    });
    await sweepInbox(pool, { ...settings(() => Promise.resolve()), consumers: new Map([[TYPE, consumer]]) });
    const rows = await world.look('crm', (tx) =>
      tx.query<{ id: string; status: string; reason: string | null; later: boolean }>(
        'select id, status, reason, next_attempt_at > now() as later from kernel.inbox where id = any ($1::uuid[])',
        [[bad.id, good.id]],
      ),
    );
    expect(rows.find((row) => row.id === bad.id)).toMatchObject({ status: 'waiting', reason: 'failed: no such luck', later: true });
    expect(rows.find((row) => row.id === good.id)).toMatchObject({ status: 'applied', reason: null });
  } finally {
    await world.stack.restart(worker);
  }
});
