import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from './packages-stamp.mjs';
import { stopWith } from './stop-with.mjs';

// Plain and alone: it must work when nothing else does.
const dataDir = path.resolve(repositoryRoot, process.env.SELVEDGE_DATA_DIR || '.data');

function isRunning() {
  try {
    const { launcher, processes } = JSON.parse(readFileSync(path.join(dataDir, 'running.json'), 'utf8'));
    return [launcher, ...processes].some(({ pid }) => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    });
  } catch {
    return false;
  }
}

if (!existsSync(dataDir)) {
  process.stdout.write('There is no local data; nothing to reset.\n');
} else if (process.env.SELVEDGE_DATA_DIR && !existsSync(path.join(dataDir, 'secrets.json'))) {
  stopWith(`${dataDir} does not look like a data folder of Selvedge; delete it by hand if you are sure.`);
} else if (isRunning()) {
  stopWith('Selvedge is running on this data; stop it first with Ctrl-C.');
} else {
  try {
    const outside = path.join(dataDir, 'postgres-outside');
    if (existsSync(outside)) rmSync(readFileSync(outside, 'utf8').trim(), { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
    rmSync(path.join(repositoryRoot, '.build'), { recursive: true, force: true });
    process.stdout.write('Deleted: databases, mail, files, logs and secrets of the local run. The next "npm start" begins anew.\n');
  } catch (error) {
    stopWith(`${dataDir} could not be deleted (${error.code ?? error.message}); run this as the user that started Selvedge.`);
  }
}
