import { factsOf } from '@selvedge/rules/fact-kinds.ts';
import { gateNames, gates } from '@selvedge/rules/index.ts';

describe('the central stock check', () => {
  test('[J48 J99] is asked for on the send-back path alone: no other gate sees it or speaks of it', () => {
    const asking = gateNames.filter((name) => {
      const { factsSchema, policy } = gates[name];
      return /abra|central|merkez|uncheckedLine/i.test(JSON.stringify([factsOf(factsSchema), policy]));
    });
    expect(asking).toEqual(['send-back']);
  });
});
