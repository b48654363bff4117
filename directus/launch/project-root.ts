import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of the root package.json, found upwards: this code runs from source and from a bundle. */
function findRoot(start: string): string {
  for (let folder = start; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'docker-compose.yml')) && existsSync(path.join(folder, 'package.json'))) return folder;
  }
  throw new Error(`No Selvedge project above ${start}.`);
}

export const PROJECT_ROOT = findRoot(import.meta.dirname);
export const BUILD_DIR = path.join(PROJECT_ROOT, '.build');
