import { Engine } from 'json-rules-engine';
import pg from 'pg';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction, type Tx } from '@selvedge/kernel/database/transaction.ts';
import type { NamedRow } from '@selvedge/kernel/gate/binding.ts';
import { judgeMany } from '@selvedge/kernel/gate/judge.ts';
import type { Identity } from '@selvedge/kernel/identity/identity.ts';
import { shipmentApproval } from '@selvedge/crm/gates/shipment-approval.ts';
import { gates } from '@selvedge/rules/index.ts';
import { readCases } from '@selvedge/rules/read-cases.ts';
import type { BenchWorld } from './bench-world.ts';
import { call, load, percentile } from './load.ts';
import { number, type Figure } from './report.ts';

const GATE = 'shipment-approval';
const PREFLIGHT = 200;
const PAST = 10_000;

/** Judged by the defaults, whatever org. */
const NOBODY: Identity = { userId: '', email: '', name: '', language: 'en', isAdmin: false, orgs: [] };

/** What the engine alone takes for eight rules where the target was set, in milliseconds. */
const ENGINE_REFERENCE = 0.035;

/** Eight rules of one condition each, as the engine's own documentation would write them. */
function bareEngine(): () => Promise<unknown> {
  const engine = new Engine(
    Array.from({ length: 8 }, (_, i) => ({
      conditions: { all: [{ fact: `fact${i}`, operator: 'equal', value: true }] },
      event: { type: `rule${i}` },
    })),
  );
  const facts = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`fact${i}`, true]));
  return () => engine.run(facts);
}

/** One decision with its facts at hand, and the engine alone, by turns after a warm-up; milliseconds. */
async function decideLoaded(): Promise<readonly [ours: number, bare: number]> {
  const facts = readCases(GATE).flatMap((one) => (gates[GATE].factsSchema.safeParse(one.facts).success ? [one.facts] : []));
  const subject = { type: 'bench', id: 'bench' };
  const bare = bareEngine();
  const ways = [(n: number) => gates[GATE].gate.evaluate(facts[n % facts.length] as never, subject), bare];
  // A node runs for days: it is compiled long before it judges what is measured.
  const warmUp = 5_000;
  const times = ways.map((): number[] => []);
  for (let n = 0; n < warmUp + 3_000; n += 1) {
    for (const [i, way] of ways.entries()) {
      const startedAt = performance.now();
      await way(n);
      if (n >= warmUp) times[i]?.push(performance.now() - startedAt);
    }
  }
  const [ours = [], alone = []] = times.map((one) => one.sort((a, b) => a - b));
  return [percentile(ours, 0.5), percentile(alone, 0.5)];
}

/** The same transaction, counting what is asked of the database. */
function counting(tx: Tx): { readonly tx: Tx; readonly count: () => number } {
  let asked = 0;
  const count =
    <A extends unknown[], R>(ask: (...args: A) => R) =>
    (...args: A): R => {
      asked += 1;
      return ask(...args);
    };
  return { tx: { ...tx, query: count(tx.query) as Tx['query'], maybe: count(tx.maybe) as Tx['maybe'], one: count(tx.one) as Tx['one'] }, count: () => asked };
}

/** What the gates cost: with their facts at hand, loading them, for many at once, and over the past. */
export async function measureGates(world: BenchWorld, deals: number): Promise<Figure[]> {
  const database = new pg.Client({ connectionString: world.node.databaseUrl, options: '-c app.user_id=system' });
  await database.connect();
  const pool = createPool(world.node.databaseUrl, 2, 'selvedge-bench');
  try {
    const [loaded, bare] = await decideLoaded();
    const most = (0.1 * bare) / ENGINE_REFERENCE;
    const { rows } = await database.query<{ id: string }>('select id from crm_purchase_order where org = $1 order by id limit 1000', [world.orgId]);
    const headers = { authorization: `Bearer ${world.salesToken}` };
    const explain = (n: number) => call({ url: `${world.node.url}/crm/gates/${GATE}/explain?subject=${rows[n % rows.length]?.id ?? ''}`, headers });
    await load(1, 100, explain);
    const explained = await load(1, 500, explain);

    const statements = await inTransaction(
      pool,
      { kind: 'system' },
      async (tx) => {
        const counted = counting(tx);
        const orders = await counted.tx.query<NamedRow>('select * from crm_purchase_order where org = $1 order by id limit $2', [world.orgId, PREFLIGHT]);
        await judgeMany(counted.tx, shipmentApproval, NOBODY, orders, new Date());
        return counted.count();
      },
      'read',
    );
    const body = JSON.stringify({ subjects: rows.slice(0, PREFLIGHT).map(({ id }) => id) });
    const preflight = await load(1, 20, () => call({ url: `${world.node.url}/crm/gates/${GATE}/preflight`, method: 'POST', headers, body }));

    await database.query(
      `insert into kernel.decision (org, gate, policy_version, subject_type, subject_id, allowed, facts, requirements, actor)
       select $1, $2, 1, 'crm_purchase_order', $3, true, $4, '[]', 'system' from generate_series(1, $5::int)`,
      [world.orgId, GATE, rows[0]?.id, JSON.stringify(readCases(GATE)[0]?.facts), PAST],
    );
    const text = await call({
      url: `${world.node.url}/core/views/gate-backtest`,
      method: 'POST',
      headers: { authorization: `Bearer ${world.adminToken}` },
      body: JSON.stringify({ org: 'MOD', gate: GATE, definition: JSON.stringify(gates[GATE].policy), limit: PAST }),
    });
    const { data: replayed } = JSON.parse(text) as { data: { replayed: number; ms: number } };
    return [
      {
        name: 'a shipment-approval decision, facts at hand',
        measured: `${number(loaded, 3)} ms`,
        target: `< ${number(most, 3)} ms (0.1 where the engine alone takes ${ENGINE_REFERENCE} for 8 rules, here ${number(bare, 3)})`,
        met: loaded < most,
      },
      {
        name: `the same over HTTP, facts loaded, at ${number(deals)} deals`,
        measured: `p95 ${number(explained.p95, 1)} ms`,
        target: 'p95 < 20 ms',
        met: explained.p95 < 20,
      },
      {
        name: `preflight of ${PREFLIGHT} POs`,
        measured: `${statements} statements, p50 ${number(preflight.p50, 1)} ms`,
        target: '≤ 6 statements',
        met: statements <= 6,
      },
      {
        name: 'a draft replayed over past decisions',
        measured: `${number(replayed.replayed)} in ${number(replayed.ms / 1_000, 1)} s`,
        target: `${number(PAST)} in < 10 s`,
        met: replayed.replayed === PAST && replayed.ms < 10_000,
      },
    ];
  } finally {
    await Promise.all([database.end(), pool.end()]);
  }
}
