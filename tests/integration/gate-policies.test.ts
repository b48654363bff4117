import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import type { Decision } from '@selvedge/kernel/gate/decision.ts';
import { openGateDesk, SUBMIT_POLICY, TWO_LINES, type GateDesk } from '../world/gate-desk.ts';
import { hire, inSeconds, welcome } from '../world/hire.ts';
import { openWorld, refusalOf, unmetCodes } from '../world/world.ts';

const world = openWorld();
const pool = createPool(world.stack.nodeOf('crm').databaseUrl, 1, 'selvedge-test');
let desk: GateDesk;
beforeAll(async () => {
  desk = await openGateDesk(world, 'MOD');
});
afterEach(() => desk.clear());
afterAll(() => Promise.all([world.close(), pool.end()]));

describe('a policy of an organisation', () => {
  test('is written by one, published by another, and judges the next command of that org alone [SYS-4]', async () => {
    const policy = await desk.draftTwoLines();
    await desk.submit(policy);
    await expect(refusalOf(desk.publish(policy, null, desk.editor))).resolves.toMatchObject({ status: 403, code: 'OWN_POLICY' });
    const before = await desk.oneLineDeal();
    await before.submit();

    await desk.publish(policy);
    const after = await desk.oneLineDeal();
    const refusal = await refusalOf(after.submit());
    expect(refusal.code).toBe('GATE_BLOCKED');
    expect(unmetCodes(refusal.details)).toEqual(['TWO_LINES']);
    await (await desk.oneLineDeal('JTR')).submit();
    expect(await desk.decisionsAbout(before.dealId)).toMatchObject([{ policy: null, allowed: true }]);
    expect(await desk.decisionsAbout(after.dealId)).toMatchObject([{ policy, allowed: false }]);

    await desk.rollBack(null);
    await after.submit();
  });

  test('explains an old decision by the policy and the facts of its day [J38]', async () => {
    const policy = await desk.publishTwoLines();
    const { dealId, submit: send } = await desk.oneLineDeal();
    await refusalOf(send());
    await desk.rollBack(null);
    await send();
    const [refused, allowed] = await desk.decisionsAbout(dealId);
    interface AsOf {
      policy: string | null;
      facts: { lineCount: number };
      asOf: Decision;
    }
    const look = async (id: number | undefined) => (await desk.editor.client.view<AsOf>('core', 'decision', { org: 'MOD', id: String(id) })).data;
    const then = await look(refused?.id);
    expect(then).toMatchObject({ policy, facts: { lineCount: 1 }, asOf: { allowed: false } });
    expect(then.asOf.requirements.find((one) => one.code === 'TWO_LINES')?.seen.tr).toBe('1 satır');
    expect(await look(allowed?.id)).toMatchObject({ policy: null, asOf: { allowed: true, policyVersion: SUBMIT_POLICY.version } });
  });

  test('comes into force when it was told to, not before', async () => {
    const policy = await desk.draftTwoLines();
    await desk.submit(policy);
    await expect(refusalOf(desk.publish(policy, inSeconds(-60)))).resolves.toMatchObject({ code: 'EFFECTIVE_IN_THE_PAST' });
    const at = inSeconds(3);
    await desk.publish(policy, at);
    await (await desk.oneLineDeal()).submit();
    const { submit: send } = await desk.oneLineDeal();
    await new Promise((resolve) => setTimeout(resolve, Date.parse(at) - Date.now() + 50));
    await expect(refusalOf(send())).resolves.toMatchObject({ code: 'GATE_BLOCKED' });
  });

  test('that is published for later is brought forward by nobody alone, is withdrawn by one who publishes, and follows no roll-back [J17]', async () => {
    const [sooner, later] = [await desk.draftTwoLines(), await desk.draftTwoLines()];
    for (const policy of [sooner, later]) {
      await desk.submit(policy);
      await desk.publish(policy, inSeconds(3_600));
    }
    const author = desk.editor.client;
    await expect(refusalOf(desk.rollBack(sooner))).resolves.toMatchObject({ status: 409, code: 'NEVER_IN_FORCE' });
    await expect(
      refusalOf(author.command('core', 'gate-policy.roll-back', { org: desk.org, gate: desk.gate, policy: sooner, reason: 'Now please' })),
    ).resolves.toMatchObject({ code: 'NEVER_IN_FORCE' });
    await (await desk.oneLineDeal()).submit();

    const withdraw = (policy: string) => desk.publisher.client.command('core', 'gate-policy.withdraw', { policy, reason: 'Not any more' });
    await withdraw(sooner);
    await expect(refusalOf(desk.rollBack(sooner))).resolves.toMatchObject({ code: 'NEVER_IN_FORCE' });
    const inForce = await desk.publishTwoLines();
    await expect(refusalOf(withdraw(inForce))).resolves.toMatchObject({ code: 'POLICY_IN_FORCE' });
    await desk.rollBack(inForce);
    const stateOf = (policy: string) =>
      world.look('crm', async (tx) => (await tx.one<{ state: string }>('select state from core_gate_policy where id = $1', [policy])).state);
    expect([await stateOf(sooner), await stateOf(later)]).toEqual(['retired', 'retired']);
  });

  test('explains a decision that saw fewer facts than its gate asks for today [J38]', async () => {
    const { dealId, submit: send } = await desk.oneLineDeal();
    await send();
    const { id } = await world.write('crm', (tx) =>
      tx.one<{ id: number }>(
        `insert into kernel.decision (org, gate, policy_version, subject_type, subject_id, allowed, facts, requirements, command, actor, request_id)
         select org, gate, policy_version, subject_type, subject_id, allowed, facts - 'lineCount', requirements, command, actor, request_id
         from kernel.decision where subject_id = $1 returning id`,
        [dealId],
      ),
    );
    const { data } = await desk.editor.client.view<{ asOf: Decision }>('core', 'decision', { org: 'MOD', id: String(id) });
    expect(data.asOf.allowed).toBe(true);
    expect(data.asOf.requirements.map(({ code, met }) => [code, met])).toEqual(SUBMIT_POLICY.requirements.map(({ code }) => [code, true]));
  });

  test('that was in force once is back in force in one step', async () => {
    const policy = await desk.publishTwoLines();
    await desk.rollBack(null);
    const restored = await desk.rollBack(policy);
    expect(restored.policy).not.toBe(policy);
    await expect(refusalOf((await desk.oneLineDeal()).submit())).resolves.toMatchObject({ code: 'GATE_BLOCKED' });
    const unpublished = await desk.draftTwoLines();
    await expect(refusalOf(desk.rollBack(unpublished))).resolves.toMatchObject({
      code: 'NEVER_IN_FORCE',
    });
  });
});

