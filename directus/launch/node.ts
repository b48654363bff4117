import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { allowTestDomain } from './allow-test-domain.ts';
import { readConfig, ConfigInvalid } from './config.ts';
import { directusEnvironment } from './directus-environment.ts';
import { loadFaster } from './load-faster.ts';
import { PROJECT_ROOT } from './project-root.ts';

/** Starts one Directus node with the Selvedge extension. */
try {
  const config = readConfig(process.env);
  process.chdir(PROJECT_ROOT);
  mkdirSync(path.resolve(PROJECT_ROOT, config.SELVEDGE_FILES_DIR), { recursive: true });
  Object.assign(process.env, directusEnvironment(config, 'app'));
  if (config.SELVEDGE_DEMO) allowTestDomain();
} catch (error) {
  process.stderr.write(`${error instanceof ConfigInvalid ? error.message : String(error)}\n`);
  process.exit(1);
}
loadFaster();
// Imported only now: Directus reads the environment as soon as it is loaded.
// A computed name, because the module carries no types.
const server: string = '@directus/api/server';
const { startServer } = (await import(server)) as { startServer: () => Promise<void> };
await startServer();
