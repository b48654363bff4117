import { statfsSync } from 'node:fs';
import { packagesAreCurrent, repositoryRoot, stampPackages } from './packages-stamp.mjs';
import { runVisibly } from './run-visibly.mjs';
import { stopWith } from './stop-with.mjs';

const neededBytes = 2.5 * 1024 ** 3;

function requireSpace() {
  const { bavail, bsize } = statfsSync(repositoryRoot);
  const freeBytes = bavail * bsize;
  if (freeBytes >= neededBytes) return;
  stopWith(
    `Only ${Math.floor(freeBytes / 1024 ** 2)} MB are free on the disk that holds ${repositoryRoot}; the packages need 2.5 GB. Free some space and run this again.`,
  );
}

function explain(output) {
  if (/ENOSPC/.test(output)) return 'The packages could not be installed: the disk is full. Free some space and run this again.';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output)) {
    return 'The packages could not be installed: the package registry cannot be reached. Check the network (or the proxy settings of npm) and run this again.';
  }
  if (/spawn npm ENOENT/.test(output))
    return 'The packages could not be installed: npm is not in the PATH. Install npm and run this again.';
  if (/EACCES|EPERM/.test(output)) return `The packages could not be installed: this user may not write to ${repositoryRoot}.`;
  if (/in sync|EUSAGE/.test(output))
    return 'The packages could not be installed: package.json and package-lock.json disagree. Run "npm install" and commit the lock file.';
  const lines = output.trimEnd().split('\n').slice(-15).join('\n');
  return `${lines}\nThe packages could not be installed; the lines above are the end of what "npm ci" said.`;
}

/** Installs the packages when they are missing or older than package-lock.json. */
export async function installPackages() {
  if (packagesAreCurrent()) return;
  requireSpace();
  // npm names itself to the scripts it runs; without it the one in the PATH is used.
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm && /npm-cli\.[cm]?js$/.test(npm) ? [process.execPath, npm] : ['npm'];
  const { code, output } = await runVisibly(
    'Installing packages (about 3 minutes the first time)',
    command,
    [...first, 'ci', '--loglevel=error'],
    {
      cwd: repositoryRoot,
    },
  );
  if (code !== 0) stopWith(explain(output));
  stampPackages();
}
