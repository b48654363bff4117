import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { deliver } from '@selvedge/kernel/delivery/deliver.ts';
import { createPool, createSystemStatements } from '@selvedge/kernel/database/pool.ts';
import { systemClock } from '@selvedge/kernel/clock.ts';
import { SecretStore } from '@selvedge/kernel/signature/secrets.ts';
import { eventually } from '@selvedge/seed/client.ts';
import { envelope } from '../world/event-sender.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
const { env, databaseUrl } = world.stack.nodeOf('crm');
const pool = createPool(databaseUrl, 2, 'selvedge-test');
const statements = createSystemStatements(databaseUrl, 1, 'selvedge-test');
const secrets = new SecretStore(pool, env['SELVEDGE_SECRETS_KEY'] as string);
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

let answered = 500;
let server: Server;
const urlOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const NOBODY = 'http://127.0.0.1:1';

beforeAll(async () => {
  server = createServer((request, response) => request.resume().on('end', () => response.writeHead(answered).end()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await Promise.all([pool.end(), statements.end(), world.close()]);
});

interface Waiting {
  status: string;
  attempts: number;
  unreachable: boolean;
  next_attempt_at: Date;
}
const rowOf = (id: string) =>
  world.look('crm', (tx) =>
    tx.one<Waiting & Record<string, unknown>>('select status, attempts, unreachable, next_attempt_at from kernel.outbox where id = $1', [id]),
  );

/** An event that failed twice before and fails once more in the way that `urlTo` fails: the next attempt is two minutes off. */
async function failedAt(urlTo: string): Promise<string> {
  const event = envelope({ type: 'test.retried', source: 'crm', entity: 'test', entity_id: randomUUID(), sequence: 1, data: {} });
  await world.write('crm', (tx) =>
    tx.query(
      `insert into kernel.outbox (id, source, target, type, contract_version, org_code, entity, entity_id, sequence, idempotency_key, occurred_at, body, attempts, next_attempt_at)
       values ($1, 'crm', 'wms', $2, $3, 'MOD', $4, $5, 1, $6, now(), $7, 2, now() + interval '1 hour')`,
      [event.id, event.type, event.contract_version, event.entity, event.entity_id, event.idempotency_key, JSON.stringify(event)],
    ),
  );
  await deliver({ pool, statements, secrets, clock: systemClock, log: silent, urlOf: () => urlTo, retryScale: 1 }, event.id);
  return event.id;
}

test('an event that the other side answers with an error keeps its schedule; one that found nobody there goes as soon as somebody is [SYS-1]', async () => {
  const refused: string[] = [];
  for (const status of [401, 413, 500]) {
    answered = status;
    refused.push(await failedAt(urlOf()));
  }
  const before = await Promise.all(refused.map(rowOf));
  const now = Date.now();
  for (const row of before) {
    expect(row).toMatchObject({ status: 'pending', attempts: 3, unreachable: false });
    expect(row.next_attempt_at.getTime() - now).toBeGreaterThan(60_000);
  }
  // The node that these are meant for is there all the while.
  answered = 503;
  for (const missed of [await failedAt(NOBODY), await failedAt(urlOf())])
    await eventually(
      'what found nobody to be delivered',
      () => rowOf(missed),
      ({ status }) => status === 'delivered',
    );
  expect(await Promise.all(refused.map(rowOf))).toEqual(before);
  await world.write('crm', (tx) => tx.query(`update kernel.outbox set status = 'delivered' where id = any ($1::uuid[])`, [refused]));
}, 180_000);
