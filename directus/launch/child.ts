import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readSync, renameSync, statSync, fstatSync } from 'node:fs';
import path from 'node:path';
import type { Tier } from './running-file.ts';

export interface ChildSpec {
  readonly name: string;
  readonly tier: Tier;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly uid?: number;
  readonly gid?: number;
  /** What asks it to stop; SIGTERM when absent. */
  readonly stopSignal?: NodeJS.Signals;
  /** A Node process of ours: gets a channel over which it may say `ready`, and leaves when the channel breaks. */
  readonly channel?: boolean;
}

const largestLogBytes = 5 * 1024 ** 2;

/** Appends to the log of earlier runs, until that is too large to be worth keeping. */
function openLog(folder: string, name: string): { fd: number; file: string; from: number } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${name}.log`);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLogBytes) renameSync(file, `${file}.1`);
  const fd = openSync(file, 'a');
  return { fd, file, from: fstatSync(fd).size };
}

/** One started process with its log. Leads its own process group, so Ctrl-C in the terminal reaches the launcher alone. */
export class Child {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  readonly process: ChildProcess;
  /** Resolves with what ended it; never rejects. */
  readonly ended: Promise<string>;
  isReady = false;
  hasEnded = false;
  exitCode: number | null = null;
  readonly #logFrom: number;

  constructor(spec: ChildSpec, logFolder: string, stdout: 'log' | 'pipe' = 'log') {
    const log = openLog(logFolder, spec.name);
    this.name = spec.name;
    this.logFile = log.file;
    this.#logFrom = log.from;
    this.process = spawn(spec.command, spec.args, {
      cwd: spec.cwd,
      env: { ...spec.env },
      detached: true,
      ...(spec.uid !== undefined && spec.gid !== undefined ? { uid: spec.uid, gid: spec.gid } : {}),
      stdio: ['ignore', stdout === 'pipe' ? 'pipe' : log.fd, log.fd, ...(spec.channel ? (['ipc'] as const) : [])],
    });
    closeSync(log.fd);
    this.pid = this.process.pid ?? -1;
    this.process.on('message', (message) => {
      if (message === 'ready') this.isReady = true;
    });
    this.ended = new Promise((resolve) => {
      this.process.once('error', (error) => {
        this.hasEnded = true;
        resolve(error.message);
      });
      this.process.once('exit', (code, signal) => {
        this.hasEnded = true;
        this.exitCode = code;
        resolve(signal ? `was ended by ${signal}` : `ended with code ${code ?? '?'}`);
      });
    });
  }

  /** What it has logged since this start, at most the last 64 KB. */
  output(): string {
    const fd = openSync(this.logFile, 'r');
    try {
      const { size } = fstatSync(fd);
      const from = Math.max(this.#logFrom, size - 65_536);
      const buffer = Buffer.alloc(Math.max(0, size - from));
      readSync(fd, buffer, 0, buffer.length, from);
      return buffer.toString('utf8');
    } finally {
      closeSync(fd);
    }
  }

  lastLines(count = 15): string {
    const lines = this.output().trimEnd().split('\n');
    return lines
      .slice(-count)
      .map((line) => `    ${line}`)
      .join('\n');
  }

  /** A line that is just `ready`, or the same over the channel. */
  saysReady(): boolean {
    return this.isReady || /^ready$/m.test(this.output());
  }
}
