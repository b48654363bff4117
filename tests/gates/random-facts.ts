import fc, { type Arbitrary } from 'fast-check';
import type { z } from 'zod';
import { factsOf, type Fact, type FactKind } from '@selvedge/rules/fact-kinds.ts';

type Facts = Readonly<Record<string, unknown>>;

/** Few values, and their neighbours, so that facts meet at the edges where rules are told apart. */
const decimal = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('0', '0.00', '-0.01', '0.01', '100', '100.00', '99.99', '100.01', '9007199254740992.01', '9007199254740992.00') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.integer({ min: 0, max: 9_999 }))
      .map(([isNegative, whole, fraction]) => `${isNegative ? '-' : ''}${whole}.${String(fraction).padStart(4, '0')}`),
  },
);
const count = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(0, 0, 1, 2, 20, 21) }, { weight: 1, arbitrary: fc.nat(10_000) });
const text = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('', '?', 'Yurtiçi Kargo', ' ', '{door}', 'İIıi') }, { weight: 1, arbitrary: fc.string() });
const DAY_MS = 86_400_000;
const JUDGED = Date.parse('2026-03-02T09:00:00.000Z');
/** Moments around whole days before the moment of judging. */
const instant = fc
  .tuple(fc.integer({ min: -1, max: 25 }), fc.constantFrom(-1_000, -1, 0, 1, 1_000))
  .map(([days, off]) => new Date(JUDGED - days * DAY_MS + off).toISOString());
const day = instant.map((one) => one.slice(0, 10));
const listOf = (one: Arbitrary<string>) => fc.array(one, { maxLength: 4 });
const wordOf = ({ words = {} }: Fact) => fc.constantFrom(...Object.keys(words));

const OF_KIND: Readonly<Record<FactKind, (fact: Fact) => Arbitrary<unknown>>> = {
  amount: () => decimal,
  quantity: () => decimal,
  count: () => count,
  flag: () => fc.boolean(),
  word: wordOf,
  wordList: (fact) => listOf(wordOf(fact)),
  text: () => text,
  textList: () => listOf(text),
  sentence: () => fc.record({ en: text, tr: text }),
  day: () => day,
  instant: () => instant,
  judgingDay: () => fc.constant(new Date(JUDGED).toISOString().slice(0, 10)),
  judgingInstant: () => fc.constant(new Date(JUDGED).toISOString()),
};

/** Any value that the fact may have; words that no list knows too, where the schema takes them. */
function valueOf(fact: Fact, schema: z.ZodType): Arbitrary<unknown> {
  const usual = OF_KIND[fact.kind](fact);
  const strange = fact.kind === 'word' ? [fc.constantFrom('', 'unheard_of')] : fact.kind === 'wordList' ? [fc.constant(['unheard_of'])] : [];
  const known = fc
    .oneof({ weight: 6, arbitrary: usual }, ...strange.map((arbitrary) => ({ weight: 1, arbitrary })))
    .filter((value) => schema.safeParse(value).success);
  return fact.nullable ? fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: fc.constant(null) }) : known;
}

const arbitraries = (schema: z.ZodObject) =>
  Object.fromEntries(factsOf(schema).map((fact) => [fact.name, valueOf(fact, schema.shape[fact.name] as z.ZodType)]));

/** Some facts of a gate that pass it, changed in a few names: otherwise hardly any would pass, and none in all ways but one. */
const nearPassing = (passing: readonly Facts[], names: readonly string[], anything: Arbitrary<Facts>): Arbitrary<Facts> =>
  fc
    .tuple(fc.constantFrom(...passing), fc.subarray([...names], { maxLength: 3 }), anything)
    .map(([facts, changed, other]) => ({ ...facts, ...Object.fromEntries(changed.map((name) => [name, other[name]])) }));

/**
 * Readable facts of a gate, nulls and edges among them: half of them anything, half of them near to passing.
 * @param passing facts that the gate allows
 */
export function randomFacts(schema: z.ZodObject, passing: readonly Facts[]): Arbitrary<Facts> {
  const anything = fc.record(arbitraries(schema)) as Arbitrary<Facts>;
  return fc.oneof(anything, nearPassing(passing, Object.keys(schema.shape), anything));
}

/** Facts that pass but for one, which is null where none is meant, of another type, or missing. */
export function spoiltFacts(schema: z.ZodObject, passing: readonly Facts[]): Arbitrary<Facts> {
  const wrong = fc.constantFrom<unknown>(null, undefined, {}, [1], 0.5, Number.NaN, -1);
  return fc
    .tuple(fc.constantFrom(...passing), fc.constantFrom(...Object.keys(schema.shape)), wrong)
    .map(([facts, name, value]) => ({ ...facts, [name]: value }))
    .filter((facts) => !schema.safeParse(facts).success);
}
