import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from './paths.ts';
import { StartRefused } from './start-refused.ts';

/** Whom PostgreSQL runs as: it refuses to run as root, so root lends it an account of its own. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const accountName = 'postgres';

function find(): Account | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, accountName], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** @returns the account to switch to, or undefined when this user is not root and may run PostgreSQL itself */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = find();
  if (existing) return existing;
  for (const [command, ...args] of [
    ['useradd', '--system', '--user-group', '--shell', '/usr/sbin/nologin', accountName],
    ['adduser', '-S', '-D', '-H', accountName],
  ] as const) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      break;
    } catch {
      // The other family of tools may be there.
    }
  }
  const created = find();
  if (!created)
    throw new StartRefused(
      `PostgreSQL does not run as root and no user "${accountName}" could be created; start as another user or set DATABASE_URL.`,
    );
  return created;
}

/** Whether every folder down to `target` lets other users through. */
function isReachable(target: string): boolean {
  for (let folder = target; ; folder = path.dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

export interface PostgresPlace {
  /** Folder that holds bin/, lib/ and share/. */
  readonly native: string;
  readonly dataFolder: string;
}

/**
 * Where the programs and the data lie. A checkout under /root is closed to the lent account:
 * then both live in a folder of their own under /var/lib, recorded in the data folder for reset.
 */
export function postgresPlace(native: string, dataDir: string, account: Account | undefined): PostgresPlace {
  const inside = { native, dataFolder: path.join(dataDir, 'postgres') };
  if (!account) return inside;
  if (isReachable(path.join(native, 'bin')) && isReachable(dataDir)) return inside;
  const home = path.join('/var/lib/selvedge', createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  writeFileSync(path.join(dataDir, 'postgres-outside'), `${home}\n`);
  const copy = path.join(
    home,
    `programs-${createHash('sha256')
      .update(repositoryRoot + String(statSync(path.join(native, 'bin/postgres')).mtimeMs))
      .digest('hex')
      .slice(0, 12)}`,
  );
  if (!existsSync(copy)) {
    rmSync(`${copy}.new`, { recursive: true, force: true });
    cpSync(native, `${copy}.new`, { recursive: true, dereference: true });
    renameSync(`${copy}.new`, copy);
  }
  return { native: copy, dataFolder: path.join(home, 'data') };
}

/** Makes an empty folder that only the account may enter. */
export function giveFolder(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
}
