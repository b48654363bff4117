import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stableId } from '@selvedge/directus/access/directus-permissions.ts';
import { buildBundles } from '../../directus/launch/build.ts';
import { buildApp } from '../../directus/launch/build-app.ts';
import { startStack } from '../../directus/launch/environment.ts';
import { PROJECT_ROOT } from '../../directus/launch/project-root.ts';
import { measureAudit } from './measure-audit.ts';
import { formatted } from '../../scripts/formatted.mjs';
import { openBenchWorld } from './bench-world.ts';
import { installEndpoint, removeEndpoint } from './directus-endpoint.ts';
import { measureCommand, measureDeals, measureLag } from './measure-commands.ts';
import { measureScopedList, measureTimingClass } from './measure-isolation.ts';
import { measureGates } from './measure-gates.ts';
import { measureIngest } from './measure-ingest.ts';
import { measureFirstLoad, measureMemory } from './measure-size.ts';
import { measureView } from './measure-view.ts';
import { table, type Figure } from './report.ts';

/**
 * `npm run bench`: every figure in one run, as ratios where two things can be compared.
 * `--deals N` for another size of the view's data, `--only view|isolation|ingest|command|deals|lag|gates|audit`.
 */
const argument = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? undefined : process.argv[at + 1];
};
const deals = Number(argument('deals') ?? 100_000);
const only = argument('only');
const wanted = (name: string) => only === undefined || only === name;
const say = (line: string) => process.stdout.write(`${line}\n`);

await Promise.all([buildBundles(), buildApp()]);
await installEndpoint();
const figures: Figure[] = [];
try {
  say('Starting a stack …');
  const stack = await startStack({ ports: 'free', seed: wanted('view') || wanted('gates') ? { scale: deals } : 'base', quiet: true, build: false });
  try {
    const world = await openBenchWorld(stack);
    const measure = async (name: string, title: string, work: () => Promise<Figure[]>) => {
      if (!wanted(name)) return;
      say(`${title} …`);
      figures.push(...(await work()));
    };
    const endpoint = `${world.node.url}/bench-endpoint`;
    await measure('view', 'The fulfillment view', () => measureView(world, stableId('user:sales.mod@selvedge.test'), deals, endpoint));
    await measure('isolation', 'Isolation', async () => [...(await measureScopedList(world)), ...(await measureTimingClass(world))]);
    await measure('ingest', 'Event ingest', () => measureIngest(world));
    await measure('command', 'A simple command', () => measureCommand(world, endpoint, stack.workers));
    await measure('deals', 'Deals until their reservation', () => measureDeals(world, endpoint));
    await measure('lag', 'Delivery lag', () => measureLag(world));
    await measure('gates', 'Gates', () => measureGates(world, deals));
    await measure('audit', 'Verifying the audit', () => measureAudit(world.node.databaseUrl));
    if (only === undefined) figures.push(measureMemory(world.node.pid), measureFirstLoad());
  } finally {
    await stack.stop();
  }
} finally {
  await removeEndpoint();
}
const result = table(figures);
say(`\n${result}`);
if (only === undefined) {
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.version}, load generator on the same machine`;
  const file = path.join(PROJECT_ROOT, 'docs', 'benchmarks.md');
  const text = `# Benchmarks\n\nMeasured by \`npm run bench\` on ${machine}. Absolute figures move with the machine, so what was asked for in requests a second is asked for in proportion to what a plain Directus endpoint does in the same run (ADR 0025).\n\n${result}\n`;
  writeFileSync(file, await formatted(file, text));
}
process.exit(0);
