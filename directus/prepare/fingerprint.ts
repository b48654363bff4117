import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gateNames, gates } from '@selvedge/rules/index.ts';
import { readCases } from '@selvedge/rules/read-cases.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** A hash over everything the schema and access are made from; equal means there is nothing to apply. */
export async function schemaFingerprint(systems: readonly string[], directusVersion: string): Promise<string> {
  const hash = createHash('sha256').update(`${directusVersion} ${systems.join(',')}`);
  for (const folder of ['model', 'access', 'migrations', 'prepare']) {
    const files = await readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true });
    const names = files.filter((file) => file.isFile()).map((file) => path.join(file.parentPath, file.name));
    for (const name of names.sort()) hash.update(path.relative(ROOT, name)).update(await readFile(name));
  }
  // The defaults of the gates are kept in the database as well.
  for (const name of gateNames) hash.update(name).update(JSON.stringify([gates[name].policy, readCases(name)]));
  return hash.digest('hex');
}
