import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ProcessIdentity } from './process-identity.ts';

/** Nodes and workers stop first; the services they use stop after them. */
export type Tier = 'node' | 'service';

export interface RunningProcess extends ProcessIdentity {
  readonly name: string;
  readonly tier: Tier;
  readonly stopSignal: NodeJS.Signals;
}

/** What runs on a data folder, kept on disk so that it can be stopped even after the launcher was killed. */
export interface Running {
  readonly launcher: ProcessIdentity;
  /** A temporary folder that goes when the last process has. */
  readonly deleteFolder: string | null;
  readonly processes: readonly RunningProcess[];
}

export const runningFile = (dataDir: string) => path.join(dataDir, 'running.json');

export function readRunning(file: string): Running | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Running;
  } catch {
    return undefined;
  }
}

// Written synchronously: a process must be on record before anything else can happen to the launcher.
export function writeRunning(file: string, running: Running): void {
  writeFileSync(`${file}.new`, JSON.stringify(running, null, 2));
  renameSync(`${file}.new`, file);
}

export const removeRunning = (file: string) => rmSync(file, { force: true });
