import type { z } from 'zod';
import type { Gate } from '@selvedge/kernel/gate/decision.ts';
import { allocationOnHandFacts } from '@selvedge/rules/allocation-on-hand/facts.ts';
import { closureFacts } from '@selvedge/rules/closure/facts.ts';
import { dealSubmitFacts } from '@selvedge/rules/deal-submit/facts.ts';
import { dealWinFacts } from '@selvedge/rules/deal-win/facts.ts';
import { createGate } from '@selvedge/rules/evaluate.ts';
import { gates } from '@selvedge/rules/index.ts';
import { policySchema } from '@selvedge/rules/policy.ts';
import { readCases, type GateCase } from '@selvedge/rules/read-cases.ts';
import { shipFacts } from '@selvedge/rules/ship/facts.ts';
import { shipmentApprovalFacts } from '@selvedge/rules/shipment-approval/facts.ts';
import { mutants } from './mutate.ts';

const FACTS: Readonly<Record<keyof typeof gates, z.ZodType<Record<string, unknown>>>> = {
  'allocation-on-hand': allocationOnHandFacts,
  closure: closureFacts,
  'deal-submit': dealSubmitFacts,
  'deal-win': dealWinFacts,
  ship: shipFacts,
  'shipment-approval': shipmentApprovalFacts,
};
const names = Object.keys(gates) as (keyof typeof gates)[];
/** Part of the mutants that the cases must notice. */
const WANTED = 0.9;

/** Whether some case answers otherwise than it should. */
async function isNoticed(gate: Gate<Record<string, unknown>>, cases: readonly GateCase[]): Promise<boolean> {
  for (const { facts, unmet, overridable } of cases) {
    const { requirements } = await gate.evaluate(facts, { type: 'test', id: '1' });
    const open = requirements.filter((requirement) => !requirement.met);
    const codes = open.map((requirement) => requirement.code);
    const liftable = open.filter((requirement) => requirement.overridable).map((requirement) => requirement.code);
    if (codes.join() !== unmet.join() || liftable.join() !== overridable.join()) return true;
  }
  return false;
}

describe('a policy changed by hand or by mistake', () => {
  test.each(names)('%s: its cases notice', async (name) => {
    const cases = readCases(name);
    const policy = policySchema.parse(gates[name].policy);
    expect(await isNoticed(createGate(policy, FACTS[name]), cases)).toBe(false);

    const all = mutants(policy);
    const unnoticed: string[] = [];
    for (const mutant of all) {
      // Dropping the last part leaves an empty all or any, or no requirement: the schema refuses that by itself.
      const isWellFormed = policySchema.safeParse(mutant.policy).success;
      if (isWellFormed && !(await isNoticed(createGate(mutant.policy, FACTS[name]), cases))) unnoticed.push(mutant.name);
    }
    const score = 1 - unnoticed.length / all.length;
    console.log(`${name}: ${all.length - unnoticed.length} of ${all.length} mutants noticed (${(score * 100).toFixed(0)} %)`, unnoticed.join('\n'));
    expect(all.length).toBeGreaterThan(policy.requirements.length * 3);
    expect(score).toBeGreaterThan(WANTED);
  });

  test('with only an allowed case, a removed requirement goes unnoticed', async () => {
    const allowed = readCases('closure').filter((one) => one.unmet.length === 0);
    const [withoutFirst] = mutants(policySchema.parse(gates.closure.policy));
    expect(withoutFirst?.name).toBe('DELIVERED_WITH_POD removed');
    expect(await isNoticed(createGate(withoutFirst!.policy, closureFacts), allowed)).toBe(false);
    expect(await isNoticed(createGate(withoutFirst!.policy, closureFacts), readCases('closure'))).toBe(true);
  });
});
