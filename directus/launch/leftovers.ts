import { deleteData } from './delete-data.ts';
import { isAlive } from './process-identity.ts';
import { readRunning, removeRunning } from './running-file.ts';
import { StartRefused } from './start-refused.ts';
import { stopProcesses } from './stop-processes.ts';

/**
 * Stops what a killed launcher left running.
 * @returns how many processes were stopped
 * @throws StartRefused when that launcher still lives: two on one data folder would ruin each other's data
 */
export async function clearLeftovers(file: string): Promise<number> {
  const running = readRunning(file);
  if (!running) return 0;
  if (running.launcher.pid !== process.pid && isAlive(running.launcher)) {
    throw new StartRefused(`Selvedge already runs from this folder (process ${running.launcher.pid}); stop that one first.`);
  }
  const left = running.processes.filter(isAlive);
  await stopProcesses(left);
  removeRunning(file);
  if (running.deleteFolder !== null) await deleteData(running.deleteFolder);
  return left.length;
}
