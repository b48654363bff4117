import type { Gate } from '@selvedge/kernel/gate/decision.ts';
import { answered } from '@selvedge/rules/check-cases.ts';
import { createGate } from '@selvedge/rules/evaluate.ts';
import { gateNames, gates, type GateName } from '@selvedge/rules/index.ts';
import { policySchema, type Policy } from '@selvedge/rules/policy.ts';
import { readCases, type GateCase } from '@selvedge/rules/read-cases.ts';
import { mutants } from './mutate.ts';

const gateOf = (name: GateName, policy: Policy) => createGate(policy, gates[name].factsSchema) as Gate<Record<string, unknown>>;
/** Part of the mutants that the cases must notice. */
const WANTED = 0.9;

/** Whether some case answers otherwise than it should. */
async function isNoticed(gate: Gate<Record<string, unknown>>, cases: readonly GateCase[]): Promise<boolean> {
  for (const { facts, ...wanted } of cases) {
    const answer = answered((await gate.evaluate(facts, { type: 'test', id: '1' })).requirements);
    if ((['unmet', 'overridable', 'warned'] as const).some((part) => answer[part].join() !== wanted[part].join())) return true;
  }
  return false;
}

describe('a policy changed by hand or by mistake', () => {
  test.each(gateNames)('%s: its cases notice', async (name) => {
    const cases = readCases(name);
    const { policy } = gates[name];
    expect(await isNoticed(gateOf(name, policy), cases)).toBe(false);

    const all = mutants(policy);
    const unnoticed: string[] = [];
    for (const mutant of all) {
      // Dropping the last part leaves an empty all or any, or no requirement: the schema refuses that by itself.
      const isWellFormed = policySchema.safeParse(mutant.policy).success;
      if (isWellFormed && !(await isNoticed(gateOf(name, mutant.policy), cases))) unnoticed.push(mutant.name);
    }
    const score = 1 - unnoticed.length / all.length;
    console.log(`${name}: ${all.length - unnoticed.length} of ${all.length} mutants noticed (${(score * 100).toFixed(0)} %)`, unnoticed.join('\n'));
    expect(all.length).toBeGreaterThan(policy.requirements.length * 3);
    expect(score).toBeGreaterThan(WANTED);
  });

  test('with only an allowed case, a removed requirement goes unnoticed', async () => {
    const allowed = readCases('closure').filter((one) => one.unmet.length === 0);
    const [withoutFirst] = mutants(gates.closure.policy);
    expect(withoutFirst?.name).toBe('DELIVERED_WITH_POD removed');
    expect(await isNoticed(gateOf('closure', withoutFirst!.policy), allowed)).toBe(false);
    expect(await isNoticed(gateOf('closure', withoutFirst!.policy), readCases('closure'))).toBe(true);
  });
});
