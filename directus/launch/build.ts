import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { buildApp } from './build-app.ts';
import { BUILD_DIR, PROJECT_ROOT } from './project-root.ts';

/**
 * Bundles the Directus extension and the worker. Packages stay outside the bundle: only our own
 * TypeScript goes in, so a bundle takes well under a second. A file that stays the same is not touched: another
 * stack of this checkout may be starting from it.
 */
const common = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  sourcemap: 'inline',
  logLevel: 'warning',
  legalComments: 'none',
  write: false,
} as const satisfies BuildOptions;

/** Our workspaces are packages too, but they are source to bundle. */
const externalPackages = {
  name: 'external-packages',
  setup(setup: {
    onResolve(options: { filter: RegExp }, callback: (args: { path: string }) => { path: string; external: true } | undefined): void;
  }) {
    setup.onResolve({ filter: /^[^./]/ }, ({ path: name }) =>
      name.startsWith('@selvedge/') || path.isAbsolute(name) ? undefined : { path: name, external: true },
    );
  },
};

async function put(file: string, text: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === text) return;
  await mkdir(path.dirname(file), { recursive: true });
  // Whole or not at all, for whoever reads it meanwhile.
  await writeFile(`${file}.${process.pid}`, text);
  await rename(`${file}.${process.pid}`, file);
}

async function bundle(entry: string, outfile: string): Promise<void> {
  const { outputFiles } = await build({ ...common, plugins: [externalPackages], entryPoints: [path.join(PROJECT_ROOT, entry)], outfile });
  for (const { path: file, text } of outputFiles) await put(file, text);
}

export async function buildBundles(): Promise<void> {
  const extension = path.join(BUILD_DIR, 'extensions', 'selvedge');
  await put(
    path.join(extension, 'package.json'),
    JSON.stringify({
      name: 'directus-extension-selvedge',
      version: '1.0.0',
      type: 'module',
      'directus:extension': { type: 'hook', path: 'dist/index.js', source: 'src/index.ts', host: '^11.0.0' },
    }),
  );
  await Promise.all([
    bundle('directus/extension/index.ts', path.join(extension, 'dist', 'index.js')),
    bundle('directus/worker/main.ts', path.join(BUILD_DIR, 'worker.js')),
  ]);
}

if (process.argv[1] === import.meta.filename) await Promise.all([buildBundles(), buildApp()]);
