import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { PROJECT_ROOT } from './project-root.ts';

const APP = path.join(PROJECT_ROOT, 'admin');
/** The app's own vite; Directus brings an older one to the root. */
const VITE = path.join(path.dirname(createRequire(path.join(APP, 'package.json')).resolve('vite/package.json')), 'bin', 'vite.js');
const STAMP = path.join(APP, 'dist', '.built-from');
/** Smaller files are not worth a second copy. */
const ZIP_FROM_BYTES = 1_024;

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** A hash over everything the app is built from. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const single = ['index.html', 'package.json', 'tsconfig.json', 'vite.config.ts', '../package-lock.json'].map((name) =>
    path.join(APP, name),
  );
  for (const file of [...(await filesBelow(path.join(APP, 'src'))), ...(await filesBelow(path.join(APP, 'public'))), ...single]) {
    hash.update(path.relative(APP, file)).update(await readFile(file));
  }
  return hash.digest('hex');
}

function runVite(): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = spawn(process.execPath, [VITE, 'build', '--logLevel', 'warn'], {
      cwd: APP,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    vite.on('error', reject);
    vite.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The app could not be built: vite ended with ${code ?? 'a signal'}.`)),
    );
  });
}

/** Zipped once here instead of at every request. */
async function zip(): Promise<void> {
  for (const file of await filesBelow(path.join(APP, 'dist'))) {
    if (!/\.(js|css|html|svg|json)$/.test(file)) continue;
    const content = await readFile(file);
    if (content.length >= ZIP_FROM_BYTES) await writeFile(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

/**
 * Builds the app where its source differs from what was built last.
 * @throws Error when vite fails
 */
export async function buildApp(): Promise<void> {
  const wanted = await fingerprint();
  if (existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === wanted) return;
  process.stdout.write('Building the app …\n');
  await runVite();
  await zip();
  await writeFile(STAMP, wanted);
}
