import { randomUUID } from 'node:crypto';
import { send } from '@selvedge/kernel/database/flight.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
// The owner may make the table that one of these misses at first.
const pool = createPool(world.stack.nodeOf('crm').ownerUrl, 1, 'selvedge-test');
afterAll(() => Promise.all([world.close(), pool.end()]));

async function onOneConnection(work: (client: Parameters<typeof send>[0]) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await work(client);
  } finally {
    client.release();
  }
}

const reasonOf = (result: PromiseSettledResult<unknown> | undefined) => (result?.status === 'rejected' ? (result.reason as { code?: string }).code : 'none');

describe('statements of one flight', () => {
  test('answer each with its own rows, exact values as text, again when they are prepared', async () => {
    await onOneConnection(async (client) => {
      const id = randomUUID();
      const ask = () =>
        Promise.all([
          send(client, 'select 1.10::numeric as price, $1::uuid as id, null::text as nothing', [id]),
          send(client, `select day from unnest($1::date[]) as d(day)`, [['2026-01-31', '2026-02-01']]),
          send(client, `select '{"a":[1]}'::jsonb as facts, true as flag, 9007199254740991::bigint as n, $1::timestamptz as at`, [
            new Date('2026-01-02T03:04:05.678Z'),
          ]),
          send(client, `select set_config('app.note', $1, false)`, ['x']),
        ]);
      for (let round = 0; round < 3; round += 1) {
        const [exact, days, rest, setting] = await ask();
        expect(exact).toEqual({ command: 'SELECT', rows: [{ price: '1.10', id, nothing: null }] });
        expect(days?.rows).toEqual([{ day: '2026-01-31' }, { day: '2026-02-01' }]);
        expect(rest?.rows).toEqual([{ facts: { a: [1] }, flag: true, n: 9007199254740991, at: new Date('2026-01-02T03:04:05.678Z') }]);
        expect(setting?.rows).toEqual([{ set_config: 'x' }]);
      }
    });
  });

  test('the same statement many times in one tick, in its order', async () => {
    await onOneConnection(async (client) => {
      const answers = await Promise.all(Array.from({ length: 300 }, (_, n) => send<{ n: number }>(client, 'select $1::int as n', [n])));
      expect(answers.map((answer) => answer.rows[0]?.n)).toEqual(answers.map((_, n) => n));
    });
  });

  test('one fails, with its own error; those before it stand, those after it are passed over', async () => {
    await onOneConnection(async (client) => {
      for (let round = 0; round < 3; round += 1) {
        const results = await Promise.allSettled([
          send(client, 'select 1 as one'),
          send(client, 'select 1 / $1::int as broken', [0]),
          send(client, 'select 3 as first_seen_behind_a_failure'),
        ]);
        expect(results.map(reasonOf)).toEqual(['none', '22012', '25P02']);
      }
      expect((await send(client, 'select 1 / $1::int as broken', [1])).rows).toEqual([{ broken: 1 }]);
      expect((await send(client, 'select 3 as first_seen_behind_a_failure')).rows).toEqual([{ first_seen_behind_a_failure: 3 }]);
    });
  });

  test('one that does not parse is not remembered as prepared', async () => {
    await onOneConnection(async (client) => {
      const table = `flight_${randomUUID().replaceAll('-', '')}`;
      const read = () => send(client, `select n from ${table}`);
      await expect(read()).rejects.toMatchObject({ code: '42P01' });
      await send(client, `create temporary table ${table} as select 7 as n`);
      expect((await read()).rows).toEqual([{ n: 7 }]);
    });
  });

  test('a value that cannot be sent fails its statement alone, in the words of its caller', async () => {
    await onOneConnection(async (client) => {
      const circular: Record<string, unknown> = {};
      circular['itself'] = circular;
      const results = await Promise.allSettled([send(client, 'select 1 as one'), send(client, 'select $1::json', [circular]), send(client, 'select 2 as two')]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      await expect(send(client, 'select 1 / 0')).rejects.toMatchObject({ stack: expect.stringContaining('flight.test.ts') });
    });
  });

  test('all fail when the connection breaks, and the pool opens another', async () => {
    const client = await pool.connect();
    // The pool hears of it through the release below; without a listener the error would be nobody's.
    client.on('error', () => undefined);
    const results = await Promise.allSettled([send(client, 'select pg_terminate_backend(pg_backend_pid())'), send(client, 'select 1 as one')]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    client.release(true);
    await onOneConnection(async (next) => {
      expect((await send(next, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
    });
  });
});
