import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ChainHead } from '@selvedge/kernel/audit/heads.ts';
import { sealAudit } from '@selvedge/kernel/audit/seal.ts';
import { verifyAudit } from '@selvedge/kernel/audit/verify.ts';
import { createPool } from '@selvedge/kernel/database/pool.ts';
import { repositoryRoot } from '@selvedge/directus/launch/paths.ts';
import { asCore } from '../world/core-client.ts';
import { openWorld, refusalOf } from '../world/world.ts';

const world = openWorld();
const node = world.stack.nodeOf('crm');
const pool = createPool(node.databaseUrl, 3, 'selvedge-test');
const owner = createPool(node.ownerUrl, 1, 'selvedge-test');
const folder = mkdtempSync(path.join(os.tmpdir(), 'selvedge-audit-'));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await Promise.all([world.close(), pool.end(), owner.end()]);
});

const admin = asCore('crm', world.as('admin.mod'));

interface Verdict {
  readonly rows: number;
  readonly firstBroken: { readonly auditId: number | null; readonly number: number; readonly why: string } | null;
  readonly heads: ChainHead[];
}
const verdict = async () => (await admin.view<Verdict>('audit-verify')).data;

async function sealed(): Promise<void> {
  for (;;) {
    await sealAudit(pool);
    const { n } = await world.look('crm', (tx) => tx.one<{ n: number }>('select count(*) as n from kernel.audit_unsealed'));
    if (n === 0) return;
  }
}

async function dealOf(org: 'MOD' | 'JTR'): Promise<string> {
  const wish = await world.wish(org, { mode: 'credit', lines: 1 });
  const { dealId } = await world
    .people(org)
    .sales.command<{ dealId: string }>('crm', 'deal.create', { org: wish.orgId, profile: wish.profileId, currency: 'USD', lines: wish.lines });
  return dealId;
}

/** As who owns the tables and may switch off what guards them; everything is put back afterwards. */
async function asThief<T>(steal: (run: (sql: string, params?: unknown[]) => Promise<unknown>) => Promise<T>): Promise<T> {
  const tables = ['kernel.audit', 'kernel.audit_seal', 'kernel.audit_unsealed'];
  for (const table of tables) await owner.query(`alter table ${table} no force row level security; alter table ${table} disable trigger user`);
  try {
    return await steal((sql, params) => owner.query(sql, params));
  } finally {
    for (const table of tables) await owner.query(`alter table ${table} force row level security; alter table ${table} enable trigger user`);
  }
}

