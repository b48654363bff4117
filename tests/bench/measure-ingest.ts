import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { CONTRACT_VERSION } from '@selvedge/contract/version.ts';
import { sign } from '@selvedge/kernel/signature/standard-webhooks.ts';
import type { BenchWorld } from './bench-world.ts';
import { call, load } from './load.ts';
import { number, type Figure } from './report.ts';

const CLIENTS = 8;
const EVENTS = 6_000;
const WARM_UP = 800;

function event(secret: string) {
  const id = randomUUID();
  const entityId = `MOD:${randomUUID()}`;
  const body = JSON.stringify({
    id,
    type: 'stock_by_quality.updated',
    contract_version: CONTRACT_VERSION,
    idempotency_key: `wms:stock:${entityId}:updated:v1`,
    org: 'MOD',
    occurred_at: new Date().toISOString(),
    source: 'wms',
    entity: 'stock',
    entity_id: entityId,
    sequence: 1,
    // Many qualities, so that the clients do not wait for one row.
    data: { item_code: `POPLIN-${[100, 120, 150, 180, 210, 240][Math.floor(Math.random() * 6)] ?? 100}`, on_hand_meters: '100', free_meters: '90' },
  });
  return { body, headers: { ...sign([secret], id, new Date(), body) } };
}

/** Event ingest over HTTP against the same statements on bare Node and pg, turn and turn about. */
export async function measureIngest(world: BenchWorld): Promise<Figure[]> {
  const secret = world.node.env['SELVEDGE_EVENT_SECRET_WMS_TO_CRM'] as string;
  const bare = spawn(process.execPath, [path.join(import.meta.dirname, 'bare-ingest.ts')], {
    env: { ...process.env, BENCH_DATABASE_URL: world.node.databaseUrl, BENCH_SECRET: secret },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(bare.stdout, 'data')) as [Buffer];
  const bareUrl = `http://127.0.0.1:${port.toString().trim()}/crm/events`;
  const run = (url: string, total: number) => load(CLIENTS, total, () => call({ url, method: 'POST', ...event(secret) }));
  try {
    const ours = `${world.node.url}/crm/events`;
    for (const url of [ours, bareUrl]) await run(url, WARM_UP);
    const ratios: number[] = [];
    let best = { ours: 0, bare: 0 };
    for (let round = 0; round < 3; round += 1) {
      const a = await run(ours, EVENTS / 3);
      const b = await run(bareUrl, EVENTS / 3);
      ratios.push(a.perSecond / b.perSecond);
      best = { ours: Math.max(best.ours, a.perSecond), bare: Math.max(best.bare, b.perSecond) };
    }
    const ratio = ratios.sort((a, b) => a - b)[1] ?? 0;
    return [
      {
        name: 'event ingest, 8 clients, against bare Node + pg',
        measured: `${number(ratio, 2)} × (${number(best.ours)}/s against ${number(best.bare)}/s)`,
        target: '≥ 0.4 ×',
        met: ratio >= 0.4,
      },
    ];
  } finally {
    bare.kill();
  }
}
