import pg from 'pg';
import type { BenchWorld } from './bench-world.ts';
import { call, load, loadByTurns, percentile } from './load.ts';
import { askEndpoint, machineWith } from './machine.ts';
import { number, type Figure } from './report.ts';

const CLIENTS = 8;
/** Tables the view reads; without row security in a transaction that is rolled back. */
const TABLES = ['core_org', 'crm_purchase_order', 'crm_deal', 'crm_customer_profile', 'crm_order_mirror'];

const SQL = `
  with page as materialized (
    select po.* from crm_purchase_order po where po.org = $1 and po.stage = $2 order by po.stage_since asc, po.id asc limit $3)
  select po.id, po.code, o.code as org, po.deal, d.code as deal_code, p.name, po.profile, po.stage, po.stage_since, po.ship_date, po.currency, po.gross_amount, p.payment_mode,
    d.credit_blocked, po.payment_confirmed_at, po.approved_at, po.line_count, po.allocated_line_count, po.open_shortage_count, m.status, m.carrier, m.tracking_id
  from page po join core_org o on o.id = po.org join crm_deal d on d.id = po.deal join crm_customer_profile p on p.id = po.profile left join crm_order_mirror m on m.purchase_order = po.id
  order by po.stage_since asc, po.id asc`;

async function timeSql(client: pg.Client, params: unknown[]): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 220; i += 1) {
    const at = performance.now();
    await client.query({ name: 'view', text: SQL, values: params });
    if (i >= 20) times.push(performance.now() - at);
  }
  return percentile(
    times.sort((a, b) => a - b),
    0.5,
  );
}

/** The view's SQL as a scoped user, against the bare query without row security. */
async function measureSql(world: BenchWorld, userId: string): Promise<Figure> {
  const params = [world.orgId, 'needs_approval', 26];
  const owner = new pg.Client({ connectionString: world.node.ownerUrl });
  const scoped = new pg.Client({ connectionString: world.node.databaseUrl });
  await Promise.all([owner.connect(), scoped.connect()]);
  try {
    await owner.query('analyze');
    await scoped.query(`select set_config('app.user_id', $1, false)`, [userId]);
    const withSecurity = await timeSql(scoped, params);
    await owner.query('begin');
    for (const name of TABLES) await owner.query(`alter table ${name} disable row level security`);
    const bare = await timeSql(owner, params);
    await owner.query('rollback');
    return {
      name: '/crm/views/fulfillment, its SQL against the bare query',
      measured: `${number(withSecurity / bare, 2)} × (${number(withSecurity, 2)} ms against ${number(bare, 2)} ms)`,
      target: '≤ 2 ×',
      met: withSecurity / bare <= 2,
    };
  } finally {
    await Promise.all([owner.end(), scoped.end()]);
  }
}

/** The same page collected through Directus' items API: the rows, then what belongs to them. */
async function throughItems(world: BenchWorld): Promise<void> {
  const get = async <T>(path: string) =>
    (JSON.parse(await call({ url: `${world.node.url}${path}`, headers: { authorization: `Bearer ${world.salesToken}` } })) as { data: T[] }).data;
  const filter = encodeURIComponent(JSON.stringify({ stage: { _eq: 'needs_approval' } }));
  const fields =
    'id,code,stage,stage_since,ship_date,currency,gross_amount,payment_confirmed_at,approved_at,org.code,deal.id,deal.code,deal.credit_blocked,profile.id,profile.name,profile.payment_mode';
  const orders = await get<{ id: string }>(`/items/crm_purchase_order?filter=${filter}&sort=stage_since&limit=25&fields=${fields}`);
  const ids = orders.map((order) => order.id);
  const of = (field: string) => encodeURIComponent(JSON.stringify({ [field]: { _in: ids } }));
  const lines = await get<{ id: string }>(`/items/crm_deal_line?filter=${of('purchase_order')}&limit=-1&fields=id,purchase_order,status`);
  const ofLines = encodeURIComponent(JSON.stringify({ deal_line: { _in: lines.map((line) => line.id) } }));
  await postSearch(world, 'crm_reservation_mirror', ofLines);
  await postSearch(world, 'crm_order_mirror', of('purchase_order'));
}

/** Long filters travel in a SEARCH body. */
async function postSearch(world: BenchWorld, collection: string, filter: string): Promise<void> {
  const response = await fetch(`${world.node.url}/items/${collection}`, {
    method: 'SEARCH',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${world.salesToken}` },
    body: JSON.stringify({
      query: {
        filter: JSON.parse(decodeURIComponent(filter)) as object,
        limit: -1,
        fields: ['id', 'state'].slice(0, collection === 'crm_reservation_mirror' ? 2 : 1),
      },
    }),
  });
  if (!response.ok) throw new Error(`SEARCH ${collection} answered ${response.status}: ${await response.text()}`);
  await response.json();
}

/** 25 rows of many deals, filtered, as a scoped user. */
export async function measureView(world: BenchWorld, userId: string, deals: number, endpointUrl: string): Promise<Figure[]> {
  const sql = await measureSql(world, userId);
  const view = () =>
    call({ url: `${world.node.url}/crm/views/fulfillment?org=MOD&tab=approval&limit=25`, headers: { authorization: `Bearer ${world.salesToken}` } });
  const rows = (JSON.parse(await view()) as { data: unknown[] }).data.length;
  if (rows !== 25) throw new Error(`The view answered ${rows} rows instead of 25.`);
  const endpoint = askEndpoint(world, endpointUrl);
  await load(CLIENTS, 600, view);
  await load(CLIENTS, 200, endpoint);
  const [result, plain] = await loadByTurns(CLIENTS, 3_000, [view, endpoint]);
  await load(2, 4, () => throughItems(world));
  const items = await load(CLIENTS, 60, () => throughItems(world));
  const ratio = result.perSecond / items.perSecond;
  const target = machineWith(plain.perSecond).target(1_000);
  return [
    sql,
    {
      name: `/crm/views/fulfillment, 25 rows of ${deals} deals, 8 clients`,
      measured: `${number(result.perSecond)}/s, p95 ${number(result.p95, 1)} ms`,
      target: target.text,
      met: result.perSecond >= target.perSecond,
    },
    {
      name: 'the same against collecting it through the items API',
      measured: `${number(ratio, 1)} × (${number(items.perSecond, 1)}/s)`,
      target: '≥ 20 ×',
      met: ratio >= 20,
    },
  ];
}
