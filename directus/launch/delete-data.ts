import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';

/** Deletes a data folder, and the database where that had to live elsewhere (see postgres-account.ts). */
export async function deleteData(dataDir: string): Promise<void> {
  const outside = await readFile(path.join(dataDir, 'postgres-outside'), 'utf8').catch(() => undefined);
  if (outside !== undefined) await rm(outside.trim(), { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
}
