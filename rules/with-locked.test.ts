import { gateNames, gates } from './index.ts';
import { readCases } from './read-cases.ts';
import { withLocked } from './with-locked.ts';

const { gate, policy } = gates['deal-win'];
const locked = policy.requirements.filter((one) => one.locked).map((one) => one.code);
const subject = { type: 'crm_deal', id: 'deal' };
const [draft] = readCases('deal-win').filter((one) => one.unmet.includes('DEAL_SUBMITTED'));
const without = (code: string) => ({ ...policy, version: 7, requirements: policy.requirements.filter((one) => one.code !== code) });

describe('what the product locks', () => {
  test('counts in a version that was published before it was locked', async () => {
    const lax = without('DEAL_SUBMITTED');
    expect(withLocked(lax, policy).added).toEqual(['DEAL_SUBMITTED']);
    const { allowed, policyVersion, requirements } = await gate.withPolicy(lax).evaluate(draft!.facts as never, subject);
    expect([allowed, policyVersion]).toEqual([false, 7]);
    expect(requirements.filter((one) => !one.met).map((one) => one.code)).toEqual(draft!.unmet);
  });

  test('stands in the place of what a version says otherwise under its code', async () => {
    const always = { fact: 'dealStatus', operator: 'notEqual', value: 'nothing' };
    const lax = { ...policy, requirements: policy.requirements.map((one) => (one.code === 'DEAL_SUBMITTED' ? { ...one, condition: always } : one)) };
    const counting = withLocked(lax, policy);
    expect(counting.added).toEqual(['DEAL_SUBMITTED']);
    expect(counting.policy.requirements).toEqual(policy.requirements);
    expect((await gate.withPolicy(lax).evaluate(draft!.facts as never, subject)).allowed).toBe(false);
  });

  test('leaves alone what is not locked, and a version that says all of it already', () => {
    const own = without('PROFILE_APPROVED');
    expect(withLocked(own, policy)).toEqual({ policy: own, added: [] });
    expect(withLocked(policy, policy)).toEqual({ policy, added: [] });
  });

  test('reaches, of every gate, a version that says none of it', () => {
    const own = { ...policy.requirements[0]!, code: 'OWN_1', locked: false };
    for (const name of gateNames) {
      const shipped = gates[name].policy;
      const { added } = withLocked({ ...shipped, requirements: [own] }, shipped);
      expect([name, added]).toEqual([name, shipped.requirements.filter((one) => one.locked).map((one) => one.code)]);
    }
    expect(locked.length).toBeGreaterThan(0);
  });

  test('explains a decision of an earlier day only as far as it was locked then', async () => {
    const lax = without('DEAL_SUBMITTED');
    const kept = [{ code: 'DEAL_SUBMITTED', met: false, overridden: false, seen: 'draft' }];
    expect(gate.withPolicy(lax, lax).recall(draft!.facts, kept, subject).requirements).toEqual([]);
    expect(
      gate
        .withPolicy(lax)
        .recall(draft!.facts, kept, subject)
        .requirements.map((one) => one.code),
    ).toEqual(['DEAL_SUBMITTED']);
    await expect(gate.withPolicy(lax, lax).evaluate(draft!.facts as never, subject)).resolves.toMatchObject({ allowed: true });
  });
});
