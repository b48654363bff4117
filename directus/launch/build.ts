import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { buildApp } from './build-app.ts';
import { BUILD_DIR, PROJECT_ROOT } from './project-root.ts';

/**
 * Bundles the Directus extension and the worker. Packages stay outside the bundle: only our own
 * TypeScript goes in, so a bundle takes well under a second.
 */
const common = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  sourcemap: 'inline',
  logLevel: 'warning',
  legalComments: 'none',
} as const;

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

export async function buildBundles(): Promise<void> {
  const extension = path.join(BUILD_DIR, 'extensions', 'selvedge');
  await rm(extension, { recursive: true, force: true });
  await mkdir(path.join(extension, 'dist'), { recursive: true });
  await writeFile(
    path.join(extension, 'package.json'),
    JSON.stringify({
      name: 'directus-extension-selvedge',
      version: '1.0.0',
      type: 'module',
      'directus:extension': { type: 'hook', path: 'dist/index.js', source: 'src/index.ts', host: '^11.0.0' },
    }),
  );
  await Promise.all([
    build({
      ...common,
      plugins: [externalPackages],
      entryPoints: [path.join(PROJECT_ROOT, 'directus/extension/index.ts')],
      outfile: path.join(extension, 'dist', 'index.js'),
    }),
    build({
      ...common,
      plugins: [externalPackages],
      entryPoints: [path.join(PROJECT_ROOT, 'directus/worker/main.ts')],
      outfile: path.join(BUILD_DIR, 'worker.js'),
    }),
  ]);
}

if (process.argv[1] === import.meta.filename) await Promise.all([buildBundles(), buildApp()]);
