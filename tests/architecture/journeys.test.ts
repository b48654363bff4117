import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readClaims, unknownClaims } from '../../scripts/journey-claims.mjs';

const root = path.resolve(import.meta.dirname, '../..');
// Put together here, so that this file itself names no journey.
const named = (ids: string) => `test('[${ids}] does it', () => {});`;

describe('journey names in tests', () => {
  test('are read one or several at a time, with their line', () => {
    const text = `${named('J41')}\n${named('J41 J42 SAL-3')}`;
    expect(readClaims('a.test.ts', text)).toEqual([
      { file: 'a.test.ts', line: 1, id: 'J41' },
      { file: 'a.test.ts', line: 2, id: 'J41' },
      { file: 'a.test.ts', line: 2, id: 'J42' },
      { file: 'a.test.ts', line: 2, id: 'SAL-3' },
    ]);
  });

  test('other brackets are no names', () => {
    expect(readClaims('a.test.ts', `const list = [J]; x[0]; test('[slow] MODDL [1]')`)).toEqual([]);
  });

  test('an unknown one is found', () => {
    expect(unknownClaims(readClaims('a.test.ts', named('J1 J999')), new Set(['J1']))).toEqual([{ file: 'a.test.ts', line: 1, id: 'J999' }]);
  });

  test('all in this repository are known, and the list has every journey', () => {
    expect(execFileSync(process.execPath, ['scripts/journeys.mjs', '--check'], { cwd: root, encoding: 'utf8' })).toContain('all known');
    expect(readFileSync(path.join(root, 'docs/journeys.tsv'), 'utf8').trimEnd().split('\n')).toHaveLength(173);
  });
});
