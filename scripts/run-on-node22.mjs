import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { repositoryRoot } from './packages-stamp.mjs';

/**
 * Hands over to a TypeScript entry on Node 22 and ends as it ends.
 * @param {{ node: string, env: Record<string, string> }} machine  what `prepareMachine` found
 * @param {string} entry  path from the root of the repository
 */
export function runOnNode22({ node, env }, entry, args = process.argv.slice(2)) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', path.join(repositoryRoot, entry), ...args], {
    cwd: repositoryRoot,
    env: { ...process.env, ...env },
    // The channel breaks when this process is killed; the other side then stops as if asked to.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const stop = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));

  // npm that is killed passes nothing on; its child can only notice that it was given another parent.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => {
      if (process.ppid !== parent) stop('SIGTERM');
    }, 1_000).unref();
  }
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
}
