import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { ApiClient } from '@selvedge/seed/client.ts';
import type { BenchWorld } from './bench-world.ts';
import { call, percentile } from './load.ts';
import { number, type Figure } from './report.ts';

const ROWS = 1_000_000;
const ROUNDS = 300;

/**
 * Median milliseconds of each way, asked in turn so that whatever else the machine does falls on all of them alike,
 * and in the other order every second round, so that none always meets what the one before left behind.
 */
async function medians(ways: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times = ways.map((): number[] => []);
  for (let round = 0; round < ROUNDS + 20; round += 1) {
    const turn = [...ways.entries()];
    for (const [i, way] of round % 2 === 0 ? turn : turn.reverse()) {
      const at = performance.now();
      await way();
      if (round >= 20) times[i]?.push(performance.now() - at);
    }
  }
  return times.map((one) =>
    percentile(
      one.sort((a, b) => a - b),
      0.5,
    ),
  );
}

const status = (url: string, token: string) => fetch(url, { headers: { authorization: `Bearer ${token}` } }).then((response) => response.text());

/** A list of 25 out of a million rows for somebody with one org, against the same for an administrator who sees all. */
export async function measureScopedList(world: BenchWorld): Promise<Figure[]> {
  const owner = new pg.Client({ connectionString: world.node.ownerUrl, options: '-c app.user_id=system' });
  await owner.connect();
  await owner.query(
    `insert into crm_outbound_mail (org, type, object_id, recipient, subject, body, status, created_at)
     select o.id, 'bench', gen_random_uuid(), 'nobody@example.com', 'Subject', 'Body', 'sent', now() - n * interval '1 second'
     from generate_series(1, $1::int / 2) n cross join core_org o where o.code in ('MOD', 'JTR')`,
    [ROWS],
  );
  await owner.query('analyze crm_outbound_mail');
  await owner.end();
  const admin = await new ApiClient({ crm: world.node.url, wms: world.node.url }, 'admin@selvedge.test', 'selvedge-demo').token('crm');
  const list = (token: string) => () =>
    call({
      url: `${world.node.url}/items/crm_outbound_mail?limit=25&sort=id&fields=id,org,subject,status,created_at`,
      headers: { authorization: `Bearer ${token}` },
    });
  const [scoped = 0, unscoped = 0] = await medians([list(world.salesToken), list(admin)]);
  return [
    {
      name: `items list of 25 from ${ROWS.toLocaleString('en')} rows, one org against the administrator`,
      measured: `${number(scoped / unscoped, 2)} × (${number(scoped, 1)} ms against ${number(unscoped, 1)} ms)`,
      target: '≤ 1.5 ×',
      met: scoped / unscoped <= 1.5,
    },
  ];
}

/** Reading a row of another org by its id takes as long as reading one that does not exist. */
export async function measureTimingClass(world: BenchWorld): Promise<Figure[]> {
  const system = new pg.Client({ connectionString: world.node.databaseUrl, options: '-c app.user_id=system' });
  await system.connect();
  const { rows } = await system.query<{ id: string }>(`select p.id from crm_customer_profile p join core_org o on o.id = p.org where o.code = 'JTR' limit 1`);
  await system.end();
  const foreign = rows[0]?.id;
  if (foreign === undefined) throw new Error('JTR has no customer to ask for.');
  const paths = { view: (id: string) => `/crm/views/customer?id=${id}`, item: (id: string) => `/items/crm_customer_profile/${id}` };
  const figures: Figure[] = [];
  for (const [name, path] of Object.entries(paths)) {
    const ask = (id: string) => () => status(`${world.node.url}${path(id)}`, world.salesToken);
    const [of = 0, ofNothing = 0] = await medians([ask(foreign), ask(randomUUID())]);
    const ratio = of / ofNothing;
    figures.push({
      name: `${name}: a customer of another org by id, against one that does not exist`,
      measured: `${number(ratio, 2)} × (${number(of, 1)} ms against ${number(ofNothing, 1)} ms)`,
      target: '0.9 to 1.1 ×',
      met: ratio >= 0.9 && ratio <= 1.1,
    });
  }
  return figures;
}
