import type { Decision } from '@selvedge/kernel/gate/decision.ts';
import { readCases } from '@selvedge/rules/read-cases.ts';
import { openGateDesk, SUBMIT_POLICY, type GateDesk } from '../world/gate-desk.ts';
import { openWorld } from '../world/world.ts';

const world = openWorld();
let desk: GateDesk;
beforeAll(async () => {
  desk = await openGateDesk(world, 'MOD');
});
afterAll(() => world.close());

describe('before it is published', () => {
  test('it is tried on a record, beside the policy in force [SYS-4]', async () => {
    const { dealId } = await desk.oneLineDeal();
    const { data: found } = await desk.editor.client.view<{ id: string; label: string }[]>('core', 'gate-subjects', { org: 'MOD', gate: desk.gate, q: 'MOD' });
    expect(found.some((one) => one.id === dealId)).toBe(true);
    const tried = await desk.ask<{ inForce: Decision; draft: Decision }>('gate-simulate', { subject: dealId, definition: desk.withTwoLines });
    expect([tried.inForce.allowed, tried.draft.allowed]).toEqual([true, false]);
    expect(await desk.decisionsAbout(dealId)).toEqual([]);
  });

  test('it is replayed over past decisions, and each that turns round is named with its money [SYS-4]', async () => {
    const { dealId, submit: send } = await desk.oneLineDeal();
    await send();
    interface Replayed {
      replayed: number;
      turnedCount: number;
      turned: { subjectId: string; label: string; amount: string; currency: string; wasAllowed: boolean; isAllowed: boolean; codes: string[] }[];
      sums: { currency: string; count: number }[];
    }
    const { replayed, turned, turnedCount, sums } = await desk.ask<Replayed>('gate-backtest', { definition: desk.withTwoLines });
    expect(replayed).toBeGreaterThanOrEqual(turnedCount);
    const [deal] = await world.look('crm', (tx) =>
      tx.query<{ code: string; gross_amount: string }>('select code, gross_amount from crm_deal where id = $1', [dealId]),
    );
    expect(turned.find((one) => one.subjectId === dealId)).toMatchObject({
      label: deal?.code,
      amount: deal?.gross_amount,
      currency: 'USD',
      wasAllowed: true,
      isAllowed: false,
      codes: ['TWO_LINES'],
    });
    expect(sums.find((sum) => sum.currency === 'USD')?.count).toBeGreaterThan(0);
    expect(
      (await desk.ask<Replayed>('gate-backtest', { definition: JSON.stringify(SUBMIT_POLICY) })).turned.every((one) => one.codes.includes('TWO_LINES')),
    ).toBe(true);
  });
});

test('what was decided before a gate read a fact is counted apart in a replay, and turns nothing round', async () => {
  const { dealId } = await desk.oneLineDeal();
  const replay = () => desk.ask<{ unreadable: number; turned: { subjectId: string }[] }>('gate-backtest', { definition: JSON.stringify(SUBMIT_POLICY) });
  const { unreadable: before } = await replay();
  await world.write('crm', (tx) =>
    tx.query(
      `insert into kernel.decision (org, gate, policy_version, subject_type, subject_id, allowed, facts, requirements, command, actor, request_id)
       select id, $2, 1, 'crm_deal', $1, true, '{}', '[]', 'deal.submit', 'system', 'test' from core_org where code = 'MOD'`,
      [dealId, desk.gate],
    ),
  );
  const { unreadable, turned } = await replay();
  expect(unreadable).toBe(before + 1);
  expect(turned.filter((one) => one.subjectId === dealId)).toEqual([]);
});

test('cases that a text adds are answered while they are written, though one has no name yet or no facts [SYS-4]', async () => {
  const { added } = await desk.ask<{ added: ({ unmet: string[] } | null)[] }>('gate-check', {
    definition: desk.withTwoLines,
    cases: JSON.stringify({ added: [{ name: '', facts: { ...readCases('deal-submit')[0]!.facts, lineCount: 1 } }, { name: 'no facts' }] }),
  });
  expect(added.map((one) => one?.unmet.includes('TWO_LINES') ?? null)).toEqual([true, null]);
});
