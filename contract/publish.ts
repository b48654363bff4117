import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatted } from '../scripts/formatted.mjs';
import { contractDocument } from './document.ts';
import { jsonSchemaOf } from './hash.ts';
import { events } from './index.ts';
import { addRelease, type Ledger } from './ledger.ts';
import { currentLock, refuseRelock, type ContractLock } from './lock.ts';

/** Where the document stands: the master and a copy in each system, byte for byte the same. */
export const DOCUMENT_PATHS = [
  'contract/docs/integration_contract_v1.md',
  'extensions/crm/docs/integration_contract_v1.md',
  'extensions/wms/docs/integration_contract_v1.md',
] as const;
export const LOCK_PATH = 'contract/contract.lock.json';
export const LEDGER_PATH = 'contract/released.json';
export const SCHEMA_PATH = 'contract/docs/events.schema.json';

/** Writes document, copies, JSON Schemas, lock and ledger. @throws Error when the version was not raised for a change */
async function publish(root: string): Promise<void> {
  const lockFile = path.join(root, LOCK_PATH);
  const now = currentLock();
  if (existsSync(lockFile)) {
    const refusal = refuseRelock(JSON.parse(await readFile(lockFile, 'utf8')) as ContractLock, now);
    if (refusal) throw new Error(refusal);
  }
  const ledgerFile = path.join(root, LEDGER_PATH);
  const ledger = addRelease(existsSync(ledgerFile) ? (JSON.parse(await readFile(ledgerFile, 'utf8')) as Ledger) : {}, now);
  for (const file of DOCUMENT_PATHS) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), contractDocument());
  }
  const schemas = Object.fromEntries(events.map((event) => [event.type, jsonSchemaOf(event)]));
  for (const [file, content] of [
    [path.join(root, SCHEMA_PATH), schemas],
    [lockFile, now],
    [ledgerFile, ledger],
  ] as const)
    await writeFile(file, await formatted(file, JSON.stringify(content, null, 2)));
}

if (process.argv[1] === import.meta.filename) {
  try {
    await publish(path.resolve(import.meta.dirname, '..'));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}
