import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import type { Decision } from '@selvedge/kernel/gate/decision.ts';
import { gates } from '@selvedge/rules/index.ts';
import type { Policy, Requirement } from '@selvedge/rules/policy.ts';
import { hire, inSeconds, welcome, type Hired } from '../world/hire.ts';
import { openWorld, refusalOf, unmetCodes } from '../world/world.ts';

const world = openWorld();
const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 1, 'selvedge-test');
const admin = world.as('admin.mod');
let org: string;
let editor: Hired;
let publisher: Hired;
beforeAll(async () => {
  org = await world.orgId('MOD');
  editor = await hire(world);
  publisher = await hire(world);
  await welcome(admin, org, editor, 'sales_manager', { extraKeys: ['gates:edit', 'gates:publish'] });
  await welcome(admin, org, publisher, 'sales_manager', { extraKeys: ['gates:publish'] });
});
afterEach(() => publisher.client.command('core', 'gate-policy.roll-back', { org, gate, policy: null, reason: 'Test over' }).catch(() => undefined));
afterAll(() => Promise.all([world.close(), pool.end()]));

const gate = 'deal-submit';
const base: Policy = gates[gate].policy;
const TWO_LINES: Requirement = {
  code: 'TWO_LINES',
  sentence: { en: 'A deal has two lines.', tr: 'Anlaşmanın iki satırı var.' },
  seen: { en: '{lineCount} lines', tr: '{lineCount} satır' },
  needed: { en: '2 or more', tr: '2 veya daha çok' },
  condition: { fact: 'lineCount', operator: 'greaterThanInclusive', value: 2 },
  lift: { roles: ['sales'], key: 'deals:edit' },
  next: { en: 'Add a line.', tr: 'Satır ekleyin.' },
  command: 'deal.update-lines',
  overridable: false,
  locked: false,
};
const withTwoLines = JSON.stringify({ ...base, requirements: [...base.requirements, TWO_LINES] });

