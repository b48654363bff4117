import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../directus/launch/paths.ts';
import { staticChecks } from './static-checks.ts';
import { runCaptured, runOpenly, stopRunning } from './run-process.ts';
import { addTallies, closingLine, tallyOf, type JestReport, type Tally } from './tally.ts';

/**
 * `npm test`: static checks, the build, then jest: the pure tests, and those that need a running stack.
 * `--deep` runs the longer variants; anything else is handed to jest, and then only jest runs:
 * `npm test -- -t J41`, `npm test -- tests/e2e/credit.test.ts`. What lies in tests/e2e runs on one node and on two,
 * what lies in tests/two-nodes on two alone.
 */
const resultsFile = path.join(repositoryRoot, '.data/test-results.json');
const given = process.argv.slice(2);
const jestArguments = given.filter((argument) => argument !== '--deep');
const env = { ...process.env, ...(given.includes('--deep') ? { SELVEDGE_DEEP: '1' } : {}) } as Record<string, string>;
const reports: JestReport[] = [];

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopRunning(signal));
if (process.channel) {
  process.on('disconnect', () => stopRunning('SIGTERM'));
  process.channel.unref();
}

const check = async (title: string, args: readonly string[]): Promise<Tally> => {
  const startedAt = performance.now();
  const { code, output } = await runCaptured(args, env);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(code === 0 ? `✓ ${title} (${seconds} s)\n` : `✗ ${title} (${seconds} s)\n${output}\n`);
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
};

/** Two at a time: most of them use one core. */
async function runChecks(): Promise<Tally[]> {
  const waiting = staticChecks();
  const done: Tally[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) done.push(await check(next.title, next.args));
  };
  await Promise.all([worker(), worker()]);
  return done;
}

async function runJest(title: string, project: 'pure' | 'stack', args: readonly string[], extra: Record<string, string> = {}): Promise<Tally> {
  process.stdout.write(`\n${title} …\n`);
  const file = path.join(repositoryRoot, `.data/jest-${title.replaceAll(/\W+/g, '-')}.json`);
  rmSync(file, { force: true });
  const code = await runOpenly(
    // jest loads ES modules only with this flag; the warning that it is experimental says nothing new.
    ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--selectProjects', project, '--passWithNoTests', '--json', '--outputFile', file, ...args],
    { ...env, ...extra },
  );
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JestReport) : undefined;
  rmSync(file, { force: true });
  if (report) reports.push(report);
  return tallyOf(report, code);
}

mkdirSync(path.dirname(resultsFile), { recursive: true });
const tallies: Tally[] = [];
if (jestArguments.length === 0) tallies.push(...(await runChecks()));
tallies.push(await check('build', ['directus/launch/build.ts']));
tallies.push(await runJest('Pure tests', 'pure', jestArguments));
// One after the other: they share a stack, and some of them kill parts of it.
const onStack = ['--runInBand', '--testTimeout', '120000'];
tallies.push(await runJest('Tests on one node', 'stack', [...onStack, ...jestArguments], { SELVEDGE_TEST_BUILT: '1' }));
const namedOnTwoNodes = jestArguments.filter((argument) => /^tests\/(e2e|two-nodes)\b/.test(argument));
const onTwoNodes = jestArguments.length === 0 ? ['tests/(e2e|two-nodes)/'] : namedOnTwoNodes;
if (onTwoNodes.length > 0) {
  const twoNodes = { SELVEDGE_TEST_BUILT: '1', SELVEDGE_TEST_SPLIT: '1' };
  tallies.push(await runJest('End-to-end tests on two nodes', 'stack', [...onStack, '--testPathPatterns', ...onTwoNodes], twoNodes));
}

// "npm run journeys" reads this; a run of a few tests must not stand for all.
if (jestArguments.length === 0) writeFileSync(resultsFile, JSON.stringify({ testResults: reports.flatMap((report) => report.testResults) }, null, 2));
const total = addTallies(tallies);
process.stdout.write(`\n${closingLine(total)}\n`);
process.exit(total.failed === 0 ? 0 : 1);
