import { Almanac, Engine, type NestedCondition } from 'json-rules-engine';
import type { z } from 'zod';
import { factsOf } from './fact-kinds.ts';
import { judgesAge, JUDGED_BY, useOperators, type Dated } from './operators.ts';
import type { Condition, Policy } from './policy.ts';

export type Facts = Readonly<Record<string, unknown>>;

/** Facts as they are: nothing is copied or computed, and a fact that nobody loaded fails the run. */
class LoadedFacts extends Almanac {
  readonly #facts: Facts;

  constructor(facts: Facts) {
    super();
    this.#facts = facts;
  }

  override factValue<T>(name: string): Promise<T> {
    return Object.hasOwn(this.#facts, name) ? Promise.resolve(this.#facts[name] as T) : Promise.reject(new Error(`Nobody loaded the fact ${name}.`));
  }
}

/** Under which name the engine finds a date with the day or moment it is judged on. */
const dated = (fact: string) => `${fact} as judged`;

const toEngine = (condition: Condition): NestedCondition => {
  if ('all' in condition) return { all: condition.all.map(toEngine) };
  if ('any' in condition) return { any: condition.any.map(toEngine) };
  return judgesAge(condition.operator) ? { ...condition, fact: dated(condition.fact) } : condition;
};

const agedFacts = (condition: Condition): readonly string[] => {
  if ('all' in condition) return condition.all.flatMap(agedFacts);
  if ('any' in condition) return condition.any.flatMap(agedFacts);
  return judgesAge(condition.operator) ? [condition.fact] : [];
};

/**
 * Adds, for each date whose age the policy judges, the date together with the fact that says when it is judged.
 * Where there is no such fact the engine finds no pair, which fails the run.
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

/** Runs one thing after the other, whoever asks meanwhile. */
function inTurn() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}

/**
 * The engine of one policy version, built once: building costs more than running.
 * @returns a function that tells of each requirement, in the policy's order, whether the facts meet it; it fails when the engine does
 */
export function buildEngine(policy: Policy, factsSchema: z.ZodType): (facts: Facts) => Promise<readonly boolean[]> {
  const engine = new Engine();
  useOperators(engine);
  // One rule for all requirements: the engine judges every part of an `all`, and a run costs by the rule.
  engine.addRule({ conditions: { all: policy.requirements.map(({ condition }) => toEngine(condition)) }, event: { type: policy.gate } });
  const withAges = ageAdder(policy, factsSchema);
  // Whether it runs is a field of the engine: a run that ends while another begins would end that one as well.
  const next = inTurn();
  return (facts) =>
    next(async () => {
      const { results, failureResults } = await engine.run({}, { almanac: new LoadedFacts(withAges(facts)) });
      const [judged] = [...results, ...failureResults];
      if (!judged || !('all' in judged.conditions)) throw new Error('The engine judged nothing.');
      // Each part carries its result after a run; the types of the engine know it of single conditions only.
      return judged.conditions.all.map((part) => (part as { result?: unknown }).result === true);
    });
}
