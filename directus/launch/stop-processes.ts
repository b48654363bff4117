import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './process-identity.ts';
import type { RunningProcess, Tier } from './running-file.ts';

/** Together under the 10 s a person waits after Ctrl-C before reaching for something harsher. */
const patienceMs: Readonly<Record<Tier, number>> = { node: 6_000, service: 3_500 };

/** Signals a process and all it started: each of ours leads a process group of its own. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // Already gone.
  }
}

async function stopTier(processes: readonly RunningProcess[], patience: number): Promise<void> {
  const alive = processes.filter(isAlive);
  for (const { pid, stopSignal } of alive) signalGroup(pid, stopSignal);
  const deadline = performance.now() + patience;
  while (alive.some(isAlive) && performance.now() < deadline) await sleep(30);
  // Also after a clean end: what a process left behind in its group goes with it.
  for (const { pid } of alive) signalGroup(pid, 'SIGKILL');
  while (alive.some(isAlive) && performance.now() < deadline + 1_000) await sleep(20);
}

/** Stops nodes and workers, then the services they used; asks first, kills what does not listen. */
export async function stopProcesses(processes: readonly RunningProcess[]): Promise<void> {
  for (const tier of ['node', 'service'] as const) {
    await stopTier(
      processes.filter((one) => one.tier === tier),
      patienceMs[tier],
    );
  }
}
