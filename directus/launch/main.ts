import { parseArgs } from 'node:util';
import { startStack } from './environment.ts';
import type { Stack, StackOptions } from './stack.ts';
import { reasonOf, StartRefused } from './start-refused.ts';
import { summarize } from './summary.ts';
import { StopRequested } from './supervise.ts';

const usage =
  'Usage: npm start [-- --split] [--no-seed] [--scale N]\n  --split    two nodes, CRM and WMS, each with a database of its own\n  --no-seed  without the demo data\n  --scale N  N deals with lines, POs and mirrors, written through SQL, for load work\n';

const stopping = new AbortController();
let exitCode = 0;
let stack: Stack | undefined;

/** Ends the run once; whatever asks again meanwhile changes nothing. */
function stop(code: number): void {
  if (stopping.signal.aborted) return;
  exitCode = code;
  process.stdout.write('\nStopping …\n');
  stopping.abort(new StopRequested('Stopped.'));
  // Until the stack stands, the start itself notices and cleans up.
  void stack?.stop().then(leave);
}

function leave(): void {
  if (exitCode === 0) process.stdout.write('Stopped. The data is kept.\n');
  process.exit(exitCode);
}

function readArguments(): { split: boolean; seed: NonNullable<StackOptions['seed']> } {
  try {
    const { values } = parseArgs({
      options: { split: { type: 'boolean' }, 'no-seed': { type: 'boolean' }, scale: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help) {
      process.stdout.write(usage);
      process.exit(0);
    }
    const wanted = process.env['SELVEDGE_SEED'] || 'demo';
    const scale = Number(values.scale ?? wanted);
    const seed = Number.isInteger(scale) ? { scale } : wanted === 'none' || wanted === 'base' ? wanted : 'demo';
    return { split: values.split ?? false, seed: values['no-seed'] ? 'none' : seed };
  } catch (error) {
    process.stderr.write(`${reasonOf(error)}\n${usage}`);
    process.exit(2);
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
// Started by scripts/start.mjs: when that is gone, nobody is left to pass Ctrl-C on.
if (process.channel) {
  process.on('disconnect', () => stop(0));
  process.channel.unref();
}

const { split, seed } = readArguments();
const startedAt = performance.now();
try {
  stack = await startStack({
    split,
    seed,
    signal: stopping.signal,
    onUnexpectedEnd: (_name, report) => {
      if (stopping.signal.aborted) return;
      process.stderr.write(`\n${report}\n`);
      stop(1);
    },
  });
  if (stopping.signal.aborted) {
    await stack.stop();
    leave();
  }
  process.stdout.write(`Ready after ${((performance.now() - startedAt) / 1000).toFixed(1)} s.\n`);
  process.stdout.write(await summarize(stack, seed !== 'none'));
} catch (error) {
  if (stopping.signal.aborted) leave();
  process.stderr.write(
    `\n${error instanceof StartRefused ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  await stack?.stop();
  process.exit(1);
}
