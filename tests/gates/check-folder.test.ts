import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { PERMISSION_KEYS } from '@selvedge/directus/access/permission-keys.ts';
import { ROLES } from '@selvedge/directus/model/core/org-grant.ts';
import { checkFolder } from '@selvedge/rules/check-folder.ts';
import { gateNames } from '@selvedge/rules/index.ts';

const root = path.resolve(import.meta.dirname, '../..');
const known = { roles: ROLES, keys: Object.keys(PERMISSION_KEYS), commands: ['order.complete-picking'] };
const run = promisify(execFile);

/** Runs the script as npm does, and answers how it ended and what it said. */
const gatesScript = (...given: string[]) =>
  run(process.execPath, [path.join(root, 'directus/launch/gates.ts'), ...given], { cwd: root }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, said: stdout + stderr };
    },
  );

describe("a gate's folder", () => {
  const rules = mkdtempSync(path.join(os.tmpdir(), 'selvedge-gates-'));
  const policyFile = path.join(rules, 'ship/gate.json');
  const casesFile = path.join(rules, 'ship/cases/released.json');

  beforeEach(() => {
    cpSync(path.join(root, 'rules/ship'), path.join(rules, 'ship'), { recursive: true });
    writeFileSync(path.join(rules, 'ship/facts.ts'), `export { shipFacts } from '${path.join(root, 'rules/ship/facts.ts')}';`);
  });
  afterAll(() => rmSync(rules, { recursive: true }));

  const problems = async () => (await checkFolder(rules, 'ship', known)).problems.map(({ code, path: at }) => `${code} ${at}`);
  const replace = (file: string, from: string, to: string) => {
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
  };

  test('is sound as it stands', async () => {
    expect(await checkFolder(rules, 'ship', known)).toMatchObject({ name: 'ship', requirements: 5, problems: [] });
  });

  test('is told of a policy whose cases answer otherwise, each by its name', async () => {
    replace(policyFile, '"released", "picking", "picked"', '"released", "picked"');
    expect(await problems()).toEqual(['CASE_FAILED cases.released/allows an order still being picked when no line is left to pick']);
  });

  test.each([
    ['an operator', '"greaterThanInclusive"', '"greaterThan"', 'OPERATOR_UNKNOWN requirements.2.condition.operator'],
    ['a fact', '"unblockedLineCount", "operator"', '"unblocked", "operator"', 'FACT_UNKNOWN requirements.2.condition.fact'],
    ['its name', '"gate": "ship"', '"gate": "shop"', 'GATE_DIFFERS gate'],
    ['its override key', '"overrideKey": "shipment:override"', '"overrideKey": null', 'OVERRIDE_WITHOUT_KEY requirements.1.overridable'],
    ['a command', '"order.complete-picking"', '"order.fly"', 'COMMAND_UNKNOWN requirements.1.command'],
    ['a comma', '"gate": "ship",', '"gate": "ship"', 'NOT_JSON '],
  ])('is told of %s that is wrong', async (_, from, to, told) => {
    replace(policyFile, from, to);
    expect(await problems()).toContain(told);
  });

  test('is told of cases that cannot be read', async () => {
    writeFileSync(casesFile, '{');
    expect(await problems()).toEqual(['NOT_WELL_FORMED cases']);
  });
});

describe('npm run gates -- check', () => {
  test('lists every gate and finds all of them sound', async () => {
    const { code, said } = await gatesScript('check');
    expect(code).toBe(0);
    for (const name of gateNames) expect(said).toMatch(new RegExp(`^${name} +\\d+ +\\d+  sound$`, 'm'));
    expect(said.trimEnd().split('\n')).toHaveLength(gateNames.length + 1);
  }, 180_000);

  test('says how it is used when it is asked for something else', async () => {
    const answers = await Promise.all([[], ['fly'], ['check', 'twice'], ['--nothing']].map((given) => gatesScript(...given)));
    for (const { code, said } of answers) expect([code, said.includes('Usage: npm run gates -- check')]).toEqual([2, true]);
  }, 180_000);
});
