import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const read = (file) => readFileSync(path.join(repositoryRoot, file), 'utf8');
const stampFile = 'node_modules/.selvedge-stamp';

const lockHash = () => createHash('sha256').update(read('package-lock.json')).digest('hex');

/** Whether npm's own record of what it installed has every package of the lock file in that version. */
function recordMatches() {
  const { packages: wanted } = JSON.parse(read('package-lock.json'));
  const { packages: installed } = JSON.parse(read('node_modules/.package-lock.json'));
  return Object.entries(wanted).every(([place, { version, link, optional, peer }]) => {
    // Links are our own folders; packages for other systems are rightly absent.
    if (!place.includes('node_modules/') || link || optional || peer) return true;
    return installed[place]?.version === version;
  });
}

/** Whether the installed packages are those of package-lock.json, however they came there. */
export function packagesAreCurrent() {
  try {
    if (read(stampFile) === lockHash()) return true;
  } catch {
    // Installed by hand, or not at all.
  }
  try {
    if (!recordMatches()) return false;
    stampPackages();
    return true;
  } catch {
    return false;
  }
}

/** Remembers that the packages are current, which spares the comparison next time. */
export const stampPackages = () => writeFileSync(path.join(repositoryRoot, stampFile), lockHash());
