import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../directus/launch/paths.ts';
import { staticChecks } from './static-checks.ts';
import { runBeside, runCaptured, runOpenly, stopRunning } from './run-process.ts';
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

interface JestRun {
  readonly title: string;
  readonly project: 'pure' | 'stack';
  readonly args: readonly string[];
  readonly isSplit?: boolean;
}

/** @param beside  what its lines begin with where another runs beside it */
async function runJest({ title, project, args, isSplit = false }: JestRun, beside?: string): Promise<Tally> {
  process.stdout.write(`\n${title} …\n`);
  const file = path.join(repositoryRoot, `.data/jest-${title.replaceAll(/\W+/g, '-')}.json`);
  rmSync(file, { force: true });
  // jest loads ES modules only with this flag; the warning that it is experimental says nothing new.
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--selectProjects', project, '--passWithNoTests', '--json', '--outputFile', file];
  // What shares a stack runs one after the other: some tests kill parts of it.
  const shared = project === 'stack' ? ['--runInBand', '--testTimeout', '120000'] : [];
  const environment = { ...env, SELVEDGE_TEST_BUILT: '1', ...(isSplit && { SELVEDGE_TEST_SPLIT: '1' }) };
  const command = [...jest, ...shared, ...args];
  const code = await (beside === undefined ? runOpenly(command, environment) : runBeside(beside, command, environment));
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JestReport) : undefined;
  rmSync(file, { force: true });
  if (report) reports.push(report);
  return tallyOf(report, code);
}

const onTwoNodes = (patterns: readonly string[]): JestRun => ({
  title: 'Tests on two nodes',
  project: 'stack',
  args: ['--testPathPatterns', ...patterns],
  isSplit: true,
});

/** Two stacks at a time, each with its own databases and ports: one alone leaves a quarter of two cores idle. */
async function runAllOnStacks(): Promise<Tally[]> {
  const browser: JestRun = { title: 'Browser tests', project: 'stack', args: ['--testPathPatterns', 'tests/browser/'] };
  const others: JestRun = { title: 'Tests on one node', project: 'stack', args: ['--testPathPatterns', 'tests/(integration|e2e)/'] };
  const inTurn = async (name: string, runs: readonly JestRun[]) => {
    const done: Tally[] = [];
    for (const one of runs) done.push(await runJest(one, name));
    return done;
  };
  return (await Promise.all([inTurn('A', [browser, onTwoNodes(['tests/(e2e|two-nodes)/'])]), inTurn('B', [others])])).flat();
}

async function runNamed(): Promise<Tally[]> {
  const done = [await runJest({ title: 'Tests on one node', project: 'stack', args: jestArguments })];
  const named = jestArguments.filter((argument) => /^tests\/(e2e|two-nodes)\b/.test(argument));
  if (named.length > 0) done.push(await runJest(onTwoNodes(named)));
  return done;
}

mkdirSync(path.dirname(resultsFile), { recursive: true });
const tallies: Tally[] = [];
if (jestArguments.length === 0) tallies.push(...(await runChecks()));
tallies.push(await check('build', ['directus/launch/build.ts']));
tallies.push(await runJest({ title: 'Pure tests', project: 'pure', args: jestArguments }));
tallies.push(...(await (jestArguments.length === 0 ? runAllOnStacks() : runNamed())));

// "npm run journeys" reads this; a run of a few tests must not stand for all.
if (jestArguments.length === 0) writeFileSync(resultsFile, JSON.stringify({ testResults: reports.flatMap((report) => report.testResults) }, null, 2));
const total = addTallies(tallies);
process.stdout.write(`\n${closingLine(total)}\n`);
process.exit(total.failed === 0 ? 0 : 1);
