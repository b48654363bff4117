import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

/**
 * What event ingest is compared with: the same statements in the same transaction, on bare Node and
 * pg, with the signature verified but nothing else around it.
 */
const pool = new pg.Pool({ connectionString: process.env['BENCH_DATABASE_URL'], max: 20 });
const key = Buffer.from((process.env['BENCH_SECRET'] ?? '').replace('whsec_', ''), 'base64');

const STATEMENTS = {
  actor: `select set_config('app.user_id', 'system', true), set_config('app.system_org', '', true), set_config('plan_cache_mode', 'force_generic_plan', true)`,
  cursor: `insert into kernel.inbox_cursor as c (target, source, entity, entity_id) values ($1, $2, $3, $4)
    on conflict (target, source, entity, entity_id) do update set applied_sequence = c.applied_sequence returning applied_sequence`,
  record: `insert into kernel.inbox (target, id, source, type, contract_version, org_code, org, entity, entity_id, sequence, idempotency_key, body, status, applied_at)
    values ($1, $2, $3, $4, $5, $6, (select id from core_org where code = $6), $7, $8, $9, $10, $11, 'applied', now()) on conflict (target, id) do nothing returning 1 as inserted`,
  org: 'select id, code from core_org where code = $1',
  limit: `select set_config('app.system_org', $1, true)`,
  item: 'select id from crm_catalog_item where code = $1',
  apply: `insert into crm_stock_by_quality (org, catalog_item, on_hand_meters, free_meters, updated_at) values ($1, $2, $3, $4, now())
    on conflict (org, catalog_item) do update set on_hand_meters = excluded.on_hand_meters, free_meters = excluded.free_meters, updated_at = excluded.updated_at returning id`,
  audit: `insert into kernel.audit (org, actor, command, subject_type, subject_id, after, request_id) values ($1, 'system', $2, 'crm_stock_by_quality', $3, $4::jsonb, $5)`,
  advance: 'update kernel.inbox_cursor set applied_sequence = $5 where target = $1 and source = $2 and entity = $3 and entity_id = $4',
  successors: `(select body, status, true as is_next from kernel.inbox
      where target = $1 and source = $2 and entity = $3 and entity_id = $4 and sequence = $5 and status in ('waiting', 'parked') order by position limit 1)
    union all (select body, status, false from kernel.inbox where target = $1 and waiting_for = $6 and status = 'waiting' order by position)`,
} as const;

interface Envelope {
  id: string;
  type: string;
  contract_version: string;
  org: string;
  source: string;
  entity: string;
  entity_id: string;
  sequence: number;
  idempotency_key: string;
  data: { item_code: string; on_hand_meters: string; free_meters: string };
}

async function ingest(raw: string): Promise<void> {
  const event = JSON.parse(raw) as Envelope;
  const client = await pool.connect();
  const run = async (name: keyof typeof STATEMENTS, values: unknown[] = []) =>
    (await client.query<Record<string, string>>({ name, text: STATEMENTS[name], values })).rows;
  const entity = ['crm', event.source, event.entity, event.entity_id];
  try {
    await client.query('begin');
    await run('actor');
    await run('cursor', entity);
    await run('record', [
      'crm',
      event.id,
      event.source,
      event.type,
      event.contract_version,
      event.org,
      event.entity,
      event.entity_id,
      event.sequence,
      event.idempotency_key,
      raw,
    ]);
    const [org] = await run('org', [event.org]);
    await run('limit', [org?.['id']]);
    const [item] = await run('item', [event.data.item_code]);
    const [stock] = await run('apply', [org?.['id'], item?.['id'], event.data.on_hand_meters, event.data.free_meters]);
    await run('advance', [...entity, event.sequence]);
    await run('successors', [...entity, event.sequence + 1, `${event.entity}:${event.entity_id}`]);
    await run('audit', [org?.['id'], event.type, stock?.['id'], JSON.stringify(event.data), event.id]);
    await client.query('commit');
  } finally {
    client.release();
  }
}

const server = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const raw = Buffer.concat(chunks).toString('utf8');
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': given } = request.headers as Record<string, string>;
    const expected = `v1,${createHmac('sha256', key)
      .update(`${id ?? ''}.${at ?? ''}.`)
      .update(raw)
      .digest('base64')}`;
    if (given !== expected) {
      response.writeHead(401).end();
      return;
    }
    ingest(raw).then(
      () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"applied"}'),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
