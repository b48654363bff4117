import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { chown, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { giveFolder, type Account } from './postgres-account.ts';
import { processMark } from './process-identity.ts';
import { reasonOf, StartRefused } from './start-refused.ts';
import { saysDiskFull } from './system-refusal.ts';

/** One language for messages, whatever the surroundings say. */
export const postgresEnvironment = () => ({ PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' });

/** Creates the cluster aside and renames it: a first start that is killed half-way leaves nothing half-made. */
export async function createCluster(native: string, dataFolder: string, account: Account | undefined, password: string): Promise<void> {
  const fresh = `${dataFolder}.new`;
  await rm(fresh, { recursive: true, force: true });
  giveFolder(fresh, account);
  const passwordFile = `${dataFolder}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  const args = ['--pgdata', fresh, '--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256', '--encoding', 'UTF8'];
  // The built-in locale sorts and compares the same on every machine, whatever its system locales are.
  args.push('--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C', '--no-instructions');
  try {
    await promisify(execFile)(path.join(native, 'bin/initdb'), args, { cwd: fresh, env: postgresEnvironment(), ...account });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    if (saysDiskFull(stderr ?? ''))
      throw new StartRefused(
        `The disk is full: the database folder ${dataFolder} could not be created; free some space and start again.`,
        error,
      );
    throw new StartRefused(
      `The database folder ${dataFolder} could not be created: ${stderr?.trim().split('\n').at(-1) ?? reasonOf(error)}`,
      error,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(fresh, dataFolder);
}

/** @throws StartRefused when another major version wrote the data: this one could not read it */
export async function requireSameMajor(native: string, dataFolder: string): Promise<void> {
  const written = readFileSync(path.join(dataFolder, 'PG_VERSION'), 'utf8').trim();
  const { stdout } = await promisify(execFile)(path.join(native, 'bin/postgres'), ['--version'], { env: postgresEnvironment() });
  const brought = /(\d+)/.exec(stdout)?.[1];
  if (written === brought) return;
  throw new StartRefused(
    `${dataFolder} was written by PostgreSQL ${written}, this version brings ${brought ?? 'another'}; dump it with the old one, or run "npm run reset" to begin anew.`,
  );
}

const SOCKET_LOCK = /^\.s\.PGSQL\.\d+\.lock$/;

/** After kill -9 the files may name a number that another program has meanwhile; PostgreSQL would wait for that one forever. */
export function removeStaleLocks(dataFolder: string): void {
  const locks = readdirSync(dataFolder).filter((name) => name === 'postmaster.pid' || SOCKET_LOCK.test(name));
  for (const file of locks.map((name) => path.join(dataFolder, name))) {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    if (processMark(pid) === undefined || !isPostgres(pid)) rmSync(file, { force: true });
  }
}

/** What the address of a socket may hold, in bytes: 104 on macOS, 108 on Linux, with the zero at its end. */
const LONGEST_SOCKET = 103;

/**
 * Where the socket lies: in the data folder, which is open to PostgreSQL and to whoever started it, and to nobody
 * else. A statement costs a tenth less by it than over TCP, which stays open for tools.
 * @returns undefined where a socket cannot lie there, its path being too long or not to be written in a setting
 */
export const socketFolderIn = (dataFolder: string): string | undefined =>
  process.platform !== 'win32' &&
  /^[\w./-]+$/.test(dataFolder) &&
  Buffer.byteLength(path.join(dataFolder, '.s.PGSQL.65535')) <= LONGEST_SOCKET
    ? dataFolder
    : undefined;

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}
