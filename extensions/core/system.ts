import { ROLES } from '@selvedge/directus/model/core/org-grant.ts';
import { defineSystem } from '@selvedge/kernel/system.ts';
import { accessCommands } from './commands/access.ts';
import { gatePolicyCommands } from './commands/gate-policies.ts';
import { integrationCommands } from './commands/integration.ts';
import { coreViews } from './views/index.ts';

/**
 * What every node has, whichever systems it hosts: who may do what, what happened, and what crossed
 * to the other side. It takes part in no event of the contract.
 */
export const core = defineSystem({
  name: 'core',
  roles: ROLES,
  commands: [...accessCommands, ...integrationCommands, ...gatePolicyCommands],
  views: coreViews,
  gates: [],
  consumers: [],
  jobs: [],
});
