import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installPackages } from './install-packages.mjs';
import { repositoryRoot } from './packages-stamp.mjs';
import { stopWith } from './stop-with.mjs';
import { findProgram, installSystemPackage } from './system-package.mjs';

const redisPackages = { 'apt-get': 'redis-server', apk: 'redis', dnf: 'redis', brew: 'redis' };
const chromiumPackages = { 'apt-get': 'chromium', apk: 'chromium', dnf: 'chromium', brew: 'chromium' };

function requireNode20() {
  if (Number(process.versions.node.split('.')[0]) >= 20) return;
  stopWith(`Node ${process.versions.node} is too old to begin with; install Node 20 or later (Selvedge then brings its own Node 22).`);
}

/** The Node 22 that came with the packages: everything but these scripts runs on it. */
function findNode22() {
  const file = ['node_modules/node/bin/node', 'node_modules/.bin/node']
    .map((one) => path.join(repositoryRoot, one))
    .find((one) => existsSync(one));
  if (!file) stopWith('Node 22 did not come with the packages; delete the folder node_modules and run this again.');
  try {
    const version = execFileSync(file, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    if (version.startsWith('v22.')) return file;
    return stopWith(`${file} is Node ${version}, not 22; delete the folder node_modules and run this again.`);
  } catch {
    return stopWith(`${file} does not run on this system; on systems without glibc, such as Alpine, use docker compose.`);
  }
}

async function requireRedis() {
  if (process.env.REDIS_URL || findProgram('redis-server', 'valkey-server')) return;
  const problem = await installSystemPackage(redisPackages);
  if (!problem && findProgram('redis-server', 'valkey-server')) return;
  stopWith(
    `redis-server is missing and could not be installed: ${problem ?? 'it is not in the PATH'}. Or set REDIS_URL to a Redis of your own, or use docker compose.`,
  );
}

async function requireChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const runs = (file) => {
    // On Ubuntu the package is a stub that only points to a snap: being there does not mean that it runs.
    try {
      execFileSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 });
      return true;
    } catch {
      return false;
    }
  };
  const find = () => names.map((name) => findProgram(name)).find((file) => file && runs(file));
  const given = process.env.CHROMIUM_PATH;
  if (given && !runs(given)) stopWith(`CHROMIUM_PATH is "${given}", which does not run; correct or unset it.`);
  const found = given ?? find();
  if (found) return found;
  const problem = await installSystemPackage(chromiumPackages);
  return (
    find() ??
    stopWith(
      `Chromium is missing, which the browser tests need, and could not be installed: ${problem ?? 'it does not run'}. Or set CHROMIUM_PATH.`,
    )
  );
}

/**
 * Makes sure that everything is here that the next step needs, installing what is missing.
 * @param {{ redis?: boolean, browser?: boolean }} needs
 * @returns {Promise<{ node: string, env: Record<string, string> }>} Node 22, and what to add to its environment
 */
export async function prepareMachine({ redis = false, browser = false } = {}) {
  requireNode20();
  await installPackages();
  const node = findNode22();
  if (redis) await requireRedis();
  return { node, env: browser ? { CHROMIUM_PATH: await requireChromium() } : {} };
}
