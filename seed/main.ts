import { CONTRACT_VERSION } from '@selvedge/contract/version.ts';
import { systemClock } from '@selvedge/kernel/clock.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inSystemTransaction, type SystemContext } from '@selvedge/kernel/system-transaction.ts';
import { seedAccess } from './access.ts';
import { ageSomePrices, seedCustomersAndPrices } from './base-customers.ts';
import { seedIdentity } from './base-identity.ts';
import { seedStock } from './base-stock.ts';
import { seedQualities } from './catalog.ts';
import { eventually } from './client.ts';
import { seedPriceRequests } from './price-requests.ts';
import { seedScale } from './scale.ts';
import { beginSeeding, finishSeeding, readSeeding } from './seeding.ts';
import { seedLooseEnds, seedTrade } from './trade.ts';

export interface SeedNode {
  readonly systems: readonly ('crm' | 'wms')[];
  readonly url: string;
  /** Connection of the run-time role. */
  readonly databaseUrl: string;
  /** Connection of the role that owns the schema; only load data and the mark of the seeding are written with it. */
  readonly ownerUrl: string;
}

export interface SeedOptions {
  readonly nodes: readonly SeedNode[];
  readonly password: string;
  /** `base`: people, stock, customers, prices; `demo`: a season of trade on top; a number: so many deals, written through SQL. */
  readonly level: 'base' | 'demo' | number;
  readonly say: (line: string) => void;
}

const DEALS = 120;
/** Long rolls, so that a season does not empty the shelves. */
const METERS = { low: 180, high: 420 };

type Run = <T>(job: (context: SystemContext) => Promise<T>) => Promise<T>;

async function withNode<T>(node: SeedNode, work: (run: Run) => Promise<T>): Promise<T> {
  const pool = createPool(node.databaseUrl, 2, 'selvedge-seed');
  const settings = { pool, clock: systemClock, contractVersion: CONTRACT_VERSION, afterCommit: () => undefined };
  try {
    return await work((job) => inSystemTransaction(settings, 'seed', job));
  } finally {
    await pool.end();
  }
}

const countOf = (run: Run, table: 'core_org' | 'crm_catalog_item') =>
  run(async ({ tx }) => (await tx.one<{ n: number }>(`select count(*) as n from ${table}`)).n);

/**
 * Fills an empty stack. A database that was filled before, or has organisations of its own, is left as it is.
 * @returns whether anything was seeded
 * @throws Error when an earlier seeding was stopped half-way
 */
export async function seedStack(options: SeedOptions): Promise<boolean> {
  const crm = options.nodes.find((node) => node.systems.includes('crm')) as SeedNode;
  const wms = options.nodes.find((node) => node.systems.includes('wms')) as SeedNode;
  const standing = await readSeeding(crm.ownerUrl);
  if (standing === 'begun') throw new Error('The demo data is half made, because an earlier seeding was stopped; run "npm run reset" and start again.');
  if (standing === 'finished' || (await withNode(crm, (run) => countOf(run, 'core_org'))) > 0) return false;
  // Noted on its own, before anything else: whatever stops what follows, the next start knows.
  await beginSeeding(crm.ownerUrl, String(options.level));
  await fill(crm, wms, options);
  await finishSeeding(crm.ownerUrl);
  return true;
}

async function fill(crm: SeedNode, wms: SeedNode, { nodes, password, level, say }: SeedOptions): Promise<void> {
  say('Seeding organisations, people and stock …');
  for (const node of nodes) await withNode(node, (run) => run(({ tx }) => seedIdentity(tx, node.systems, password)));
  await withNode(wms, (run) => run((context) => seedStock(context, METERS)));
  const wanted = seedQualities().length;
  await withNode(crm, async (run) => {
    // The catalog travels as events, as it does in life; the sweeper finds what nobody queued.
    await eventually(
      'the catalog in CRM',
      () => countOf(run, 'crm_catalog_item'),
      (seen) => seen === wanted,
      60_000,
    );
    await run(seedCustomersAndPrices);
  });
  if (level === 'base') return;
  if (typeof level === 'number') {
    await seedScale(crm.ownerUrl, level, say);
    return;
  }
  const addresses = { crm: crm.url, wms: wms.url };
  let told = 0;
  await seedTrade(addresses, password, DEALS, (done) => {
    if (done - told < 30 && done < DEALS) return;
    told = done;
    say(`Seeding trade: ${done} of ${DEALS} deals …`);
  });
  await seedLooseEnds(addresses, password);
  await seedPriceRequests(addresses, password);
  await seedAccess(addresses, password);
  await withNode(crm, (run) => run(ageSomePrices));
}
