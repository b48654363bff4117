import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { staticChecks } from '../static-checks.ts';

const root = path.resolve(import.meta.dirname, '../..');

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** One file each that breaks exactly the rule named; `to` is created as well where it is ours. */
const planted = [
  { rule: 'crm-not-to-wms', file: 'extensions/crm/commands/peek.ts', imports: '../../wms/stock.ts' },
  { rule: 'core-stands-below', file: 'extensions/core/views/peek.ts', imports: '../../crm/deal.ts' },
  { rule: 'wms-not-to-crm', file: 'extensions/wms/commands/peek.ts', imports: '../../crm/deal.ts' },
  { rule: 'kernel-knows-no-business', file: 'extensions/kernel/knows-deals.ts', imports: '../crm/deal.ts' },
  { rule: 'kernel-knows-no-business', file: 'extensions/kernel/knows-model.ts', imports: '../../directus/model/deal.ts' },
  { rule: 'kernel-knows-no-business', file: 'extensions/kernel/knows-gate.ts', imports: '../../rules/credit.ts' },
  { rule: 'contract-stands-alone', file: 'contract/uses-kernel.ts', imports: '../extensions/kernel/clock.ts' },
  { rule: 'contract-stands-alone', file: 'contract/uses-pg.ts', imports: 'pg' },
  { rule: 'rules-are-pure', file: 'rules/asks-database.ts', imports: 'pg' },
  { rule: 'rules-are-pure', file: 'rules/asks-queue.ts', imports: 'bull' },
  { rule: 'decisions-are-pure', file: 'extensions/crm/commands/win/decide.ts', imports: 'ioredis' },
  { rule: 'decisions-are-pure', file: 'extensions/crm/credit/decide-credit-block.ts', imports: 'knex' },
  { rule: 'decisions-are-pure', file: 'extensions/wms/derive-status.ts', imports: 'pg' },
  { rule: 'decisions-are-pure', file: 'extensions/wms/evaluate-load.ts', imports: 'bull' },
  { rule: 'admin-takes-types-only', file: 'admin/src/uses-code.ts', imports: '../../extensions/crm/deal.ts' },
  { rule: 'systems-do-not-launch', file: 'extensions/wms/uses-seed.ts', imports: '../../seed/people.ts' },
  { rule: 'systems-do-not-launch', file: 'rules/uses-tests.ts', imports: '../tests/world.ts' },
  { rule: 'no-cycles', file: 'seed/egg.ts', imports: './hen.ts' },
  { rule: 'no-unresolvable', file: 'extensions/crm/leads-nowhere.ts', imports: './nothing-here.ts' },
] as const;

const innocent = [
  'extensions/crm/deal.ts',
  'extensions/wms/stock.ts',
  'extensions/kernel/clock.ts',
  'directus/model/deal.ts',
  'rules/credit.ts',
  'seed/people.ts',
  'tests/world.ts',
];

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { forbidden: readonly { readonly name: string }[] };
const { lint } = (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: { lint: string } }).scripts;
const FOLDERS = ['contract', 'rules', 'directus', 'extensions', 'seed', 'tests', 'admin/src'];
/** The folders among the arguments of dependency-cruiser. */
const cruised = (args: readonly string[]) => args.slice(args.indexOf('.dependency-cruiser.cjs') + 1);

/** @returns the violations dependency-cruiser reports in a folder laid out like the repository */
function cruise(folder: string): Promise<readonly Violation[]> {
  const tool = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [tool, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...FOLDERS],
      { cwd: folder, maxBuffer: 64 * 1024 ** 2 },
      (error, stdout, stderr) => {
        // It ends with the number of violations; only an answer that is no JSON is a failure.
        try {
          resolve((JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations);
        } catch {
          reject(new Error(stderr, { cause: error }));
        }
      },
    );
  });
}

describe('the rules between folders', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'selvedge-rules-'));
  let violations: readonly Violation[];

  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };

  beforeAll(async () => {
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) cpSync(path.join(root, file), path.join(folder, file));
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    for (const file of innocent) write(file, 'export interface Deal { readonly id: string }\nexport const value = 1;\n');
    for (const { file, imports } of planted) write(file, `import * as planted from '${imports}';\nexport const used = planted;\n`);
    write('admin/src/uses-types.ts', `import type { Deal } from '../../extensions/crm/deal.ts';\nexport type Shown = Deal;\n`);
    write('extensions/crm/commands/win/save.ts', `import pg from 'pg';\nexport const used = pg;\n`);
    write('contract/uses-zod.ts', `import { z } from 'zod';\nimport { createHash } from 'node:crypto';\nexport const used = [z, createHash];\n`);
    // A ring is told once, of the file it was met at first.
    write('seed/hen.ts', `export { used } from './egg.ts';\n`);
    violations = await cruise(folder);
  }, 180_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(planted)('$rule fires on $file', ({ rule, file }) => {
    expect(violations.filter((one) => one.from === file).map((one) => one.rule.name)).toContain(rule);
  });

  test('every rule has a file planted that breaks it', () => {
    expect([...new Set(planted.map(({ rule }) => rule as string))].sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  test('they are checked in every folder that holds code, the app among them', () => {
    const [checked] = staticChecks().filter(({ title }) => title === 'dependency rules');
    expect(cruised(checked?.args ?? [])).toEqual(FOLDERS);
    expect(cruised(/depcruise ([^&]+)/.exec(lint)?.[1]?.trim().split(' ') ?? [])).toEqual(FOLDERS);
  });

  test('nothing fires on files that keep the rules', () => {
    const guilty = planted.map((one) => one.file as string);
    expect(violations.filter((one) => !guilty.includes(one.from))).toEqual([]);
  });
});
