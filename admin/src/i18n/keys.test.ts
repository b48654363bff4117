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
