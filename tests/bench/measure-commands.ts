import pg from 'pg';
import { eventually } from '@selvedge/seed/client.ts';
import type { BenchWorld } from './bench-world.ts';
import { load, percentile } from './load.ts';
import { plainEndpoint, type Machine } from './machine.ts';
import { number, type Figure } from './report.ts';

const CLIENTS = 8;

const linesOf = (world: BenchWorld, n: number, count: number) => Array.from({ length: count }, (_, i) => world.lines[(n * count + i) % world.lines.length]);

const createDeal = (world: BenchWorld, n: number, options: { count?: number; submit?: boolean } = {}) =>
  world.command<{ dealId: string }>(world.salesToken, 'crm', 'deal.create', {
    org: world.orgId,
    profile: world.profileId,
    currency: 'USD',
    lines: linesOf(world, n, options.count ?? 5),
    submit: options.submit ?? false,
  });

/** A simple command against a normal Directus endpoint that does one transaction with an outbox row. */
export async function measureCommand(world: BenchWorld, endpointUrl: string): Promise<Figure[]> {
  const total = 1_500;
  const deals: string[] = [];
  await load(CLIENTS, total + 200, async (n) => deals.push((await createDeal(world, n, { count: 1 })).dealId));
  const submit = (n: number) => world.command(world.salesToken, 'crm', 'deal.submit', { deal: deals[n] });
  await load(CLIENTS, 200, (n) => submit(total + n));
  const ours = await load(CLIENTS, total, submit);
  const theirs = await plainEndpoint(world, endpointUrl);
  const ratio = ours.perSecond / theirs;
  return [
    {
      name: 'a simple command, 8 clients, against a Directus endpoint',
      measured: `${number(ratio, 2)} × (${number(ours.perSecond)}/s, p95 ${number(ours.p95, 1)} ms, against ${number(theirs)}/s)`,
      target: '≥ 3 ×',
      met: ratio >= 3,
    },
  ];
}

/** A deal of five lines created and won, its reservation committed on the other side. */
export async function measureDeals(world: BenchWorld, machine: Machine): Promise<Figure[]> {
  const database = new pg.Pool({ connectionString: world.node.databaseUrl, max: 2, options: '-c app.user_id=system' });
  const isReserved = async (dealId: string) => (await database.query('select 1 from wms_reservation where crm_deal_id = $1', [dealId])).rowCount === 1;
  const win = async (n: number) => {
    const { dealId } = await createDeal(world, n, { submit: true });
    await world.command(world.salesToken, 'crm', 'deal.win', { deal: dealId });
    return dealId;
  };
  try {
    for (let n = 0; n < 30; n += 1) await win(n);
    const times: number[] = [];
    for (let n = 0; n < 100; n += 1) {
      const at = performance.now();
      const dealId = await win(n);
      while (!(await isReserved(dealId))) await new Promise((resolve) => setImmediate(resolve));
      times.push(performance.now() - at);
    }
    times.sort((a, b) => a - b);
    const p50 = percentile(times, 0.5);

    const total = 600;
    const startedAt = performance.now();
    const before = Number((await database.query<{ n: string }>('select count(*) as n from wms_reservation')).rows[0]?.n);
    await load(CLIENTS, total, win);
    const sent = (performance.now() - startedAt) / 1000;
    await eventually(
      'all reservations',
      async () => Number((await database.query<{ n: string }>('select count(*) as n from wms_reservation')).rows[0]?.n) - before,
      (seen) => seen >= total,
      120_000,
    );
    const perSecond = total / ((performance.now() - startedAt) / 1000);
    const target = machine.target(120);
    return [
      {
        name: 'deal of 5 lines created (and submitted) and won, reserved on the other side, 1 client',
        measured: `p50 ${number(p50, 1)} ms, p95 ${number(percentile(times, 0.95), 1)} ms`,
        target: 'p50 < 40 ms',
        met: p50 < 40,
      },
      {
        name: 'the same with 8 clients, until the last reservation is committed',
        measured: `${number(perSecond)}/s (won at ${number(total / sent)}/s)`,
        target: target.text,
        met: perSecond >= target.perSecond,
      },
    ];
  } finally {
    await database.end();
  }
}

/** Delivery lag at 50 events a second: from commit on one side to commit on the other. */
export async function measureLag(world: BenchWorld): Promise<Figure[]> {
  const database = new pg.Client({ connectionString: world.node.databaseUrl, options: '-c app.user_id=system' });
  await database.connect();
  const total = 500;
  const deals: string[] = [];
  await load(4, total, async (n) => {
    deals.push((await createDeal(world, n, { count: 1, submit: true })).dealId);
  });
  const startedAt = performance.now();
  const wins: Promise<unknown>[] = [];
  // 25 wins a second make 50 events: deal.won and the reservation.updated that answers it.
  for (const [n, deal] of deals.entries()) {
    const wait = startedAt + n * 40 - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    wins.push(world.command(world.salesToken, 'crm', 'deal.win', { deal }));
  }
  await Promise.all(wins);
  try {
    const lag = () =>
      database.query<{ n: string; p95: number }>(
        `select count(*) as n, percentile_cont(0.95) within group (order by extract(epoch from i.applied_at - o.occurred_at)) as p95
         from kernel.outbox o join kernel.inbox i on i.id = o.id where o.entity_id = any ($1) and i.status = 'applied'`,
        [deals],
      );
    await eventually(
      'all events',
      async () => Number((await lag()).rows[0]?.n),
      (n) => n >= total * 2,
      60_000,
    );
    const p95 = Number((await lag()).rows[0]?.p95);
    return [{ name: 'delivery lag at 50 events/s, commit to commit', measured: `p95 ${number(p95 * 1000)} ms`, target: 'p95 < 1 s', met: p95 < 1 }];
  } finally {
    await database.end();
  }
}
