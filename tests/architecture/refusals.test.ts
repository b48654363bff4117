import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mistakesOfRefusal, refusalsIn } from './refusals.ts';

const root = path.resolve(import.meta.dirname, '../..');
const files = globSync('extensions/{kernel,core,crm,wms}/**/*.ts', { cwd: root, exclude: ['**/*.test.ts'] });
const refusals = files.flatMap((file) => refusalsIn(file, readFileSync(path.join(root, file), 'utf8')));

test('every refusal of the kernel and of each system is said in both languages, with the same records and numbers', () => {
  const codes = new Set(refusals.map(({ code }) => code));
  expect(codes.size).toBeGreaterThan(60);
  for (const code of ['UNAUTHENTICATED', 'PERMISSION_REQUIRED', 'DEAL_NOT_DRAFT', 'LINE_BLOCKED', 'SECRET_REVOKED']) expect(codes).toContain(code);
  expect(refusals.flatMap(mistakesOfRefusal)).toEqual([]);
});

test.each([
  ['without Turkish', "conflict('A', { en: 'x', tr: ' ' })", /says nothing in one language/],
  ['with English twice', "conflict('A', { en: 'x', tr: 'x' })", /says the same/],
  [
    'whose Turkish leaves out the record',
    "conflict('A', { en: `Deal ${deal.code} is open.`, tr: 'Anlaşma açık.' })",
    /names deal.code in English and  in Turkish/,
  ],
  ['whose Turkish names another number', "new Refusal('A', 409, { en: `${a} of b`, tr: `${b} x` })", /names a in English and b in Turkish/],
])('a refusal %s is seen', (_, source, mistake) => {
  expect(refusalsIn('x.ts', source).flatMap(mistakesOfRefusal)).toContainEqual(expect.stringMatching(mistake));
});
