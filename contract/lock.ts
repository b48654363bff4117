import { createHash } from 'node:crypto';
import { contractDocument, HISTORY } from './document.ts';
import { jsonSchemaOf } from './hash.ts';
import { events } from './index.ts';
import { CONTRACT_VERSION } from './version.ts';

/** What is locked: the document and every schema, under one version. */
export interface ContractLock {
  readonly version: string;
  readonly documentSha256: string;
  readonly schemaSha256: Readonly<Record<string, string>>;
  readonly history: number;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The lock of the contract as the code has it now. */
export function currentLock(): ContractLock {
  return {
    version: CONTRACT_VERSION,
    documentSha256: sha256(contractDocument()),
    schemaSha256: Object.fromEntries(
      [...events].sort((a, b) => (a.type < b.type ? -1 : 1)).map((event) => [event.type, sha256(JSON.stringify(jsonSchemaOf(event)))]),
    ),
    history: HISTORY.length,
  };
}

/** Why a lock may not be replaced by another: a change needs a new version and a line of history. */
export function refuseRelock(before: ContractLock, now: ContractLock): string | null {
  const { version: _before, history: _lines, ...lockedBefore } = before;
  const { version: _now, history: _linesNow, ...lockedNow } = now;
  if (JSON.stringify(lockedBefore) === JSON.stringify(lockedNow)) return null;
  if (before.version === now.version)
    return `The contract changed under version ${now.version}. Raise CONTRACT_VERSION in contract/version.ts and add a line to HISTORY in contract/document.ts.`;
  if (now.history <= before.history) return `Version ${now.version} has no line in HISTORY (contract/document.ts): say what changed.`;
  return null;
}
