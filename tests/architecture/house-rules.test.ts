import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { breachesOf, emitsOf, type SourceFile } from './house-rules.ts';

const root = path.resolve(import.meta.dirname, '../..');
const FOLDERS = ['contract', 'rules', 'directus', 'extensions', 'seed', 'tests', 'scripts', 'admin'];

function readFolder(folder: string): SourceFile[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'dist' ? [] : readFolder(name);
    return /\.(ts|tsx|mjs|cjs)$/.test(entry.name) ? [{ path: name, text: readFileSync(path.join(root, name), 'utf8') }] : [];
  });
}

const files = FOLDERS.flatMap(readFolder);
const lines = (n: number) => 'const x = 1;\n'.repeat(n);

describe('the house rules', () => {
  test('all files of this repository keep them', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(files.flatMap(breachesOf)).toEqual([]);
  });

  test.each([
    ['301 lines', 'extensions/crm/deal.ts', lines(301), /has 301 lines/],
    ['a name for nothing', 'extensions/crm/utils.ts', '', /named for nothing/],
    ['a folder for nothing', 'extensions/kernel/helpers/date.ts', '', /named for nothing/],
    ['a test of a name for nothing', 'seed/misc.test.ts', '', /named for nothing/],
    ['common outside the words of the app', 'admin/src/common.ts', '', /named for nothing/],
    ['a default export', 'extensions/crm/deal.ts', 'export default 1;\n', /default export/],
    ['a default export by another way', 'extensions/crm/deal.ts', 'const deal = 1;\nexport { deal as default };\n', /default export/],
    ['a view that goes on as the system', 'extensions/crm/views/deals.ts', 'await asSystem(tx, () => tx.query(sql));\n', /goes on as the system/],
    ['a command of a system that does', 'extensions/wms/commands/picking.ts', 'run: async ({ asSystem }) => asSystem(work),\n', /goes on as the system/],
    ['one that does it by hand', 'extensions/crm/views/deals.ts', "select set_config('app.user_id', 'system', true)\n", /for whom it works/],
  ])('%s is seen', (_, file, text, breach) => {
    expect(breachesOf({ path: file, text })).toEqual([expect.stringMatching(breach)]);
  });

  test.each([
    ['300 lines', 'extensions/crm/deal.ts', lines(300)],
    ['301 lines that a program wrote', 'admin/src/api/commands.gen.ts', lines(301)],
    ['a word that only begins so', 'extensions/crm/miscount.ts', ''],
    ['a default export for a tool', 'directus/extension/index.ts', 'export default 1;\n'],
    ['the system at work on the tables of the mechanism', 'extensions/core/commands/secrets.ts', 'await asSystem((tx) => rotate(tx));\n'],
    ['a default export that is only talked about', 'extensions/crm/deal.ts', '// no export default here\n'],
  ])('%s is let through', (_, file, text) => {
    expect(breachesOf({ path: file, text })).toEqual([]);
  });
});

describe('events', () => {
  const systems = files.filter((file) => /^extensions\/(core|crm|wms)\//.test(file.path) && !file.path.endsWith('.test.ts'));

  test('only events of the contract are emitted', () => {
    expect(systems.flatMap((file) => emitsOf(file).breaches)).toEqual([]);
    expect(systems.filter((file) => emitsOf(file).imported.length > 0).length).toBeGreaterThan(10);
  });

  const importing = `import { dealWon } from '@selvedge/contract/events/deal-won.ts';\n`;
  test.each([
    ['an event made on the spot', `emit({ type: 'deal.wonn' }, id, data);`],
    ['an event of its own', `import { dealWon } from './own-events.ts';\nemit(dealWon, id, data);`],
    ['one for an org that was just founded', `emitIn({ type: 'org.founded' }, org, id, data);`],
    ['another event than the imported one', `${importing}emit(dealLost, id, data);`],
    ['an event imported as a type', `import type { dealWon } from '@selvedge/contract/events/deal-won.ts';\nemit(\n  dealWon,\n  id,\n);`],
  ])('%s is seen', (_, text) => {
    expect(emitsOf({ path: 'extensions/crm/win.ts', text }).breaches).toHaveLength(1);
  });

  test('an imported event, also over several lines, and one handed in are let through', () => {
    expect(emitsOf({ path: 'a.ts', text: `${importing}emit(\n  dealWon,\n  id,\n);` })).toEqual({ imported: ['deal-won'], breaches: [] });
    expect(emitsOf({ path: 'a.ts', text: `function tell(event: ContractEvent<Data>) {\n  emit(event, id, data);\n}` }).breaches).toEqual([]);
  });
});