describe('a text that is not sound', () => {
  const [first, ...others] = SUBMIT_POLICY.requirements;
  test.each([
    ['drops what is locked', { ...SUBMIT_POLICY, requirements: others }, 'LOCKED_DROPPED'],
    [
      'asks for a fact that nobody loads',
      { ...SUBMIT_POLICY, requirements: [...SUBMIT_POLICY.requirements, { ...TWO_LINES, condition: { fact: 'weather', operator: 'equal', value: 'dry' } }] },
      'FACT_UNKNOWN',
    ],
    [
      'compares in a way that does not exist',
      { ...SUBMIT_POLICY, requirements: [...SUBMIT_POLICY.requirements, { ...TWO_LINES, condition: { fact: 'lineCount', operator: 'about', value: 2 } }] },
      'OPERATOR_UNKNOWN',
    ],
    ['edits what is locked', { ...SUBMIT_POLICY, requirements: [{ ...first, condition: { ...first!.condition, value: 0 } }, ...others] }, 'LOCKED_EDITED'],
    ['changes answers without saying so', { ...SUBMIT_POLICY, requirements: [...SUBMIT_POLICY.requirements, TWO_LINES] }, 'CASE_FAILED'],
  ])('%s: it is not submitted, and every problem has its place', async (_, definition, code) => {
    const policy = await desk.draft(JSON.stringify(definition), null);
    const refusal = await refusalOf(desk.submit(policy));
    expect(refusal).toMatchObject({ status: 422, code: 'POLICY_UNSOUND' });
    const { problems } = refusal.details as { problems: { path: string; code: string }[] };
    expect(problems.map((one) => one.code)).toContain(code);
    expect(problems.every((one) => one.path !== '' || one.code === 'NOT_JSON')).toBe(true);
    expect((await desk.check(JSON.stringify(definition))).problems).toEqual(problems);
    await desk.editor.client.command('core', 'gate-policy.discard', { policy, reason: 'Not like this' });
  });

  test('is checked while it is written, and nothing is kept of it', async () => {
    const before = await world.look('crm', (tx) => tx.query('select id from core_gate_policy'));
    expect(await desk.check('{"gate": ')).toMatchObject({ problems: [{ code: 'NOT_JSON' }], diff: null, answers: [] });
    const checked = await desk.check(desk.withTwoLines);
    expect(checked.diff?.requirements).toMatchObject([{ code: 'TWO_LINES', change: 'added' }]);
    expect(checked.answers.length).toBeGreaterThan(0);
    expect(checked.answers.every((one) => one.unmet.includes('TWO_LINES'))).toBe(true);
    expect((await desk.check(desk.withTwoLines, checked.suggestedCases)).problems).toEqual([]);
    expect(await world.look('crm', (tx) => tx.query('select id from core_gate_policy'))).toEqual(before);
  });
});

