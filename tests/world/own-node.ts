import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '@selvedge/directus/launch/paths.ts';
import { findFreePorts } from '@selvedge/directus/launch/ports.ts';
import { asRole, ensureDatabases, withClient } from '@selvedge/directus/launch/postgres-roles.ts';
import type { Secrets } from '@selvedge/directus/launch/secrets.ts';
import { answersPing } from '@selvedge/directus/launch/stack-process.ts';
import { eventually } from '@selvedge/seed/client.ts';
import type { TestStack } from '../stack/connect.ts';

type Env = Readonly<Record<string, string>>;

/** A database beside those of the stack, and what a node needs to live on it. */
export interface OwnDatabase {
  readonly ownerUrl: string;
  readonly env: Env;
  ask<R extends Record<string, unknown>>(sql: string): Promise<R[]>;
  drop(): Promise<void>;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Of the server that the stack's databases live on. */
export function superuserOf(stack: TestStack): { readonly url: string; readonly passwords: Secrets['postgres'] } {
  const { postgres: passwords } = JSON.parse(readFileSync(path.join(stack.logFolder, '../secrets.json'), 'utf8')) as Secrets;
  return { url: asRole(stack.nodes[0]!.ownerUrl, 'postgres', passwords.superuser, 'postgres'), passwords };
}

/** Makes an empty database. @param env what differs from the stack's own settings */
export async function makeOwnDatabase(stack: TestStack, name: string, env: Env): Promise<OwnDatabase> {
  const { url, passwords } = superuserOf(stack);
  const { ownerUrl, appUrl } = (await ensureDatabases(url, [name], passwords)).get(name)!;
  const redis = new URL(stack.redisUrl);
  redis.pathname = '/7';
  const [port = 0] = await findFreePorts(1);
  const { SEED_PASSWORD: _seeds, ...ofStack } = stack.nodes[0]!.env;
  return {
    ownerUrl,
    env: {
      ...ofStack,
      SELVEDGE_SEED: 'none',
      SELVEDGE_PORT: String(port),
      SELVEDGE_PUBLIC_URL: `http://127.0.0.1:${port}`,
      SELVEDGE_CRM_URL: `http://127.0.0.1:${port}`,
      ...env,
      DATABASE_URL: ownerUrl,
      DATABASE_APP_URL: appUrl,
      // What it queues must not be found by the stack's own worker.
      REDIS_URL: redis.href,
    },
    ask: (sql) =>
      withClient(ownerUrl, async (client) => {
        await client.query(`select set_config('app.user_id', 'system', false)`);
        return (await client.query(sql)).rows as never;
      }),
    drop: () =>
      withClient(url, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

const start = (file: string, env: Env): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path.resolve(repositoryRoot, file)], {
    cwd: repositoryRoot,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs one of our programs to its end. */
export function runToEnd(file: string, env: Env): Promise<Ended> {
  const child = start(file, env);
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      said[name] += chunk;
    });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said })));
}

export interface OwnProcess {
  /** What it has printed and logged so far. */
  said(): string;
  stop(): Promise<void>;
}

async function startReady(what: string, file: string, env: Env, isReady: (said: string) => boolean | Promise<boolean>): Promise<OwnProcess> {
  const child = start(file, env);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    await eventually(
      what,
      async () => isReady(said),
      (ready) => ready || child.exitCode !== null,
      50_000,
    );
    if (child.exitCode !== null) throw new Error(`${file} ended by itself:\n${said}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { said: () => said, stop };
}

/** Starts a Directus node and waits until it answers. */
export async function startOwnNode(env: Env): Promise<OwnProcess & { readonly url: string }> {
  const url = `http://127.0.0.1:${env['SELVEDGE_PORT'] ?? ''}`;
  const node = await startReady('an answer of the node', 'directus/launch/node.ts', env, () => answersPing(url));
  return { ...node, url };
}

export const startOwnWorker = (env: Env): Promise<OwnProcess> => startReady('the worker', 'directus/launch/worker.ts', env, (said) => /^ready$/m.test(said));
