import type { PolicyRequirement } from '../../../api/types/rules.ts';
import { addedCases, answerOf, hasStale, isMeant, meant, withAdded } from './own-cases.ts';

const answer = { case: 'submit/one', unmet: ['A'], overridable: [], warned: [] };
const added = { name: 'refuses one line', facts: { lineCount: 1 }, unmet: ['B'], overridable: [], warned: [] };
const text = JSON.stringify({ changed: [answer], added: [added] });

test('what is meant and what is added are changed apart from each other', () => {
  expect(isMeant(text, answer)).toBe(true);
  expect(isMeant(text, { ...answer, warned: ['A'], unmet: [] })).toBe(false);
  const suggested = JSON.stringify({ changed: [{ ...answer, unmet: ['A', 'C'] }], added: [] });
  expect(addedCases(meant(text, suggested, null))).toEqual([added]);
  const without = withAdded(text, []);
  expect([isMeant(without, answer), addedCases(without)]).toEqual([true, []]);
  expect(withAdded(null, [])).toBeNull();
});

test('an answer that is the default’s again is seen, and dropped with the others', () => {
  expect([hasStale(text, [answer]), hasStale(text, []), hasStale(null, [])]).toEqual([false, true, false]);
  expect(hasStale(meant(text, '{"changed":[]}', null), [])).toBe(false);
});

test.each(['[', '{"added":1}', '{"added":[{"name":"x"}]}', '{"added":[null]}'])('what is no list of cases is left alone: %s', (own) => {
  expect(addedCases(own)).toEqual(own === '[' ? [] : null);
});

test('codes alone say what is expected: the policy knows which of them warn and which can be overridden', () => {
  const one = (code: string, more: Partial<PolicyRequirement>) => ({ code, ...more }) as PolicyRequirement;
  const requirements = [one('A', { overridable: true }), one('B', { severity: 'warn' }), one('C', { severity: 'warn', locked: true })];
  expect(answerOf(['A', 'B', 'C', 'GONE'], requirements)).toEqual({ unmet: ['A', 'C', 'GONE'], overridable: ['A'], warned: ['B'] });
});
