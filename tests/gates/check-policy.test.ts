import { MAX_POLICY_BYTES } from '@selvedge/rules/check-policy.ts';
import { gateNames, gates } from '@selvedge/rules/index.ts';
import type { PolicyProblemCode } from '@selvedge/rules/policy-problem.ts';
import { readCases } from '@selvedge/rules/read-cases.ts';
import { changed, check, told } from './check.ts';

const { policy } = gates['shipment-approval'];
const at = (code: string) => policy.requirements.findIndex((one) => one.code === code);
const OVERDUE = at('OVERDUE_CLEAR');
/** Where the changed requirement stands. */
const HERE = `requirements.${OVERDUE}`;
const edited = (change: object) => changed(policy, 'OVERDUE_CLEAR', change);
const overdue = (condition: unknown) => edited({ condition });

describe('a policy to be published', () => {
  test.each(gateNames)('%s: the default is sound', async (name) => {
    expect(await check(name, gates[name].policy)).toEqual([]);
  });

  test.each<[PolicyProblemCode, string, unknown, string]>([
    ['NOT_JSON', 'is no JSON', '{', ''],
    ['TOO_LARGE', 'is larger than 64 KB', JSON.stringify({ ...policy, title: { en: 'x'.repeat(MAX_POLICY_BYTES), tr: 'x' } }), ''],
    ['NOT_WELL_FORMED', 'has an unknown field', { ...policy, note: 'x' }, ''],
    ['NOT_WELL_FORMED', 'is no object', [], ''],
    ['NOT_WELL_FORMED', 'is null', null, ''],
    ['NOT_WELL_FORMED', 'lacks a sentence in Turkish', edited({ sentence: { en: 'x', tr: '' } }), `${HERE}.sentence.tr`],
    ['NOT_WELL_FORMED', 'has an empty all, which always passes', overdue({ all: [] }), `${HERE}.condition.all`],
    ['NOT_WELL_FORMED', 'has all and any in one group', overdue({ all: [], any: [] }), `${HERE}.condition`],
    [
      'NOT_WELL_FORMED',
      'has a condition with something more',
      overdue({ fact: 'overdueAmount', operator: 'decimalEqual', value: '0', priority: 2 }),
      `${HERE}.condition`,
    ],
    ['NOT_WELL_FORMED', 'has a condition without a value', overdue({ fact: 'overdueAmount', operator: 'decimalEqual' }), `${HERE}.condition`],
    ['NOT_WELL_FORMED', 'has no condition', overdue(undefined), `${HERE}.condition`],
    ['FACT_UNKNOWN', 'judges a fact that nobody loads', overdue({ fact: 'overdue', operator: 'decimalEqual', value: '0' }), `${HERE}.condition.fact`],
    [
      'FACT_UNKNOWN',
      'compares with a fact that nobody loads',
      overdue({ fact: 'overdueAmount', operator: 'decimalEqual', value: { fact: 'nothing' } }),
      `${HERE}.condition.value.fact`,
    ],
    [
      'OPERATOR_UNKNOWN',
      'uses an operator of the engine that is not in the table',
      overdue({ fact: 'lineCount', operator: 'lessThan', value: 3 }),
      `${HERE}.condition.operator`,
    ],
    ['OPERATOR_UNKNOWN', 'uses a decorated operator', overdue({ fact: 'overdueAmount', operator: 'not:equal', value: '0' }), `${HERE}.condition.operator`],
    [
      'OPERATOR_UNKNOWN',
      'uses a word every object knows',
      overdue({ fact: 'overdueAmount', operator: 'constructor', value: '0' }),
      `${HERE}.condition.operator`,
    ],
    [
      'OPERATOR_UNFIT',
      'orders amounts as whole numbers',
      overdue({ fact: 'overdueAmount', operator: 'lessThanInclusive', value: 3 }),
      `${HERE}.condition.operator`,
    ],
    ['OPERATOR_UNFIT', 'judges a sentence', overdue({ fact: 'creditBlockReason', operator: 'equal', value: 'x' }), `${HERE}.condition.operator`],
    [
      'OPERATOR_UNFIT',
      'asks for an age where no fact says when it is judged',
      overdue({ fact: 'oldestOverdue', operator: 'ageInDaysAtMost', value: 3 }),
      `${HERE}.condition.operator`,
    ],
    ['VALUE_UNFIT', 'compares money as text', overdue({ fact: 'overdueAmount', operator: 'equal', value: '0' }), `${HERE}.condition.value`],
    ['VALUE_UNFIT', 'compares money with a float', overdue({ fact: 'overdueAmount', operator: 'decimalAtMost', value: 0.5 }), `${HERE}.condition.value`],
    ['VALUE_UNFIT', 'compares money with a word', overdue({ fact: 'overdueAmount', operator: 'decimalAtMost', value: 'much' }), `${HERE}.condition.value`],
    ['VALUE_UNFIT', 'wants a word outside the list', overdue({ fact: 'contractStatus', operator: 'equal', value: 'signed' }), `${HERE}.condition.value`],
    [
      'VALUE_UNFIT',
      'wants a word outside the list among others',
      overdue({ fact: 'contractStatus', operator: 'in', value: ['waived', 'signed'] }),
      `${HERE}.condition.value`,
    ],
    ['VALUE_UNFIT', 'wants one of no words', overdue({ fact: 'contractStatus', operator: 'in', value: [] }), `${HERE}.condition.value`],
    ['VALUE_UNFIT', 'compares a flag with text', overdue({ fact: 'paymentConfirmed', operator: 'equal', value: 'true' }), `${HERE}.condition.value`],
    ['VALUE_UNFIT', 'counts with a fraction', overdue({ fact: 'lineCount', operator: 'greaterThanInclusive', value: 1.5 }), `${HERE}.condition.value`],
    [
      'VALUE_UNFIT',
      'asks of a fact that is never null whether it is there',
      overdue({ fact: 'paymentConfirmed', operator: 'notEqual', value: null }),
      `${HERE}.condition.value`,
    ],
    [
      'FACT_UNFIT',
      'compares an amount with a count',
      overdue({ fact: 'overdueAmount', operator: 'decimalAtMost', value: { fact: 'lineCount' } }),
      `${HERE}.condition.value.fact`,
    ],
    [
      'FACT_UNFIT',
      'compares words of different lists',
      overdue({ fact: 'contractStatus', operator: 'equal', value: { fact: 'paymentMode' } }),
      `${HERE}.condition.value.fact`,
    ],
    [
      'FACT_UNFIT',
      'compares a fact with itself, which says nothing',
      overdue({ fact: 'overdueAmount', operator: 'decimalAtMost', value: { fact: 'overdueAmount' } }),
      `${HERE}.condition.value.fact`,
    ],
    ['PLACEHOLDER_UNKNOWN', 'names a fact in a sentence that nobody loads', edited({ seen: { en: '{overdue}', tr: '{overdueAmount}' } }), `${HERE}.seen.en`],
    ['PLACEHOLDER_UNKNOWN', 'names a fact where none is filled in', edited({ next: { en: '{overdueAmount}', tr: 'x' } }), `${HERE}.next`],
    ['GATE_DIFFERS', 'is of another gate', { ...policy, gate: 'deal-win' }, 'gate'],
    ['OVERRIDE_KEY_DIFFERS', 'has another override key', { ...policy, overrideKey: 'credit:clear' }, 'overrideKey'],
    ['ROLE_UNKNOWN', 'is lifted by a role that nobody has', edited({ lift: { roles: ['pilot'], key: 'payments:confirm' } }), `${HERE}.lift.roles.0`],
    ['KEY_UNKNOWN', 'is lifted with a key that nobody has', edited({ lift: { roles: ['sales_manager'], key: 'deals:fly' } }), `${HERE}.lift.key`],
    ['COMMAND_UNKNOWN', 'leads to a command that nobody has', edited({ command: 'deal.fly' }), `${HERE}.command`],
    ['LIFT_WIDENED', 'lets another role lift it', edited({ lift: { roles: ['sales_manager', 'sales'], key: 'payments:confirm' } }), `${HERE}.lift`],
    ['LIFT_WIDENED', 'lets another key lift it', edited({ lift: { roles: ['sales_manager'], key: 'deals:edit' } }), `${HERE}.lift`],
    ['MEANING_CHANGED', 'uses a code for something else', overdue({ fact: 'openShortageCount', operator: 'equal', value: 0 }), `${HERE}.condition`],
    ['CODE_RESERVED', 'uses a code of the gate itself', edited({ code: 'FACTS_INVALID' }), `${HERE}.code`],
    [
      'CODE_DUPLICATE',
      'says a code twice',
      { ...policy, requirements: [...policy.requirements, policy.requirements[OVERDUE]] },
      `requirements.${policy.requirements.length}.code`,
    ],
    [
      'LOCKED_DROPPED',
      'leaves out what is locked',
      { ...policy, requirements: policy.requirements.filter((one) => one.code !== 'CONTRACT_SIGNED') },
      'requirements',
    ],
    [
      'LOCKED_EDITED',
      'asks otherwise for what is locked',
      changed(policy, 'SHORTAGES_DECIDED', { condition: { fact: 'openShortageCount', operator: 'lessThanInclusive', value: 3 } }),
      `requirements.${at('SHORTAGES_DECIDED')}.condition`,
    ],
    ['LOCKED_EDITED', 'unlocks what is locked', changed(policy, 'SHORTAGES_DECIDED', { locked: false }), `requirements.${at('SHORTAGES_DECIDED')}.locked`],
    [
      'LOCKED_EDITED',
      'changes a word of what is locked',
      changed(policy, 'SHORTAGES_DECIDED', { next: { en: 'x', tr: 'y' } }),
      `requirements.${at('SHORTAGES_DECIDED')}.next`,
    ],
    [
      'LOCKED_EDITED',
      'lets a locked one be overridden',
      changed(policy, 'CONTRACT_SIGNED', { overridable: true }),
      `requirements.${at('CONTRACT_SIGNED')}.overridable`,
    ],
  ])('is told %s when it %s', async (code, _, raw, path) => {
    expect(await told('shipment-approval', raw)).toContain(`${code} ${path}`);
  });

  test('is told that none may be overridden which the default does not allow', async () => {
    const raw = changed(gates['deal-submit'].policy, 'QUALITIES_VISIBLE', { overridable: true });
    expect(await told('deal-submit', raw)).toEqual(['OVERRIDE_WITHOUT_KEY requirements.2.overridable', 'OVERRIDE_WIDENED requirements.2.overridable']);
    const added = { ...gates['deal-submit'].policy.requirements[2]!, code: 'OWN_RULE', overridable: true };
    const withOwn = { ...gates['deal-submit'].policy, requirements: [...gates['deal-submit'].policy.requirements, added] };
    expect(await told('deal-submit', withOwn)).toEqual(['OVERRIDE_WITHOUT_KEY requirements.4.overridable']);
  });

  test('is told that what only warns is neither locked nor overridden, and that no organisation opens bulk overrides', async () => {
    const warning = { ...policy.requirements[OVERDUE]!, code: 'OWN_RULE', severity: 'warn', locked: true, overridable: true };
    const raw = { ...policy, bulkOverride: true, requirements: [...policy.requirements, warning] };
    const place = `requirements.${policy.requirements.length}`;
    expect(await told('shipment-approval', raw)).toEqual([
      'BULK_OVERRIDE_WIDENED bulkOverride',
      `LOCKED_WARNS ${place}.severity`,
      `WARNING_OVERRIDABLE ${place}.overridable`,
    ]);
  });

  test('may only warn of what is not locked, once its cases say so', async () => {
    const lax = changed(policy, 'OVERDUE_CLEAR', { severity: 'warn', overridable: false });
    const named = readCases('shipment-approval')
      .filter((one) => one.unmet.includes('OVERDUE_CLEAR'))
      .map((one) => {
        const left = (codes: readonly string[]) => codes.filter((code) => code !== 'OVERDUE_CLEAR');
        return { case: `${one.theme}/${one.name}`, unmet: left(one.unmet), overridable: left(one.overridable), warned: ['OVERDUE_CLEAR'] };
      });
    expect(await told('shipment-approval', lax)).toEqual(named.map((one) => `CASE_FAILED cases.${one.case}`));
    expect(await told('shipment-approval', lax, { changed: named })).toEqual([]);
  });

  test('is told that an unknown value would pass', async () => {
    const raw = changed(gates.closure.policy, 'INVOICE_CONTROL_PASSED', { condition: { fact: 'invoiceControlStatus', operator: 'notEqual', value: 'failed' } });
    expect(await told('closure', raw)).toContain('NULL_PASSES requirements.2.condition.value');
  });

  test('may nest four groups and no fifth, and a thousand do no harm', async () => {
    const leaf = { fact: 'overdueAmount', operator: 'decimalEqual', value: '0' };
    const nested = (depth: number) => overdue(Array.from({ length: depth }).reduce<object>((inner) => ({ any: [inner, leaf] }), leaf));
    expect((await told('shipment-approval', nested(4))).filter((one) => !one.startsWith('CASE'))).toEqual([]);
    expect((await told('shipment-approval', nested(5)))[0]).toMatch(/^TOO_DEEP/);
    const deep = JSON.stringify(policy).replace(JSON.stringify(policy.requirements[OVERDUE]!.condition), '{"all":['.repeat(5_000) + ']}'.repeat(5_000));
    expect(await told('shipment-approval', deep)).toEqual([`TOO_DEEP requirements.${OVERDUE}.condition${'.all.0'.repeat(5)}`]);
  });

  test('is told everything at once, each with its place and in both languages', async () => {
    const raw = changed(
      edited({
        condition: {
          any: [
            { fact: 'x', operator: 'y', value: 0 },
            { fact: 'overdueAmount', operator: 'decimalAtMost', value: 1 },
          ],
        },
        seen: { en: '{a} {b}', tr: 'x' },
      }),
      'SHORTAGES_DECIDED',
      { overridable: true },
    );
    const problems = await check('shipment-approval', { ...raw, gate: 'ship' });
    expect(problems.map((one) => one.code).toSorted()).toEqual([
      'FACT_UNKNOWN',
      'GATE_DIFFERS',
      'LOCKED_EDITED',
      'OPERATOR_UNKNOWN',
      'PLACEHOLDER_UNKNOWN',
      'PLACEHOLDER_UNKNOWN',
      'VALUE_UNFIT',
    ]);
    for (const { message } of problems) expect([message.en.length > 10, message.tr.length > 10, message.en === message.tr]).toEqual([true, true, false]);
  });

  test('says what fits, by the kind of the fact and its words', async () => {
    const [money] = await check('shipment-approval', overdue({ fact: 'overdueAmount', operator: 'decimalAtMost', value: 5 }));
    expect(money?.message.en).toBe(
      '5 does not fit overdueAmount, which is an amount; give an amount as text, like "1250.50", or another fact that is an amount.',
    );
    const [word] = await check('shipment-approval', overdue({ fact: 'contractStatus', operator: 'equal', value: 'signed' }));
    expect(word?.message.en).toContain('one of none, awaiting_signature, signed_received, waived, void');
    expect(word?.message.tr).toContain('şunlardan biri: none, awaiting_signature');
  });
});
