import { writeFileSync } from 'node:fs';
import path from 'node:path';
// Plain JavaScript, because jest would compile a TypeScript set-up file; what it imports runs as Node runs it.
import { startStack } from '../../directus/launch/environment.ts';
import { startControl } from './control.ts';

/** Starts one real stack for all tests of the run, and leaves its addresses where `connectStack` finds them. */
export default async function start() {
  const split = process.env.SELVEDGE_TEST_SPLIT === '1';
  process.stdout.write(`\nStarting a stack for the tests (${split ? 'two nodes' : 'one node'}) …\n`);
  const startedAt = performance.now();
  const stack = await startStack({
    ports: 'free',
    split,
    seed: 'base',
    quiet: true,
    build: process.env.SELVEDGE_TEST_BUILT !== '1',
    extraEnv: { SELVEDGE_RETRY_SCALE: '0.02', SELVEDGE_SWEEP_MS: '500' },
  });
  const control = await startControl(stack);
  const file = path.join(stack.dataDir, 'stack.json');
  writeFileSync(file, JSON.stringify(control.description(), null, 2), { mode: 0o600 });
  process.env.SELVEDGE_TEST_STACK = file;
  globalThis.selvedgeTestStack = { stack, control };
  process.stdout.write(`The stack is ready after ${((performance.now() - startedAt) / 1000).toFixed(1)} s.\n`);
}
