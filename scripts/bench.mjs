import { existsSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from './packages-stamp.mjs';
import { prepareMachine } from './prepare-machine.mjs';
import { runOnNode22 } from './run-on-node22.mjs';
import { stopWith } from './stop-with.mjs';

const entry = 'tests/bench/run.ts';
if (!existsSync(path.join(repositoryRoot, entry))) stopWith(`${entry} is missing: this checkout has no benchmarks.`);
runOnNode22(await prepareMachine({ redis: true }), entry);
