import { statfs } from 'node:fs/promises';
import { StartRefused } from './start-refused.ts';

const leastFreeBytes = 1024 ** 3;

/** @throws StartRefused when the disk that holds `folder` has under 1 GB left: a database that runs full stops in the middle of a write */
export async function requireFreeSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const freeBytes = bavail * bsize;
  if (freeBytes >= leastFreeBytes) return;
  const freeMb = Math.floor(freeBytes / 1024 ** 2);
  throw new StartRefused(
    `Only ${freeMb} MB are free on the disk that holds ${folder}; Selvedge needs at least 1 GB. Free some space and start again.`,
  );
}
