import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import { z } from 'zod';
import type { Bilingual, Decision, Gate, RequirementResult } from '@selvedge/kernel/gate/decision.ts';
import { factsOf, sayingOf } from './fact-kinds.ts';
import { judgesAge, JUDGED_BY, useOperators, type Dated } from './operators.ts';
import { policySchema, type Condition, type Policy, type Requirement } from './policy.ts';
import { say, type Saying } from './say.ts';

/** Requirement codes that the evaluator itself may add. */
export const FACTS_INVALID = 'FACTS_INVALID';
export const ENGINE_FAILED = 'ENGINE_FAILED';

type Facts = Readonly<Record<string, unknown>>;

/** Under which name the engine finds a date with the day or moment it is judged on. */
const dated = (fact: string) => `${fact} as judged`;

const toEngine = (condition: Condition): NestedCondition => {
  if ('all' in condition) return { all: condition.all.map(toEngine) };
  if ('any' in condition) return { any: condition.any.map(toEngine) };
  return judgesAge(condition.operator) ? { ...condition, fact: dated(condition.fact) } : condition;
};

/** Built once per policy version: building costs more than evaluating. */
function buildEngine(policy: Policy): Engine {
  const engine = new Engine([], { allowUndefinedFacts: false });
  useOperators(engine);
  for (const requirement of policy.requirements) {
    const conditions: TopLevelCondition = { all: [toEngine(requirement.condition)] };
    engine.addRule({ name: requirement.code, conditions, event: { type: requirement.code } });
  }
  return engine;
}

const agedFacts = (condition: Condition): readonly string[] => {
  if ('all' in condition) return condition.all.flatMap(agedFacts);
  if ('any' in condition) return condition.any.flatMap(agedFacts);
  return judgesAge(condition.operator) ? [condition.fact] : [];
};

/**
 * Adds, for each date whose age the policy judges, the date together with the fact that says when it is judged.
 * Without such a fact the engine finds none, which refuses.
 */
function ageAdder(policy: Policy, schema: z.ZodType): (facts: Facts) => Facts {
  const known = factsOf(schema);
  const pairs = [...new Set(policy.requirements.flatMap(({ condition }) => agedFacts(condition)))].flatMap((date) => {
    const kind = known.find((fact) => fact.name === date)?.kind;
    const judged = kind !== 'day' && kind !== 'instant' ? undefined : known.find((fact) => fact.kind === JUDGED_BY[kind])?.name;
    return judged === undefined ? [] : [{ date, judged }];
  });
  if (pairs.length === 0) return (facts) => facts;
  return (facts) => ({
    ...facts,
    ...Object.fromEntries(pairs.map(({ date, judged }): [string, Dated] => [dated(date), { date: facts[date], judged: facts[judged] }])),
  });
}

type Sayings = Readonly<Record<string, Saying>>;

/** How each fact is said, as its schema states. */
const sayingsOf = (schema: z.ZodType): Sayings =>
  schema instanceof z.ZodObject
    ? Object.fromEntries(Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, one]) => [name, sayingOf(one)]))
    : {};

/** Puts facts into a sentence: `Overdue {overdue} {currency}`. */
const fill = (sentence: Bilingual, facts: Facts, sayings: Sayings): Bilingual => {
  const inLanguage = (language: 'en' | 'tr') =>
    sentence[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => say(facts[name], sayings[name] ?? {}, language)).trim();
  return { en: inLanguage('en'), tr: inLanguage('tr') };
};

const result = (requirement: Requirement, facts: Facts, sayings: Sayings, met: boolean): RequirementResult => ({
  code: requirement.code,
  met,
  severity: 'blocking',
  sentence: requirement.sentence,
  seen: fill(requirement.seen, facts, sayings),
  needed: fill(requirement.needed, facts, sayings),
  lift: requirement.lift,
  next: requirement.next,
  command: requirement.command,
  overridable: requirement.overridable,
  overridden: false,
});

const failure = (code: string, sentence: Bilingual, seen: string): RequirementResult => ({
  code,
  met: false,
  severity: 'blocking',
  sentence,
  seen: { en: seen, tr: seen },
  needed: { en: 'readable facts', tr: 'okunur veriler' },
  lift: { roles: ['admin'], key: null },
  next: { en: 'Tell an administrator; nothing passes until this is mended.', tr: 'Yöneticiye bildirin; düzelene kadar hiçbir şey geçmez.' },
  command: null,
  overridable: false,
  overridden: false,
});

/**
 * Makes a gate from its policy and the schema of its facts.
 * Facts are parsed before the engine sees them; unreadable facts and an engine failure refuse with
 * codes of their own. Every unmet requirement is answered, never only the first.
 * @throws z.ZodError when the policy itself is not well-formed
 */
export function createGate<S extends z.ZodType<Facts>>(rawPolicy: unknown, factsSchema: S): Gate<z.infer<S>> {
  const policy = policySchema.parse(rawPolicy);
  const engine = buildEngine(policy);
  const sayings = sayingsOf(factsSchema);
  const withAges = ageAdder(policy, factsSchema);
  const decide = (subject: Decision['subject'], requirements: RequirementResult[]): Decision => ({
    gate: policy.gate,
    policyVersion: policy.version,
    title: policy.title,
    subject,
    allowed: requirements.every((requirement) => requirement.met),
    requirements,
  });
  return {
    name: policy.gate,
    version: policy.version,
    overrideKey: policy.overrideKey,
    evaluate: async (rawFacts, subject) => {
      const facts = factsSchema.safeParse(rawFacts);
      if (!facts.success) {
        const seen = facts.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
        return decide(subject, [failure(FACTS_INVALID, { en: 'The facts this gate needs could not be read.', tr: 'Bu geçidin verileri okunamadı.' }, seen)]);
      }
      try {
        const { events } = await engine.run(withAges(facts.data) as Record<string, unknown>);
        const met = new Set(events.map((event) => event.type));
        return decide(
          subject,
          policy.requirements.map((requirement) => result(requirement, facts.data, sayings, met.has(requirement.code))),
        );
      } catch (error) {
        return decide(subject, [failure(ENGINE_FAILED, { en: 'The rules engine failed.', tr: 'Kural motoru çalışmadı.' }, (error as Error).message)]);
      }
    },
  };
}
