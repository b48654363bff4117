import { writeFile } from 'node:fs/promises';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Redis } from 'ioredis';
import { reasonOf, StartRefused } from './start-refused.ts';
import type { Supervisor } from './supervise.ts';

/** @returns undefined when Redis answers, else why not */
async function ping(redisUrl: string, timeoutMs: number): Promise<string | undefined> {
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: timeoutMs,
    commandTimeout: timeoutMs,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  let reason = 'no connection';
  // ioredis reports the cause of a failed connection only as an event.
  redis.on('error', (error: Error) => {
    reason = reasonOf(error);
  });
  try {
    await redis.connect();
    await redis.ping();
    return undefined;
  } catch (error) {
    return reason === 'no connection' ? reasonOf(error) : reason;
  } finally {
    redis.disconnect();
  }
}

/** @throws StartRefused when the Redis of REDIS_URL does not answer */
export async function useExternalRedis(redisUrl: string): Promise<string> {
  if (!URL.canParse(redisUrl)) throw new StartRefused('REDIS_URL is not a URL; it looks like redis://127.0.0.1:6379.');
  const problem = await ping(redisUrl, 5_000);
  if (problem === undefined) return redisUrl;
  throw new StartRefused(
    `REDIS_URL does not answer at ${new URL(redisUrl).host}: ${problem}. Start that Redis, correct REDIS_URL, or unset it to use an embedded one.`,
  );
}

function findRedisServer(): string {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    for (const name of ['redis-server', 'valkey-server']) {
      const file = path.join(folder, name);
      if (folder !== '' && existsSync(file)) return file;
    }
  }
  throw new StartRefused(
    'redis-server is not installed: install it with the package manager of this system, or set REDIS_URL, or use docker compose.',
  );
}

export interface EmbeddedRedisOptions {
  readonly name: string;
  readonly folder: string;
  readonly port: number;
  readonly password: string;
}

/** Starts a private Redis that keeps its data across starts. @returns its URL */
export async function startEmbeddedRedis(supervisor: Supervisor, { name, folder, port, password }: EmbeddedRedisOptions): Promise<string> {
  const command = findRedisServer();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lines = [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir "${folder}"`,
    'daemonize no',
    'appendonly yes',
    'save ""',
    // Queues and locks: refuse writes when full rather than forget some of them.
    'maxmemory-policy noeviction',
    'loglevel warning',
  ];
  // A file, because a password among the arguments shows in the list of processes.
  const file = path.join(folder, 'redis.conf');
  await writeFile(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  const url = `redis://:${password}@127.0.0.1:${port}`;
  await supervisor.start(
    { name, tier: 'service', command, args: [file], env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' }, cwd: folder },
    async () => (await ping(url, 500)) === undefined,
    30_000,
  );
  return url;
}
