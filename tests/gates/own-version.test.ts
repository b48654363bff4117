import { gates } from '@selvedge/rules/index.ts';
import { readCases } from '@selvedge/rules/read-cases.ts';
import { changed, check, told } from './check.ts';

const { policy } = gates['shipment-approval'];
const overdueClear = policy.requirements.find((one) => one.code === 'OVERDUE_CLEAR')!;

describe("an organisation's own version", () => {
  const lax = { fact: 'overdueAmount', operator: 'decimalAtMost', value: '100.00' };
  const laxer = changed(policy, 'OVERDUE_CLEAR', { condition: { any: [lax, { fact: 'paymentConfirmed', operator: 'equal', value: true }] } });
  const nowAllowed = ['credit/refuses one cent overdue', 'credit/refuses a negative overdue amount: it is not zero, so something is wrong'].map((one) => ({
    case: one,
    unmet: [],
  }));
  // What the other cases of the folder answer under it.
  const others = [
    {
      case: 'several-blockers/lists every open blocker of a credit PO, not only the first',
      unmet: ['CREDIT_BLOCK_CLEARED', 'LIMIT_SUFFICIENT', 'LINES_ALLOCATED', 'SHIP_DATE_SET', 'SHORTAGES_DECIDED', 'LINES_UNBLOCKED'],
      overridable: ['CREDIT_BLOCK_CLEARED', 'LIMIT_SUFFICIENT'],
    },
    {
      case: 'several-blockers/lists every open blocker of a cash PO',
      unmet: ['CREDIT_BLOCK_CLEARED', 'PAYMENT_CONFIRMED', 'CONTRACT_SIGNED', 'LINES_PRESENT', 'SHIP_DATE_SET'],
      overridable: ['CREDIT_BLOCK_CLEARED', 'PAYMENT_CONFIRMED'],
    },
  ];

  test('is refused while it answers a case otherwise and does not say so', async () => {
    const problems = await check('shipment-approval', laxer);
    expect(new Set(problems.map((one) => one.code))).toEqual(new Set(['CASE_FAILED']));
    expect(problems.map((one) => one.path)).toContain('cases.credit/refuses one cent overdue');
    expect(problems[0]?.message.en).toMatch(/should leave unmet: OVERDUE_CLEAR .*; it leaves: nothing/);
  });

  test('is taken when it names the cases that it answers otherwise', async () => {
    expect(await check('shipment-approval', laxer, { changed: [...nowAllowed, ...others].map((one) => ({ overridable: [], ...one })) })).toEqual([]);
  });

  test('cannot name away what is locked, nor a case that does not exist', async () => {
    const changes = [
      { case: 'cash/refuses a void contract', unmet: [], overridable: [] },
      { case: 'cash/no such case', unmet: [], overridable: [] },
    ];
    expect(await told('shipment-approval', policy, { changed: changes })).toEqual([
      'CASE_CHANGE_UNEXPLAINED cases.changed.0.unmet',
      'CASE_UNKNOWN cases.changed.1.case',
      'CASE_FAILED cases.cash/refuses a void contract',
    ]);
  });

  test('may drop what is not locked, once it says which cases pass by that', async () => {
    const dropped = 'CREDIT_BLOCK_CLEARED';
    const without = { ...policy, requirements: policy.requirements.filter((one) => one.code !== dropped) };
    const cases = readCases('shipment-approval').filter((one) => one.unmet.includes(dropped));
    const left = (codes: readonly string[]) => codes.filter((code) => code !== dropped);
    const named = cases.map((one) => ({ case: `${one.theme}/${one.name}`, unmet: left(one.unmet), overridable: left(one.overridable) }));
    expect(await told('shipment-approval', without)).toEqual(named.map((one) => `CASE_FAILED cases.${one.case}`));
    expect(await check('shipment-approval', without, { changed: named })).toEqual([]);
  });

  test('cannot drop that the supplier in the group agrees: that is not its own to lift [J74]', async () => {
    const without = { ...policy, requirements: policy.requirements.filter((one) => one.code !== 'GROUP_STOCK_RELEASED') };
    expect((await check('shipment-approval', without)).map((one) => one.code)).toContain('LOCKED_DROPPED');
  });

  test('proves what it adds by a case of its own', async () => {
    const own = {
      ...overdueClear,
      code: 'OVERDUE_SMALL',
      overridable: false,
      condition: { fact: 'overdueAmount', operator: 'decimalAtMost', value: '100000.00' },
    };
    const more = { ...policy, requirements: [...policy.requirements, own] };
    expect(await told('shipment-approval', more)).toEqual([`REQUIREMENT_UNPROVED requirements.${policy.requirements.length}`]);
    const [plain] = readCases('shipment-approval').filter((one) => one.theme === 'credit' && one.unmet.length === 0);
    const proof = {
      name: 'refuses a great debt even where this PO is paid',
      facts: { ...plain!.facts, paymentConfirmed: true, overdueAmount: '100000.01' },
      unmet: ['OVERDUE_SMALL'],
      overridable: [],
    };
    expect(await check('shipment-approval', more, { added: [proof] })).toEqual([]);
    expect(await told('shipment-approval', more, { added: [{ ...proof, unmet: [] }] })).toContain('CASE_FAILED cases.added.0');
  });

  test('is told when its own cases cannot be read', async () => {
    expect(await told('shipment-approval', policy, { extra: 1 } as never)).toEqual(['NOT_WELL_FORMED cases']);
    expect(await told('shipment-approval', policy, '[')).toEqual(['NOT_JSON cases']);
  });
});
