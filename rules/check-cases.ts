import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { refuses, type Gate, type RequirementResult } from '@selvedge/kernel/gate/decision.ts';
import { createGate } from './evaluate.ts';
import type { OwnCases } from './own-cases.ts';
import type { Policy } from './policy.ts';
import { problem, type PolicyPath, type PolicyProblem } from './policy-problem.ts';
import type { GateCase } from './read-cases.ts';

type FactsSchema = z.ZodType<Readonly<Record<string, unknown>>>;

/** What a case leaves open. Order is how a policy lists its requirements, so it says nothing. */
export interface Answer {
  readonly unmet: readonly string[];
  readonly overridable: readonly string[];
  readonly warned: readonly string[];
}
const sorted = ({ unmet, overridable, warned }: Answer): Answer => ({
  unmet: unmet.toSorted(),
  overridable: overridable.toSorted(),
  warned: warned.toSorted(),
});
/** Whether two answers say the same, in whatever order. */
export const isSame = (a: Answer, b: Answer): boolean => isDeepStrictEqual(sorted(a), sorted(b));
const list = (codes: readonly string[], nothing: string) => codes.join(', ') || nothing;
const inWords = ({ unmet, overridable, warned }: Answer) => ({
  en: `${list(unmet, 'nothing')} (overridable: ${list(overridable, 'none')}${warned.length > 0 ? `; only said: ${warned.join(', ')}` : ''})`,
  tr: `${list(unmet, 'hiçbiri')} (aşılabilir: ${list(overridable, 'yok')}${warned.length > 0 ? `; yalnız uyarı: ${warned.join(', ')}` : ''})`,
});

/** What a gate's answer says of a case. */
export function answered(requirements: readonly RequirementResult[]): Answer {
  const open = requirements.filter(refuses);
  return {
    unmet: open.map((one) => one.code),
    overridable: open.filter((one) => one.overridable).map((one) => one.code),
    warned: requirements.filter((one) => !one.met && !refuses(one)).map((one) => one.code),
  };
}

async function answerOf(
  gate: Gate<Record<string, unknown>>,
  facts: Record<string, unknown>,
): Promise<Answer & { readonly open: readonly RequirementResult[] }> {
  const { requirements } = await gate.evaluate(facts, { type: 'case', id: 'case' });
  return { ...answered(requirements), open: requirements.filter((one) => !one.met) };
}

/** Codes that a version may answer otherwise: what it dropped, what it added, and what it asks otherwise. */
function touchedCodes(policy: Policy, base: Policy): ReadonlySet<string> {
  const asks = (from: Policy) => new Map(from.requirements.map(({ code, condition, overridable, severity }) => [code, { condition, overridable, severity }]));
  const [now, before] = [asks(policy), asks(base)];
  return new Set([...now.keys(), ...before.keys()].filter((code) => !isDeepStrictEqual(now.get(code), before.get(code))));
}

const differing = (a: readonly string[], b: readonly string[]) => [...a.filter((one) => !b.includes(one)), ...b.filter((one) => !a.includes(one))];

interface Expected {
  readonly name: string;
  readonly facts: Record<string, unknown>;
  readonly answer: Answer;
  readonly at: PolicyPath;
  /** Words of requirements that read as in the default. */
  readonly seen: GateCase['seen'];
}

const idOf = (one: GateCase) => `${one.theme}/${one.name}`;

function checkChanges(own: OwnCases, folder: readonly GateCase[], touched: ReadonlySet<string>): PolicyProblem[] {
  return own.changed.flatMap((change, i) => {
    const at = ['cases', 'changed', i];
    const was = folder.find((one) => idOf(one) === change.case);
    if (!was) {
      return [problem('CASE_UNKNOWN', [...at, 'case'], `${change.case} is no case of this gate.`, `${change.case} bu geçidin bir örneği değil.`)];
    }
    const unexplained = (['unmet', 'overridable', 'warned'] as const)
      .flatMap((part) => differing(was[part], change[part]))
      .filter((code) => !touched.has(code));
    if (unexplained.length === 0) return [];
    const codes = [...new Set(unexplained)].join(', ');
    return [
      problem(
        'CASE_CHANGE_UNEXPLAINED',
        [...at, 'unmet'],
        `"${was.name}" may be answered otherwise only by what this version adds, drops or asks otherwise; ${codes} is not among that.`,
        `"${was.name}" yalnız bu sürümün eklediği, çıkardığı ya da değiştirdiği gerekler yüzünden başka yanıt alabilir; ${codes} bunlardan değil.`,
      ),
    ];
  });
}

