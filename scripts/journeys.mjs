import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from './packages-stamp.mjs';
import { stopWith } from './stop-with.mjs';
import { readClaims, unknownClaims } from './journey-claims.mjs';

// Lists each journey with the tests that name it and how they last ended. Plain Node: it needs nothing installed.
const testFolders = ['contract', 'rules', 'directus', 'extensions', 'seed', 'tests', 'admin/src'];

function readJourneys() {
  const [, ...lines] = readFileSync(path.join(repositoryRoot, 'docs/journeys.tsv'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [id, section, journey] = line.split('\t');
    return { id, section, journey };
  });
}

function* testFiles(folder) {
  let entries = [];
  try {
    entries = readdirSync(path.join(repositoryRoot, folder), { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* testFiles(file);
    else if (/\.test\.tsx?$/.test(entry.name)) yield file;
  }
}

function readResults() {
  try {
    const { testResults } = JSON.parse(readFileSync(path.join(repositoryRoot, '.data/test-results.json'), 'utf8'));
    return testResults.flatMap((file) =>
      file.assertionResults.map((test) => ({ file: path.relative(repositoryRoot, file.name), name: test.fullName, status: test.status })),
    );
  } catch {
    return [];
  }
}

const journeys = readJourneys();
const known = new Set(journeys.map((one) => one.id));
const claims = testFolders
  .flatMap((folder) => [...testFiles(folder)])
  .flatMap((file) => readClaims(file, readFileSync(path.join(repositoryRoot, file), 'utf8')));
const tested = new Set(claims.map((claim) => claim.id)).size;

if (process.argv.includes('--check')) {
  const unknown = unknownClaims(claims, known);
  if (unknown.length > 0)
    stopWith(unknown.map(({ file, line, id }) => `${file}:${line} names ${id}, which docs/journeys.tsv does not list.`).join('\n'));
  const said = `Of ${journeys.length} journeys ${tested} are named by tests`;
  if (!readFileSync(path.join(repositoryRoot, 'README.md'), 'utf8').includes(said))
    stopWith(`README.md is behind: it should say "${said}".`);
  process.stdout.write(`${claims.length} journey names in tests, all known.\n`);
} else {
  const results = readResults();
  const marks = { passed: '✓', failed: '✗' };
  let proven = 0;
  for (const { id, journey } of journeys) {
    const named = claims.filter((claim) => claim.id === id);
    const ran = results.filter((result) => readClaims(result.file, result.name).some((claim) => claim.id === id));
    const state =
      ran.length === 0 ? (named.length > 0 ? 'not run' : 'no test') : ran.every((one) => one.status === 'passed') ? 'passed' : 'failed';
    if (state === 'passed') proven += 1;
    process.stdout.write(`${marks[state] ?? '·'} ${id.padEnd(7)} ${state.padEnd(8)} ${journey}\n`);
    if (ran.length > 0) for (const { file, name, status } of ran) process.stdout.write(`      ${marks[status] ?? '·'} ${file}: ${name}\n`);
    else for (const { file, line } of named) process.stdout.write(`      · ${file}:${line}\n`);
  }
  process.stdout.write(
    `\n${journeys.length} journeys: ${tested} named by tests, ${proven} passed in the last run${results.length === 0 ? ' (no results: run npm test)' : ''}.\n`,
  );
}
