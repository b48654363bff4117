import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { HISTORY } from '@selvedge/contract/document.ts';
import { addRelease, firstReleased, ledgerProblems, releaseOf, rewrittenEntries, type Ledger } from '@selvedge/contract/ledger.ts';
import { currentLock } from '@selvedge/contract/lock.ts';
import { LEDGER_PATH } from '@selvedge/contract/publish.ts';
import { CONTRACT_VERSION } from '@selvedge/contract/version.ts';
import { earlierLedgers } from './earlier-ledgers.ts';

const root = path.resolve(import.meta.dirname, '../..');
const ledger = JSON.parse(readFileSync(path.join(root, LEDGER_PATH), 'utf8')) as Ledger;
const lock = currentLock();
const changed = { ...lock, schemaSha256: { ...lock.schemaSha256, 'deal.won': 'another' } };
const release = (text: string) => ({ documentSha256: `document ${text}`, schemasSha256: `schemas ${text}` });

describe('the ledger of released contracts', () => {
  test('holds every version of the history, and the current one as the code has it [ADM-7]', () => {
    expect(HISTORY.map(({ version }) => version)).toContain(CONTRACT_VERSION);
    expect(ledgerProblems(ledger, lock, HISTORY)).toEqual([]);
  });

  test('has lost or changed no entry that an earlier commit held [ADM-7]', () => {
    const earlier = earlierLedgers(root, LEDGER_PATH);
    // Without a history at hand there is nothing to compare with.
    expect(rewrittenEntries(firstReleased(earlier ?? []), ledger)).toEqual([]);
  });

  test.each([
    ['a changed schema', changed, HISTORY, ledger, /not what version 1\.0\.23 was released as/],
    ['a changed document', { ...lock, documentSha256: 'another' }, HISTORY, ledger, /not what version 1\.0\.23 was released as/],
    ['a version of the history that nobody released', lock, [...HISTORY, { version: '1.0.24' }], ledger, /1\.0\.24 of HISTORY is not in the ledger/],
    ['a version without history', lock, HISTORY, { ...ledger, '1.0.24': release('new') }, /1\.0\.24 of the ledger has no line/],
    ['an entry that is gone', lock, HISTORY, {}, /1\.0\.23 of HISTORY is not in the ledger/],
  ] as const)('%s is seen', (_, now, history, held, problem) => {
    expect(ledgerProblems(held, now, history)).toEqual([expect.stringMatching(problem)]);
  });

  test('a released version is published again only as it was; a new one is added beside it', () => {
    expect(addRelease(ledger, lock)).toEqual(ledger);
    expect(() => addRelease(ledger, changed)).toThrow('Raise CONTRACT_VERSION');
    expect(addRelease(ledger, { ...changed, version: '1.0.24' })).toEqual({ ...ledger, '1.0.24': releaseOf(changed) });
  });
});

describe('in a repository', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'selvedge-ledger-'));
  const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: folder, stdio: 'pipe' });
  const commit = (text: Ledger) => {
    mkdirSync(path.join(folder, 'contract'), { recursive: true });
    writeFileSync(path.join(folder, LEDGER_PATH), JSON.stringify(text));
    git('add', '.');
    git('commit', '-m', 'contract');
  };
  const rewritten = (now: Ledger) => rewrittenEntries(firstReleased(earlierLedgers(folder, LEDGER_PATH) ?? []), now);

  beforeAll(() => {
    expect(earlierLedgers(folder, LEDGER_PATH)).toBeUndefined();
    git('init', '-q');
    commit({ '1.0.1': release('one') });
    commit({ '1.0.1': release('one'), '1.0.2': release('two') });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('an entry that is rewritten or taken out is seen before it is committed, and an added one is not', () => {
    const kept = { '1.0.1': release('one'), '1.0.2': release('two') };
    expect(rewritten({ ...kept, '1.0.3': release('three') })).toEqual([]);
    expect(rewritten({ ...kept, '1.0.1': release('another') })).toEqual([expect.stringContaining('1.0.1 was rewritten')]);
    expect(rewritten({ '1.0.1': release('one') })).toEqual([expect.stringContaining('1.0.2 was taken out')]);
  });

  test('and afterwards as well, until it is put back', () => {
    commit({ '1.0.1': release('another'), '1.0.2': release('two') });
    expect(rewritten({ '1.0.1': release('another'), '1.0.2': release('two') })).toEqual([expect.stringContaining('1.0.1 was rewritten')]);
    commit({ '1.0.1': release('one'), '1.0.2': release('two') });
    expect(rewritten({ '1.0.1': release('one'), '1.0.2': release('two') })).toEqual([]);
  });
});
