import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { administration } from './en/administration.ts';
import { en } from './en/index.ts';
import { tr } from './tr/index.ts';

type Node = { [key: string]: string | Node };

function leavesOf(node: Node, prefix = ''): Map<string, string> {
  const leaves = new Map<string, string>();
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string') leaves.set(prefix + key, value);
    else for (const [path, text] of leavesOf(value, `${prefix}${key}.`)) leaves.set(path, text);
  }
  return leaves;
}

const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort();

const [english, turkish] = [leavesOf(en), leavesOf(tr)];

test('both languages have the same keys', () => {
  expect([...turkish.keys()].sort()).toEqual([...english.keys()].sort());
});

test('no text is empty, and both name the same values', () => {
  for (const [key, text] of english) {
    expect([key, text.trim()]).not.toEqual([key, '']);
    expect([key, turkish.get(key)?.trim()]).not.toEqual([key, '']);
    expect([key, placeholders(turkish.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  }
});

test('the texts of administration are spoken only where they are fetched before: on its pages, and by what stands only there', () => {
  const root = path.resolve(import.meta.dirname, '..');
  const places = ['pages/core/', 'actions/', 'components/chart/', 'components/change/', 'i18n/'];
  const spoken = new RegExp(`['"\`](${Object.keys(administration).join('|')})\\.`);
  const elsewhere = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !places.some((place) => file.startsWith(place)))
    .filter((file) => spoken.test(readFileSync(path.join(root, file), 'utf8')));
  expect(elsewhere).toEqual([]);
});