describe('whoever may not', () => {
  test('neither reads nor writes policies', async () => {
    const { sales } = world.people('MOD');
    for (const view of ['gates', 'decisions', 'overrides']) {
      await expect(refusalOf(sales.view('core', view, { org: 'MOD' }))).resolves.toMatchObject({ code: 'PERMISSION_REQUIRED' });
    }
    await expect(
      refusalOf(sales.command('core', 'gate-policy.draft', { org: desk.org, gate: desk.gate, definition: desk.withTwoLines, note: 'try' })),
    ).resolves.toMatchObject({
      code: 'PERMISSION_REQUIRED',
      details: { key: 'gates:edit' },
    });
    const policy = await desk.draftTwoLines();
    await desk.submit(policy);
    await expect(refusalOf(world.people('JTR').sales.command('core', 'gate-policy.publish', { policy, reason: 'From outside' }))).resolves.toMatchObject({
      code: 'NOT_FOUND',
    });
    await desk.publisher.client.command('core', 'gate-policy.return', { policy, reason: 'Say more' });
    const [row] = await world.look('crm', (tx) => tx.query<{ state: string }>('select state from core_gate_policy where id = $1', [policy]));
    expect(row?.state).toBe('draft');
  });

  test('writes nothing into the draft of another, which they could then publish as not theirs [J17]', async () => {
    const policy = await desk.draftTwoLines();
    const intruder = await hire(world);
    await welcome(desk.admin, desk.org, intruder, 'sales_manager', { extraKeys: ['gates:edit', 'gates:publish'] });
    const definition = JSON.stringify(SUBMIT_POLICY);
    await expect(refusalOf(intruder.client.command('core', 'gate-policy.edit', { policy, definition, cases: null, note: 'slip in' }))).resolves.toMatchObject({
      status: 403,
      code: 'NOT_YOUR_DRAFT',
    });
    const [row] = await world.look('crm', (tx) => tx.query<{ definition: string }>('select definition from core_gate_policy where id = $1', [policy]));
    expect(row?.definition).toBe(desk.withTwoLines);
    await desk.editor.client.command('core', 'gate-policy.edit', { policy, definition, cases: null, note: 'thought again' });
    await desk.editor.client.command('core', 'gate-policy.discard', { policy, reason: 'Test over' });
  });

  test('changes nothing of what was submitted, by whatever path', async () => {
    const policy = await desk.publishTwoLines();
    await expect(
      refusalOf(desk.editor.client.command('core', 'gate-policy.edit', { policy, definition: JSON.stringify(SUBMIT_POLICY), cases: null, note: 'slip in' })),
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
