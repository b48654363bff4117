import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { runVisibly } from './run-visibly.mjs';

/** @returns the full path of the first of these programs that is installed, or undefined */
export function findProgram(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  }
  return undefined;
}

const managers = [
  {
    command: 'apt-get',
    root: true,
    steps: (name) => [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', name],
    ],
  },
  { command: 'apk', root: true, steps: (name) => [['add', '--no-progress', name]] },
  { command: 'dnf', root: true, steps: (name) => [['install', '-y', '-q', name]] },
  { command: 'brew', root: false, steps: (name) => [['install', '--quiet', name]] },
];

/** How to become root: nothing to do, sudo, or (undefined) impossible. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  if (!findProgram('sudo')) return undefined;
  if (process.stdin.isTTY) return ['sudo'];
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
    return ['sudo', '-n'];
  } catch {
    return undefined;
  }
}

/**
 * Installs one package with the package manager of this system.
 * @param names the package's name by package manager
 * @returns {Promise<string | undefined>} why it did not work, or undefined when it did
 */
export async function installSystemPackage(names) {
  const manager = managers.find((one) => findProgram(one.command) && names[one.command]);
  if (!manager) return 'this system has none of apt-get, apk, dnf and brew';
  const name = names[manager.command];
  const prefix = manager.root ? rootPrefix() : [];
  if (!prefix) return `installing it needs root; run "sudo ${manager.command} ${manager.steps(name).at(-1).join(' ')}"`;
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  let last = { code: 0, output: '' };
  for (const step of manager.steps(name)) {
    const [command, ...args] = [...prefix, manager.command, ...step];
    last = await runVisibly(`${manager.command} ${step[0]}${step[0] === 'update' ? '' : ` ${name}`}`, command, args, { env: environment });
    // A list that cannot be refreshed may still be good enough; only the install counts.
  }
  if (last.code === 0) return undefined;
  const lines = last.output.trim().split('\n');
  return `${manager.command} could not install ${name}: ${lines.findLast((line) => /^E:|error|unable|failed/i.test(line)) ?? lines.at(-1)}`;
}