function expectations(own: OwnCases, folder: readonly GateCase[], kept: ReadonlySet<string>): Expected[] {
  const changed = new Map(own.changed.map((change) => [change.case, change]));
  return [
    ...folder.map((one) => ({
      name: one.name,
      facts: one.facts,
      answer: changed.get(idOf(one)) ?? one,
      at: ['cases', idOf(one)],
      seen: Object.fromEntries(Object.entries(one.seen).filter(([code]) => kept.has(code))),
    })),
    ...own.added.map((one, i) => ({ name: one.name, facts: one.facts, answer: one, at: ['cases', 'added', i], seen: {} })),
  ];
}

async function checkOne(gate: Gate<Record<string, unknown>>, { name, facts, answer, at, seen }: Expected): Promise<PolicyProblem[]> {
  const given = await answerOf(gate, facts);
  const wrongWords = Object.entries(seen).filter(([code, words]) => {
    const said = given.open.find((one) => one.code === code);
    return said !== undefined && !isDeepStrictEqual(said.seen, words);
  });
  const [wanted, got] = [inWords(answer), inWords(given)];
  return [
    ...(isSame(given, answer)
      ? []
      : [
          problem(
            'CASE_FAILED',
            at,
            `"${name}" should leave unmet: ${wanted.en}; it leaves: ${got.en}. If that is meant, name the case among the changed ones.`,
            `"${name}" şunları karşılanmamış bırakmalı: ${wanted.tr}; bıraktıkları: ${got.tr}. İstenen buysa örneği değişenler arasında yazın.`,
          ),
        ]),
    ...wrongWords.map(([code]) =>
      problem('CASE_FAILED', at, `"${name}" should say of ${code} other words than it does.`, `"${name}", ${code} için başka sözler söylemeli.`),
    ),
  ];
}

/**
 * Judges the cases by a version of the policy, which must be well-formed: the folder's own, answered as there but
 * where the version says otherwise and its changes explain it, and those it adds. Each requirement must be unmet in
 * some case, and some case must pass.
 */
export async function checkCases(policy: Policy, base: Policy, factsSchema: FactsSchema, folder: readonly GateCase[], own: OwnCases): Promise<PolicyProblem[]> {
  const gate = createGate(policy, factsSchema) as Gate<Record<string, unknown>>;
  const before = new Map(base.requirements.map((one) => [one.code, one]));
  const kept = new Set(policy.requirements.filter((one) => isDeepStrictEqual(one, before.get(one.code))).map((one) => one.code));
  const expected = expectations(own, folder, kept);
  const failed = await Promise.all(expected.map((one) => checkOne(gate, one)));
  const unproved = policy.requirements.flatMap(({ code }, i) =>
    expected.some(({ answer }) => [...answer.unmet, ...answer.warned].includes(code))
      ? []
      : [
          problem(
            'REQUIREMENT_UNPROVED',
            ['requirements', i],
            `No case is refused for ${code}; add one, so that it is seen to refuse.`,
            `Hiçbir örnek ${code} yüzünden geri çevrilmiyor; bunu gösteren bir örnek ekleyin.`,
          ),
        ],
  );
  const nothingPasses = expected.some((one) => one.answer.unmet.length === 0)
    ? []
    : [problem('NOTHING_PASSES', ['cases'], 'No case passes; add one that does.', 'Hiçbir örnek geçmiyor; geçen bir örnek ekleyin.')];
  return [...checkChanges(own, folder, touchedCodes(policy, base)), ...failed.flat(), ...unproved, ...nothingPasses];
}
