import { seedStack, type SeedNode } from '@selvedge/seed/main.ts';
import { readConfig } from './config.ts';

/** Fills an empty stack; the launcher says in SEED_NODES where its nodes are. */
const config = readConfig(process.env);
const nodes = JSON.parse(process.env['SEED_NODES'] ?? '[]') as SeedNode[];
if (config.SELVEDGE_SEED !== 'none') {
  await seedStack({ nodes, password: config.SEED_PASSWORD, level: config.SELVEDGE_SEED, say: (line) => process.stdout.write(`${line}\n`) });
}
process.exit(0);
