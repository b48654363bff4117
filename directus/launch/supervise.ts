import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Child, type ChildSpec } from './child.ts';
import { launchFile } from './paths.ts';
import { identify, isAlive } from './process-identity.ts';
import { removeRunning, runningFile, writeRunning, type RunningProcess } from './running-file.ts';
import { StartRefused } from './start-refused.ts';
import { signalGroup, stopProcesses } from './stop-processes.ts';
import { saysDiskFull } from './system-refusal.ts';

export interface SupervisorOptions {
  readonly dataDir: string;
  /** Deleted after the last process has stopped, also when the launcher is killed. */
  readonly deleteFolder: string | null;
  /** A process ended that nobody had asked to. */
  readonly onUnexpectedEnd: (name: string, report: string) => void;
}

/** Thrown into a start that is going on while a stop is asked for. */
export class StopRequested extends Error {}

const diskFull = (name: string) => new StartRefused(`${name} could not go on because the disk is full; free some space and start again.`);

/** Starts processes, knows which ones run, and stops them all in order. */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #file: string;
  readonly #logFolder: string;
  readonly #watchdog: ChildProcess;
  readonly #expectedToEnd = new Set<number>();
  #processes: RunningProcess[] = [];
  #stopped: Promise<void> | undefined;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#file = runningFile(options.dataDir);
    this.#logFolder = path.join(options.dataDir, 'logs');
    this.#save();
    this.#watchdog = spawn(process.execPath, [launchFile('watchdog.ts'), this.#file], {
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#watchdog.unref();
    this.#watchdog.channel?.unref();
  }

  #save(): void {
    writeRunning(this.#file, { launcher: identify(process.pid), deleteFolder: this.#options.deleteFolder, processes: this.#processes });
  }

  #spawn(spec: ChildSpec, stdout: 'log' | 'pipe' = 'log'): Child {
    if (this.#stopped) throw new StopRequested('Stopped.');
    const child = new Child(spec, this.#logFolder, stdout);
    if (child.pid > 0) {
      this.#processes.push({ ...identify(child.pid), name: spec.name, tier: spec.tier, stopSignal: spec.stopSignal ?? 'SIGTERM' });
      this.#save();
    }
    void child.ended.then(() => {
      this.#processes = this.#processes.filter((one) => one.pid !== child.pid);
      try {
        if (!this.#stopped) this.#save();
      } catch {
        // A full disk must not end the launcher: that a process on record is gone shows when it is looked for.
      }
    });
    return child;
  }

  /**
   * Starts a process that stays, and waits until it is ready.
   * @throws StartRefused with the last lines of its log when it ends first or takes longer than `timeoutMs`
   */
  async start(spec: ChildSpec, isReady: (child: Child) => boolean | Promise<boolean>, timeoutMs = 120_000): Promise<Child> {
    const child = this.#spawn(spec);
    const deadline = performance.now() + timeoutMs;
    const problem = (what: string) =>
      saysDiskFull(child.lastLines())
        ? diskFull(spec.name)
        : new StartRefused(`${spec.name} ${what}. The end of ${child.logFile}:\n${child.lastLines()}`);
    while (!(await isReady(child))) {
      if (this.#stopped) throw new StopRequested('Stopped.');
      if (child.hasEnded) throw problem(`did not start: it ${await child.ended}`);
      if (performance.now() > deadline) {
        await this.stop(child);
        throw problem(`was not ready after ${Math.round(timeoutMs / 1000)} s`);
      }
      await sleep(60);
    }
    void child.ended.then((how) => {
      if (this.#stopped || this.#expectedToEnd.has(child.pid)) return;
      this.#options.onUnexpectedEnd(spec.name, `${spec.name} ${how}. The end of ${child.logFile}:\n${child.lastLines()}`);
    });
    return child;
  }

  /** Runs a process to its end, handing on what it prints. @throws StartRefused when it does not end with 0 */
  async run(spec: ChildSpec, onLine: (line: string) => void): Promise<void> {
    const child = this.#spawn(spec, 'pipe');
    const printed: string[] = [];
    if (child.process.stdout) {
      for await (const line of createInterface({ input: child.process.stdout })) {
        printed.push(line);
        onLine(line);
      }
    }
    const how = await child.ended;
    if (this.#stopped) throw new StopRequested('Stopped.');
    if (child.exitCode === 0) return;
    if (saysDiskFull(child.output())) throw diskFull(spec.name);
    const output = child.output().trim() === '' ? printed.slice(-15).join('\n') : child.lastLines(30);
    throw new StartRefused(`${spec.name} failed: it ${how}.\n${output}`);
  }

  /** Sends a signal that this process is meant to end by. */
  kill(child: Child, signal: NodeJS.Signals): void {
    this.#expectedToEnd.add(child.pid);
    signalGroup(child.pid, signal);
  }

  async stop(child: Child): Promise<void> {
    this.#expectedToEnd.add(child.pid);
    await stopProcesses(this.#processes.filter((one) => one.pid === child.pid));
    await child.ended;
  }

  /** Stops everything, in reverse. Can be asked for any number of times. */
  stopAll(): Promise<void> {
    this.#stopped ??= (async () => {
      await stopProcesses(this.#processes);
      if (!this.#processes.some(isAlive)) removeRunning(this.#file);
      if (this.#watchdog.connected) this.#watchdog.disconnect();
    })();
    return this.#stopped;
  }
}
