import { prepareMachine } from './prepare-machine.mjs';
import { runOnNode22 } from './run-on-node22.mjs';

runOnNode22(await prepareMachine({ redis: false }), 'directus/launch/gates.ts');