/** The command line, on this stack's database. */
async function commandLine(...args: string[]): Promise<{ code: number; output: string }> {
  const env = { PATH: process.env['PATH'] ?? '', DATABASE_URL: node.databaseUrl };
  const entry = path.join(repositoryRoot, 'directus/launch/verify-audit.ts');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', entry, ...args], { env, cwd: repositoryRoot });
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

describe('the audit chain', () => {
  test('does not fork under 20 writers in each of two orgs at once, and is one chain per org [J72 QA-2]', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => dealOf(i % 2 === 0 ? 'MOD' : 'JTR')));
    await Promise.all([sealed(), sealed(), sealed()]);
    const chains = await world.look('crm', (tx) =>
      tx.query<{ rows: number; last: number; predecessors: number; strangers: number }>(
        `select count(*) as rows, max(s.number) as last, count(distinct s.previous_hash) as predecessors,
           count(*) filter (where coalesce(a.org, '00000000-0000-0000-0000-000000000000') <> s.chain) as strangers
         from kernel.audit_seal s join kernel.audit a on a.id = s.audit_id group by s.chain`,
      ),
    );
    expect(chains.length).toBeGreaterThanOrEqual(2);
    expect(chains.filter((chain) => chain.rows !== chain.last || chain.predecessors !== chain.rows || chain.strangers > 0)).toEqual([]);
    expect((await verifyAudit(pool)).firstBroken).toBeNull();
  });

  test('names the row that its owner changed, on the page and on the command line [J38 J72]', async () => {
    const deal = await dealOf('MOD');
    await dealOf('MOD');
    await sealed();
    const row = await world.look('crm', (tx) =>
      tx.one<{ id: number; actor: string }>(`select id, actor from kernel.audit where command = 'deal.create' and subject_id = $1`, [deal]),
    );
    expect((await verdict()).firstBroken).toBeNull();
    await asThief((run) => run(`update kernel.audit set actor = 'system' where id = $1`, [row.id]));
    try {
      expect((await verdict()).firstBroken).toMatchObject({ auditId: row.id, why: 'its content was changed after it was sealed' });
      await expect(commandLine()).resolves.toMatchObject({ code: 1, output: expect.stringContaining(`audit row ${row.id}`) as string });
    } finally {
      await asThief((run) => run('update kernel.audit set actor = $2 where id = $1', [row.id, row.actor]));
    }
    expect((await verdict()).firstBroken).toBeNull();
    await expect(commandLine()).resolves.toMatchObject({ code: 0, output: expect.stringContaining('rows fit their seals') as string });
  });

  test('names a row that was put in past the trigger', async () => {
    await sealed();
    // Of an organisation, and of none: the whole installation has a chain as well.
    for (const org of [await world.orgId('MOD'), null]) {
      await asThief((run) => run(`insert into kernel.audit (org, actor, command) values ($1, 'system', 'deal.approve')`, [org]));
      try {
        expect((await verdict()).firstBroken).toMatchObject({ number: 0, why: 'it was written without being noted for sealing' });
      } finally {
        await asThief((run) => run(`delete from kernel.audit where command = 'deal.approve'`));
      }
    }
  });

  test('shows with an exported head that its end was cut off', async () => {
    await dealOf('MOD');
    await sealed();
    const org = await world.orgId('MOD');
    const { data: exported } = await admin.view<{ heads: ChainHead[] }>('audit-head');
    const head = exported.heads.find((one) => one.org === 'MOD') as ChainHead;
    const file = path.join(folder, 'head.json');
    writeFileSync(file, JSON.stringify(exported));
    await expect(commandLine('--head', file)).resolves.toMatchObject({ code: 0 });
    // A head of one row further on stands for what was sealed and is gone now: the chain itself still fits.
    writeFileSync(file, JSON.stringify({ ...exported, heads: [{ ...head, number: head.number + 1_000 }] }));
    await expect(commandLine('--head', file)).resolves.toMatchObject({ code: 1, output: expect.stringContaining('ends before the exported head') as string });
    writeFileSync(file, JSON.stringify({ ...exported, heads: [{ ...head, hash: '0'.repeat(64) }] }));
    await expect(commandLine('--head', file)).resolves.toMatchObject({ code: 1, output: expect.stringContaining('differs from the exported head') as string });
    writeFileSync(file, '{"heads": 1}');
    await expect(commandLine('--head', file)).resolves.toMatchObject({ code: 2, output: expect.stringContaining('is no exported head') as string });
    expect(head.chain).toBe(org);
  });
});

describe('the audit as administrators read it', () => {
  interface AuditRow {
    readonly id: number;
    readonly org: string;
    readonly command: string;
    readonly subjectId: string;
    readonly actorName: string;
    readonly after: object;
  }

  test('is found by who, what, subject and words, of the own org alone [J38 J1]', async () => {
    const [deal, foreign] = [await dealOf('MOD'), await dealOf('JTR')];
    const find = async (query: Record<string, string>) => (await admin.view<AuditRow[]>('audit', query)).data;
    const [row] = await find({ subjectId: deal });
    expect(row).toMatchObject({ org: 'MOD', command: 'deal.create', actorName: 'Selin Yıldız (MOD)' });
    expect((await find({ command: 'deal.create', q: deal.slice(0, 18) })).map((one) => one.id)).toEqual([row?.id]);
    expect(await find({ subjectId: deal, from: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
    expect(await find({ subjectId: foreign })).toEqual([]);
    await expect(refusalOf(asCore('crm', world.people('MOD').sales).view('audit'))).resolves.toMatchObject({ code: 'PERMISSION_REQUIRED' });
  });

  test('goes on page by page without a gap', async () => {
    const all = (await admin.view<AuditRow[]>('audit', { limit: '10', to: new Date().toISOString() })).data.map((row) => row.id);
    const first = await admin.view<AuditRow[]>('audit', { limit: '4' });
    const second = await admin.view<AuditRow[]>('audit', { limit: '6', cursor: first.nextCursor as string });
    expect([...first.data, ...second.data].map((row) => row.id)).toEqual(all);
  });
});
