import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import type { Identity } from '@selvedge/kernel/identity/identity.ts';
import { bindGate } from '@selvedge/kernel/gate/binding.ts';
import { gateBlocked, judge } from '@selvedge/kernel/gate/judge.ts';
import { gateNames as names, gates, type GateName } from '@selvedge/rules/index.ts';
import { readCases } from '@selvedge/rules/read-cases.ts';

const NO_DATABASE = {} as Tx;
/** Of no org, so every gate is judged by its default. */
const BY_DEFAULT: Identity = { userId: 'u', email: 'e', name: 'n', language: 'en', isAdmin: false, orgs: [] };
const override = { reasonCode: 'management_decision', note: 'agreed by telephone' };
const caseOf = (gate: GateName, codes: readonly string[]) => readCases(gate).find((one) => one.unmet.join() === codes.join())!;

const judged = (gate: GateName, facts: object, given?: typeof override) => {
  const binding = bindGate({ gate: gates[gate].gate, table: 'crm_deal', described: { label: 't.code' }, loadFacts: async () => () => facts });
  return judge(NO_DATABASE, binding, BY_DEFAULT, { id: 'a', org: 'b' }, new Date(0), given);
};

describe('an override', () => {
  test.each(names)('%s: lifts exactly what its cases call overridable', async (gate) => {
    for (const { facts, unmet, overridable } of readCases(gate)) {
      const { decision } = await judged(gate, facts, override);
      expect(decision.requirements.filter((one) => one.overridden).map((one) => one.code)).toEqual(overridable);
      expect(decision.allowed).toBe(unmet.length === overridable.length);
    }
  });

  test.each(names)('%s: nothing is lifted by itself', async (gate) => {
    for (const { facts, unmet } of readCases(gate)) {
      const { decision } = await judged(gate, facts);
      expect(decision.requirements.some((one) => one.overridden)).toBe(false);
      expect(decision.allowed).toBe(unmet.length === 0);
    }
  });

  test('[J37] with a reason lifts the credit limit but not a missing contract', async () => {
    const overLimit = await judged('shipment-approval', caseOf('shipment-approval', ['LIMIT_SUFFICIENT']).facts, override);
    expect(overLimit.decision.allowed).toBe(true);
    expect(overLimit.override).toEqual(override);
    const noContract = await judged('shipment-approval', caseOf('shipment-approval', ['PAYMENT_CONFIRMED', 'CONTRACT_SIGNED']).facts, override);
    expect(noContract.decision.allowed).toBe(false);
    expect(noContract.decision.requirements.filter((one) => !one.met && !one.overridden).map((one) => one.code)).toEqual(['CONTRACT_SIGNED']);
  });

  test('of what passes by itself, or of what nothing lifts, is none [J37]', async () => {
    const [passing] = readCases('shipment-approval').filter((one) => one.unmet.length === 0);
    const needless = await judged('shipment-approval', passing!.facts, override);
    expect([needless.decision.allowed, needless.override, needless.decision.requirements.some((one) => one.overridden)]).toEqual([true, undefined, false]);
    const hopeless = await judged('shipment-approval', caseOf('shipment-approval', ['CONTRACT_SIGNED']).facts, override);
    expect([hopeless.decision.allowed, hopeless.override]).toEqual([false, undefined]);
  });

  test('a gate whose requirements can be lifted has a key for it, the others have none', () => {
    for (const name of names) {
      const { policy } = gates[name];
      const canLift = policy.requirements.some((requirement) => requirement.overridable);
      expect([name, policy.overrideKey !== null]).toEqual([name, canLift]);
    }
  });

  test('the refusal carries the whole decision and names only what is still open', async () => {
    const { decision } = await judged('ship', caseOf('ship', ['PO_RELEASED', 'LINES_PICKED', 'SOMETHING_TO_SHIP', 'CARRIER_NAMED']).facts, override);
    const refusal = gateBlocked(decision);
    expect(refusal).toMatchObject({ code: 'GATE_BLOCKED', status: 422, details: { decision } });
    expect(refusal.message).toBe(
      'The PO was released by CRM and not cancelled. Order status: cancelled. At least one line is not blocked. Unblocked lines: 0.',
    );
  });
});
