import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { LauncherConfig } from './config.ts';
import { repositoryRoot } from './paths.ts';
import type { StackOptions } from './stack.ts';

export interface DataFolder {
  readonly dataDir: string;
  /** Made for this run, and deleted after it. */
  readonly temporary: boolean;
}

/** Makes the folder of data, logs and secrets where it is missing. @throws Error of the system when it cannot be had (see system-refusal.ts) */
export function openDataFolder(options: StackOptions, settings: LauncherConfig): DataFolder {
  const temporary = options.ports === 'free' && options.dataDir === undefined;
  const dataDir = temporary
    ? mkdtempSync(path.join(os.tmpdir(), 'selvedge-'))
    : path.resolve(repositoryRoot, options.dataDir ?? settings.SELVEDGE_DATA_DIR);
  mkdirSync(dataDir, { recursive: true });
  // Others may pass through, to the database's own folder, but see nothing here.
  chmodSync(dataDir, 0o711);
  return { dataDir, temporary };
}
