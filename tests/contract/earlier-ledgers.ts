import { execFileSync } from 'node:child_process';
import type { Ledger } from '@selvedge/contract/ledger.ts';

/**
 * The ledger as each commit left it, the oldest first.
 * @returns undefined where no repository is at hand, as in an unpacked archive
 */
export function earlierLedgers(root: string, file: string): Ledger[] | undefined {
  const git = (...args: string[]) =>
    // The checkout may belong to another user than the one that tests it, as in a container.
    execFileSync('git', ['-c', 'safe.directory=*', ...args], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    git('rev-parse', '--verify', 'HEAD');
  } catch {
    return undefined;
  }
  const commits = git('log', '--full-history', '--reverse', '--diff-filter=AM', '--format=%H', '--', file).split('\n').filter(Boolean);
  return commits.map((commit) => JSON.parse(git('show', `${commit}:./${file}`)) as Ledger);
}
