import pg from 'pg';
import { eventually } from '@selvedge/seed/client.ts';
import type { BenchWorld } from './bench-world.ts';
import { load, percentile, type LoadResult } from './load.ts';
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

/**
 * A simple command against a normal Directus endpoint that does one transaction with an outbox row: one that
 * tells the other system nothing, and one that writes an event. The endpoint's row is delivered by nobody, so the
 * workers stand still while that one is measured.
 */
export async function measureCommand(world: BenchWorld, endpointUrl: string, workers: readonly { readonly pid: number }[]): Promise<Figure[]> {
  const total = 1_500;
  const warmUp = 200;
  const deals: string[] = [];
  await load(CLIENTS, total + warmUp, async (n) => deals.push((await createDeal(world, n, { count: 1 })).dealId));
  const measure = async (name: string) => {
    const send = (n: number) => world.command(world.salesToken, 'crm', name, { deal: deals[n] });
    await load(CLIENTS, warmUp, (n) => send(total + n));
    return load(CLIENTS, total, send);
  };
  const theirs = await plainEndpoint(world, endpointUrl, total);
  const submitted = await measure('deal.submit');
  for (const { pid } of workers) process.kill(pid, 'SIGSTOP');
  const won = await measure('deal.win').finally(() => {
    for (const { pid } of workers) process.kill(pid, 'SIGCONT');
  });
  const theirsAgain = await plainEndpoint(world, endpointUrl, total);
  // The machine is not the same from minute to minute: before and after, in the middle.
  const endpoint = (theirs + theirsAgain) / 2;
  await allDelivered(world);
  const figure = (name: string, ours: LoadResult): Figure => ({
    name,
    measured: `${number(ours.perSecond / endpoint, 2)} × (${number(ours.perSecond)}/s, p95 ${number(ours.p95, 1)} ms, against ${number(endpoint)}/s)`,
    target: '≥ 3 ×',
    met: ours.perSecond / endpoint >= 3,
  });
  return [
    figure('a simple command (a draft sent), 8 clients, against a Directus endpoint', submitted),
    figure('one that also tells the warehouse (a deal of one line won), likewise', won),
  ];
}

/** Nothing of the outbox waits any more: what is measured next is not slowed by it. */
async function allDelivered(world: BenchWorld): Promise<void> {
  const database = new pg.Client({ connectionString: world.node.databaseUrl, options: '-c app.user_id=system' });
  await database.connect();
  try {
    const waiting = `select count(*) as n from kernel.outbox where status = 'pending'`;
    await eventually(
      'an empty outbox',
      async () => Number((await database.query<{ n: string }>(waiting)).rows[0]?.n),
      (n) => n === 0,
      180_000,
    );
  } finally {
    await database.end();
  }
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
