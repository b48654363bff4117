import { createHash } from 'node:crypto';
import type { ContractLock } from './lock.ts';

/** What a version was when it was released. */
export interface Release {
  readonly documentSha256: string;
  readonly schemasSha256: string;
}

/** Every version that was ever released. It is only added to: what a version means never changes (ADR 0019). */
export type Ledger = Readonly<Record<string, Release>>;

export const releaseOf = ({ documentSha256, schemaSha256 }: ContractLock): Release => ({
  documentSha256,
  schemasSha256: createHash('sha256').update(JSON.stringify(schemaSha256)).digest('hex'),
});

const same = (one: Release, other: Release) => one.documentSha256 === other.documentSha256 && one.schemasSha256 === other.schemasSha256;

/**
 * The ledger with the contract as the code has it now.
 * @throws Error when that version was released with another text or other schemas
 */
export function addRelease(ledger: Ledger, lock: ContractLock): Ledger {
  const released = ledger[lock.version];
  const now = releaseOf(lock);
  if (released && !same(released, now))
    throw new Error(
      `Version ${lock.version} was released with other hashes than the contract has now. Raise CONTRACT_VERSION in contract/version.ts and add a line to HISTORY in contract/document.ts.`,
    );
  return { ...ledger, [lock.version]: now };
}

/** What a ledger says otherwise than the code and the history of the document. @returns one sentence per problem */
export function ledgerProblems(ledger: Ledger, lock: ContractLock, history: readonly { readonly version: string }[]): string[] {
  const told = new Set(history.map(({ version }) => version));
  const released = ledger[lock.version];
  return [
    ...[...told].filter((version) => !(version in ledger)).map((version) => `Version ${version} of HISTORY is not in the ledger; run "npm run contract".`),
    ...Object.keys(ledger)
      .filter((version) => !told.has(version))
      .map((version) => `Version ${version} of the ledger has no line in HISTORY; say what it changed.`),
    ...(released && !same(released, releaseOf(lock)) ? [`The contract is not what version ${lock.version} was released as; raise CONTRACT_VERSION.`] : []),
  ];
}

/** What each version was when it came into the ledger first. @param ledgers the oldest first */
export const firstReleased = (ledgers: readonly Ledger[]): Ledger => ledgers.reduce((first, ledger) => ({ ...ledger, ...first }), {});

/** Entries that a ledger had once and has no more, or otherwise. @returns one sentence per entry */
export function rewrittenEntries(earlier: Ledger, now: Ledger): string[] {
  return Object.entries(earlier).flatMap(([version, release]) => {
    const kept = now[version];
    if (!kept) return [`Version ${version} was taken out of contract/released.json; put it back.`];
    return same(kept, release) ? [] : [`Version ${version} was rewritten in contract/released.json; put it back and raise CONTRACT_VERSION instead.`];
  });
}
