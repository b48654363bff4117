import type { Decision } from '@selvedge/kernel/gate/decision.ts';
import { gates } from '@selvedge/rules/index.ts';
import { openGateDesk, type GateDesk } from '../world/gate-desk.ts';
import { openWorld, refusalOf, unmetCodes } from '../world/world.ts';

const world = openWorld();
const gate = 'deal-submit';
const LOCK = 'LINES_PRESENT';
const { policy: shipped } = gates[gate];
/** What an organisation could publish before the product locked that a deal has lines. */
const lax = JSON.stringify({ ...shipped, requirements: shipped.requirements.filter((one) => one.code !== LOCK) });
let desk: GateDesk;
let policy: string;
beforeAll(async () => {
  desk = await openGateDesk(world, 'MOD');
  // No command publishes such a text any more; it is planted as the old release left it.
  ({ id: policy } = await world.write('crm', (tx) =>
    tx.one<{ id: string }>(
      `insert into core_gate_policy (id, org, gate, version, state, definition, note, author, published_by, published_at, effective_from)
       select gen_random_uuid(), $1, $2::varchar, coalesce(max(version), 0) + 1, 'published', $3, 'Before the lock', $4, $5, now() - interval '1 day', now() - interval '1 day'
       from core_gate_policy where org = $1 and gate = $2::varchar returning id`,
      [desk.org, gate, lax, desk.editor.id, desk.publisher.id],
    ),
  ));
});
afterAll(() => world.close());

/** A deal from which its line was taken. */
async function emptyDeal(): Promise<string> {
  const { dealId } = await desk.oneLineDeal();
  await world.write('crm', (tx) => tx.query('delete from crm_deal_line where deal = $1', [dealId]));
  return dealId;
}

test('what the product locks reaches a version that was published before, on every way to its answer [SYS-4]', async () => {
  const deal = await emptyDeal();
  const { sales } = world.people('MOD');
  const refusal = await refusalOf(sales.command('crm', 'deal.submit', { deal }));
  expect(refusal.code).toBe('GATE_BLOCKED');
  expect(unmetCodes(refusal.details)).toEqual([LOCK]);
  const [kept] = await world.look('crm', (tx) =>
    tx.query<{ id: number; policy: string; default_version: number }>('select id, policy, default_version from kernel.decision where subject_id = $1', [deal]),
  );
  expect(kept).toMatchObject({ policy, default_version: shipped.version });

  const open = (decision: Decision | null | undefined) => decision?.requirements.filter((one) => !one.met).map((one) => one.code);
  const explained = (await (await sales.raw('crm', `/crm/gates/${gate}/explain?subject=${deal}`)).json()) as { data: Decision };
  expect(open(explained.data)).toEqual([LOCK]);
  const preflight = await sales.raw('crm', `/crm/gates/${gate}/preflight`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ subjects: [deal] }),
  });
  expect(open(((await preflight.json()) as { data: { decision: Decision }[] }).data[0]?.decision)).toEqual([LOCK]);
  const tried = await desk.ask<{ inForce: Decision; draft: Decision }>('gate-simulate', { gate, subject: deal, definition: lax });
  expect([open(tried.inForce), open(tried.draft)]).toEqual([[LOCK], [LOCK]]);
  const replayed = await desk.ask<{ turned: { subjectId: string }[] }>('gate-backtest', { gate, definition: lax });
  expect(replayed.turned.filter((one) => one.subjectId === deal)).toEqual([]);
  const asOf = (await desk.editor.client.view<{ asOf: Decision }>('core', 'decision', { org: 'MOD', id: String(kept!.id) })).data.asOf;
  expect(open(asOf)).toEqual([LOCK]);
});

test('the version says so, and a text without it still is not published anew', async () => {
  interface Seen {
    versions: { id: string; addedByProduct: string[] }[];
  }
  const { data } = await desk.editor.client.view<Seen>('core', 'gate', { org: 'MOD', gate });
  expect(data.versions.find((one) => one.id === policy)?.addedByProduct).toEqual([LOCK]);
  const { problems } = await desk.ask<{ problems: { code: string }[] }>('gate-check', { gate, definition: lax });
  expect(problems.map((one) => one.code)).toContain('LOCKED_DROPPED');
});
