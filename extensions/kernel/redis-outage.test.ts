import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Redis } from 'ioredis';
import { logOutages } from './redis-outage.ts';

/** Something that takes connections and says nothing: enough for a client that asks for no more. */
async function listen(port: number): Promise<{ port: number; goAway: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => sockets.add(socket));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    goAway: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

/** Unlike `once` of node:events, errors on the way do not end the waiting. */
const hears = (redis: Redis, event: 'ready' | 'reconnecting') => new Promise<void>((resolve) => void redis.once(event, () => resolve()));

const clients: Redis[] = [];
afterEach(() => clients.forEach((client) => client.disconnect()));

test('a lost connection is told of once, however often it is tried, and its return once', async () => {
  const lines: string[] = [];
  const tell = (level: string) => (fields: object, message: string) =>
    void lines.push(`${level} ${(fields as { connection: string }).connection}: ${message.split(';')[0] ?? ''}`);
  const first = await listen(0);
  const redis = new Redis({ host: '127.0.0.1', port: first.port, enableReadyCheck: false, retryStrategy: () => 5, disableClientInfo: true });
  logOutages('live updates', redis, redis, { info: tell('info'), warn: tell('warn'), error: tell('error') });
  clients.push(redis);
  await hears(redis, 'ready');
  expect(lines).toEqual([]);

  const lose = async (server: { goAway: () => Promise<void> }) => {
    await server.goAway();
    for (let tries = 0; tries < 3; tries += 1) await hears(redis, 'reconnecting');
  };
  await lose(first);
  expect(lines).toEqual(['warn live updates: Redis is out of reach']);
  const second = await listen(first.port);
  if (redis.status !== 'ready') await hears(redis, 'ready');
  expect(lines).toEqual(['warn live updates: Redis is out of reach', 'info live updates: Redis is back']);

  // Another outage is told of again.
  await lose(second);
  expect(lines.slice(2)).toEqual(['warn live updates: Redis is out of reach']);
});
