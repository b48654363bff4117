import { factsOf } from '@selvedge/rules/fact-kinds.ts';
import { gates } from '@selvedge/rules/index.ts';
import { readCases } from '@selvedge/rules/read-cases.ts';

const { gate, factsSchema } = gates['proforma-paid'];
const [paid] = readCases('proforma-paid').filter((one) => one.unmet.length === 0);
const unpaid = { ...paid!.facts, allocatedAmount: '0', confirmedPoCount: 0 };
const allowed = async (facts: object, state: string) => (await gate.evaluate({ ...facts, state } as never, { type: 'crm_proforma', id: 'p' })).allowed;

describe('the life of a proforma, as its gate sees it', () => {
  const states = Object.keys(factsOf(factsSchema).find((fact) => fact.name === 'state')?.words ?? {});

  test('[J44] is drafted, sent, paid_confirmed, or void', () => {
    expect(states).toEqual(['drafted', 'sent', 'paid_confirmed', 'void']);
  });

  test('[J44 J45] whichever state it stands in, money and a manager make it paid, never the state by itself; void never is', async () => {
    for (const state of states) {
      expect([state, await allowed(paid!.facts, state), await allowed(unpaid, state)]).toEqual([state, state !== 'void', false]);
    }
  });

  test('[J44] has no other state', async () => {
    for (const state of ['paid', 'confirmed', '', 'DRAFTED']) expect([state, await allowed(paid!.facts, state)]).toEqual([state, false]);
  });
});