const ask = async <T>(name: string, body: object, who = editor) => {
  const response = await who.client.raw('crm', `/core/views/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ org: 'MOD', gate, ...body }),
  });
  const answer = (await response.json()) as { data: T; errors?: { message: string }[] };
  if (!response.ok) throw new Error(`${name} answered ${response.status}: ${JSON.stringify(answer.errors)}`);
  return answer.data;
};
interface Checked {
  problems: { path: string; code: string }[];
  answers: { case: string; unmet: string[] }[];
  suggestedCases: string;
  diff: { requirements: { code: string; change: string }[] } | null;
}
const check = (definition: string, cases: string | null = null) => ask<Checked>('gate-check', { definition, cases });

const draft = async (definition: string, cases: string | null) =>
  (await editor.client.command<{ policy: string }>('core', 'gate-policy.draft', { org, gate, definition, cases, note: 'two lines' })).policy;
const submit = (policy: string) => editor.client.command('core', 'gate-policy.submit', { policy, reason: 'Ready' });
const publish = (policy: string, effectiveFrom: string | null = null, who = publisher) =>
  who.client.command('core', 'gate-policy.publish', { policy, effectiveFrom, reason: 'Agreed' });
const draftTwoLines = async () => draft(withTwoLines, (await check(withTwoLines)).suggestedCases);
const publishTwoLines = async () => {
  const policy = await draftTwoLines();
  await submit(policy);
  await publish(policy);
  return policy;
};

/** Sends a deal of one line, in an org. */
async function submitOneLine(code: 'MOD' | 'JTR' = 'MOD') {
  const wish = await world.wish(code, { mode: 'credit', lines: 1 });
  const { sales } = world.people(code);
  const { dealId } = await sales.command<{ dealId: string }>('crm', 'deal.create', {
    org: wish.orgId,
    profile: wish.profileId,
    currency: 'USD',
    lines: wish.lines,
  });
  return { dealId, submit: () => sales.command('crm', 'deal.submit', { deal: dealId }) };
}
const decisionsAbout = (dealId: string) =>
  world.look('crm', (tx) =>
    tx.query<{ id: number; policy: string | null; allowed: boolean }>('select id, policy, allowed from kernel.decision where subject_id = $1 order by id', [
      dealId,
    ]),
  );

describe('a policy of an organisation', () => {
  test('is written by one, published by another, and judges the next command of that org alone [SYS-4]', async () => {
    const policy = await draftTwoLines();
    await submit(policy);
    await expect(refusalOf(publish(policy, null, editor))).resolves.toMatchObject({ status: 403, code: 'OWN_POLICY' });
    const before = await submitOneLine();
    await before.submit();

    await publish(policy);
    const after = await submitOneLine();
    const refusal = await refusalOf(after.submit());
    expect(refusal.code).toBe('GATE_BLOCKED');
    expect(unmetCodes(refusal.details)).toEqual(['TWO_LINES']);
    await (await submitOneLine('JTR')).submit();
    expect(await decisionsAbout(before.dealId)).toMatchObject([{ policy: null, allowed: true }]);
    expect(await decisionsAbout(after.dealId)).toMatchObject([{ policy, allowed: false }]);

    await publisher.client.command('core', 'gate-policy.roll-back', { org, gate, policy: null, reason: 'Too strict' });
    await after.submit();
  });

  test('explains an old decision by the policy and the facts of its day [J38]', async () => {
    const policy = await publishTwoLines();
    const { dealId, submit: send } = await submitOneLine();
    await refusalOf(send());
    await publisher.client.command('core', 'gate-policy.roll-back', { org, gate, policy: null, reason: 'Too strict' });
    await send();
    const [refused, allowed] = await decisionsAbout(dealId);
    interface AsOf {
      policy: string | null;
      facts: { lineCount: number };
      asOf: Decision;
    }
    const look = async (id: number | undefined) => (await editor.client.view<AsOf>('core', 'decision', { org: 'MOD', id: String(id) })).data;
    const then = await look(refused?.id);
    expect(then).toMatchObject({ policy, facts: { lineCount: 1 }, asOf: { allowed: false } });
    expect(then.asOf.requirements.find((one) => one.code === 'TWO_LINES')?.seen.tr).toBe('1 satır');
    expect(await look(allowed?.id)).toMatchObject({ policy: null, asOf: { allowed: true, policyVersion: base.version } });
  });

  test('comes into force when it was told to, not before', async () => {
    const policy = await draftTwoLines();
    await submit(policy);
    await expect(refusalOf(publish(policy, inSeconds(-60)))).resolves.toMatchObject({ code: 'EFFECTIVE_IN_THE_PAST' });
    const at = inSeconds(3);
    await publish(policy, at);
    await (await submitOneLine()).submit();
    const { submit: send } = await submitOneLine();
    await new Promise((resolve) => setTimeout(resolve, Date.parse(at) - Date.now() + 50));
    await expect(refusalOf(send())).resolves.toMatchObject({ code: 'GATE_BLOCKED' });
  });

  test('that was in force once is back in force in one step', async () => {
    const policy = await publishTwoLines();
    await publisher.client.command('core', 'gate-policy.roll-back', { org, gate, policy: null, reason: 'Too strict' });
    const restored = await publisher.client.command<{ policy: string }>('core', 'gate-policy.roll-back', { org, gate, policy, reason: 'It was right' });
    expect(restored.policy).not.toBe(policy);
    await expect(refusalOf((await submitOneLine()).submit())).resolves.toMatchObject({ code: 'GATE_BLOCKED' });
    const unpublished = await draftTwoLines();
    await expect(
      refusalOf(publisher.client.command('core', 'gate-policy.roll-back', { org, gate, policy: unpublished, reason: 'Let us see' })),
    ).resolves.toMatchObject({
      code: 'NEVER_PUBLISHED',
    });
  });
});

describe('a text that is not sound', () => {
  const [first, ...others] = base.requirements;
  test.each([
    ['drops what is locked', { ...base, requirements: others }, 'LOCKED_DROPPED'],
    [
      'asks for a fact that nobody loads',
      { ...base, requirements: [...base.requirements, { ...TWO_LINES, condition: { fact: 'weather', operator: 'equal', value: 'dry' } }] },
      'FACT_UNKNOWN',
    ],
    [
      'compares in a way that does not exist',
      { ...base, requirements: [...base.requirements, { ...TWO_LINES, condition: { fact: 'lineCount', operator: 'about', value: 2 } }] },
      'OPERATOR_UNKNOWN',
    ],
    ['edits what is locked', { ...base, requirements: [{ ...first, condition: { ...first!.condition, value: 0 } }, ...others] }, 'LOCKED_EDITED'],
    ['changes answers without saying so', { ...base, requirements: [...base.requirements, TWO_LINES] }, 'CASE_FAILED'],
  ])('%s: it is not submitted, and every problem has its place', async (_, definition, code) => {
    const policy = await draft(JSON.stringify(definition), null);
    const refusal = await refusalOf(submit(policy));
    expect(refusal).toMatchObject({ status: 422, code: 'POLICY_UNSOUND' });
    const { problems } = refusal.details as { problems: { path: string; code: string }[] };
    expect(problems.map((one) => one.code)).toContain(code);
    expect(problems.every((one) => one.path !== '' || one.code === 'NOT_JSON')).toBe(true);
    expect((await check(JSON.stringify(definition))).problems).toEqual(problems);
    await editor.client.command('core', 'gate-policy.discard', { policy, reason: 'Not like this' });
  });

  test('is checked while it is written, and nothing is kept of it', async () => {
    const before = await world.look('crm', (tx) => tx.query('select id from core_gate_policy'));
    expect(await check('{"gate": ')).toMatchObject({ problems: [{ code: 'NOT_JSON' }], diff: null, answers: [] });
    const checked = await check(withTwoLines);
    expect(checked.diff?.requirements).toMatchObject([{ code: 'TWO_LINES', change: 'added' }]);
    expect(checked.answers.length).toBeGreaterThan(0);
    expect(checked.answers.every((one) => one.unmet.includes('TWO_LINES'))).toBe(true);
    expect((await check(withTwoLines, checked.suggestedCases)).problems).toEqual([]);
    expect(await world.look('crm', (tx) => tx.query('select id from core_gate_policy'))).toEqual(before);
  });
});

describe('before it is published', () => {
  test('it is tried on a record, beside the policy in force [SYS-4]', async () => {
    const { dealId } = await submitOneLine();
    const { data: found } = await editor.client.view<{ id: string; label: string }[]>('core', 'gate-subjects', { org: 'MOD', gate, q: 'MOD' });
    expect(found.some((one) => one.id === dealId)).toBe(true);
    const tried = await ask<{ inForce: Decision; draft: Decision }>('gate-simulate', { subject: dealId, definition: withTwoLines });
    expect([tried.inForce.allowed, tried.draft.allowed]).toEqual([true, false]);
    expect(await decisionsAbout(dealId)).toEqual([]);
  });

  test('it is replayed over past decisions, and each that turns round is named with its money [SYS-4]', async () => {
    const { dealId, submit: send } = await submitOneLine();
    await send();
    interface Replayed {
      replayed: number;
      turnedCount: number;
      turned: { subjectId: string; label: string; amount: string; currency: string; wasAllowed: boolean; isAllowed: boolean; codes: string[] }[];
      sums: { currency: string; count: number }[];
    }
    const { replayed, turned, turnedCount, sums } = await ask<Replayed>('gate-backtest', { definition: withTwoLines });
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
    expect((await ask<Replayed>('gate-backtest', { definition: JSON.stringify(base) })).turned.every((one) => one.codes.includes('TWO_LINES'))).toBe(true);
  });
});

describe('whoever may not', () => {
  test('neither reads nor writes policies', async () => {
    const { sales } = world.people('MOD');
    for (const view of ['gates', 'decisions', 'overrides']) {
      await expect(refusalOf(sales.view('core', view, { org: 'MOD' }))).resolves.toMatchObject({ code: 'PERMISSION_REQUIRED' });
    }
    await expect(refusalOf(sales.command('core', 'gate-policy.draft', { org, gate, definition: withTwoLines, note: 'try' }))).resolves.toMatchObject({
      code: 'PERMISSION_REQUIRED',
      details: { key: 'gates:edit' },
    });
    const policy = await draftTwoLines();
    await submit(policy);
    await expect(refusalOf(world.people('JTR').sales.command('core', 'gate-policy.publish', { policy, reason: 'From outside' }))).resolves.toMatchObject({
      code: 'NOT_FOUND',
    });
    await publisher.client.command('core', 'gate-policy.return', { policy, reason: 'Say more' });
    const [row] = await world.look('crm', (tx) => tx.query<{ state: string }>('select state from core_gate_policy where id = $1', [policy]));
    expect(row?.state).toBe('draft');
  });

  test('writes nothing into the draft of another, which they could then publish as not theirs [J17]', async () => {
    const policy = await draftTwoLines();
    const intruder = await hire(world);
    await welcome(admin, org, intruder, 'sales_manager', { extraKeys: ['gates:edit', 'gates:publish'] });
    const definition = JSON.stringify(base);
    await expect(refusalOf(intruder.client.command('core', 'gate-policy.edit', { policy, definition, cases: null, note: 'slip in' }))).resolves.toMatchObject({
      status: 403,
      code: 'NOT_YOUR_DRAFT',
    });
    const [row] = await world.look('crm', (tx) => tx.query<{ definition: string }>('select definition from core_gate_policy where id = $1', [policy]));
    expect(row?.definition).toBe(withTwoLines);
    await editor.client.command('core', 'gate-policy.edit', { policy, definition, cases: null, note: 'thought again' });
    await editor.client.command('core', 'gate-policy.discard', { policy, reason: 'Test over' });
  });

  test('changes nothing of what was submitted, by whatever path', async () => {
    const policy = await publishTwoLines();
    await expect(
      refusalOf(editor.client.command('core', 'gate-policy.edit', { policy, definition: JSON.stringify(base), cases: null, note: 'slip in' })),
    ).resolves.toMatchObject({
      code: 'POLICY_STATE',
    });
    for (const sql of [
      `update core_gate_policy set definition = '{}' where id = $1`,
      `update core_gate_policy set state = 'draft' where id = $1`,
      'delete from core_gate_policy where id = $1',
    ]) {
      await expect(inTransaction(pool, { kind: 'system' }, (tx) => tx.query(sql, [policy]), 'rollback')).rejects.toMatchObject({ code: '23514' });
    }
    const response = await world.as('admin').raw('crm', `/items/core_gate_policy/${policy}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ definition: '{}' }),
    });
    expect(response.ok).toBe(false);
  });
});
