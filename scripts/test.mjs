import { prepareMachine } from './prepare-machine.mjs';
import { runOnNode22 } from './run-on-node22.mjs';

runOnNode22(await prepareMachine({ redis: true, browser: true }), 'tests/run.ts');
