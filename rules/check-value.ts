import { KIND_WORDS, type Fact, type FactKind } from './fact-kinds.ts';
import type { OperatorDescription, ValueKind } from './operators.ts';
import { problem, type PolicyPath, type PolicyProblem } from './policy-problem.ts';

const isStringList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');
const DECIMAL = /^-?\d+(\.\d+)?$/;

const isConstantOf: Readonly<Partial<Record<FactKind, (value: unknown, fact: Fact) => boolean>>> = {
  amount: (value) => typeof value === 'string' && DECIMAL.test(value),
  quantity: (value) => typeof value === 'string' && DECIMAL.test(value),
  count: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  flag: (value) => typeof value === 'boolean',
  word: (value, fact) => typeof value === 'string' && Object.hasOwn(fact.words ?? {}, value),
  text: (value) => typeof value === 'string',
};

const LIST_OF: Readonly<Partial<Record<FactKind, FactKind>>> = { word: 'wordList', text: 'textList' };
/** What each kind of value must be; `against` is the fact that is named instead of a constant. */
const fits: Readonly<Record<ValueKind, (value: unknown, fact: Fact, against: Fact | undefined) => boolean>> = {
  constant: (value, fact) => isConstantOf[fact.kind]?.(value, fact) ?? false,
  // A fact that is never null is compared with null for nothing, and "is not null" would always hold.
  null: (value, fact) => value === null && fact.nullable,
  list: (value, fact) => isStringList(value) && value.length > 0 && (!fact.words || value.every((one) => Object.hasOwn(fact.words ?? {}, one))),
  days: (value) => Number.isSafeInteger(value),
  sameFact: (_, fact, against) => against?.kind === fact.kind && against.name !== fact.name && shareWords(fact, against),
  listFact: (_, fact, against) => against !== undefined && against.kind === LIST_OF[fact.kind] && shareWords(fact, against),
  countFact: (_, _fact, against) => against?.kind === 'count',
};

/** Words of different lists are never the same, so nothing is learned by comparing them. */
const shareWords = (a: Fact, b: Fact) => !a.words || !b.words || Object.keys(a.words).some((word) => Object.hasOwn(b.words ?? {}, word));

const AMOUNT_HINT = { en: ' as text, like "1250.50"', tr: ' (metin olarak, "1250.50" gibi)' };
function wanted(kind: ValueKind, fact: Fact): { en: string; tr: string } {
  const { en, tr } = KIND_WORDS[fact.kind];
  const words = Object.keys(fact.words ?? {}).join(', ');
  switch (kind) {
    case 'constant': {
      if (fact.kind === 'word') return { en: `one of ${words}`, tr: `şunlardan biri: ${words}` };
      return fact.kind === 'amount' || fact.kind === 'quantity' ? { en: en + AMOUNT_HINT.en, tr: tr + AMOUNT_HINT.tr } : { en, tr };
    }
    case 'null':
      return fact.nullable ? { en: 'null', tr: 'null' } : { en: '', tr: '' };
    case 'list':
      return fact.words ? { en: `a list of some of ${words}`, tr: `şunlardan bir liste: ${words}` } : { en: 'a list of texts', tr: 'metin listesi' };
    case 'days':
      return { en: 'a whole number of days', tr: 'tam sayı olarak gün' };
    case 'sameFact':
      return { en: `another fact that is ${en}`, tr: `aynı türden (${tr}) başka bir veri` };
    case 'listFact':
      return { en: 'a fact that is a list of such', tr: 'bunların listesi olan bir veri' };
    case 'countFact':
      return { en: 'a fact that is a whole number', tr: 'tam sayı olan bir veri' };
  }
}

function wantedOf(takes: readonly ValueKind[], fact: Fact) {
  const each = takes.map((kind) => wanted(kind, fact)).filter((one) => one.en !== '');
  return { en: each.map((one) => one.en).join(', or '), tr: each.map((one) => one.tr).join(' ya da ') };
}

/** Whether a fact that is null would meet what is asked of it, though nobody knows its value. */
function passesNull({ passesNull: isNegative }: OperatorDescription, value: unknown, fact: Fact, against: Fact | undefined): boolean {
  if (value === null) return false;
  if (against) return isNegative ? fact.nullable || against.nullable : fact.nullable && against.nullable;
  return isNegative && fact.nullable;
}

/** The name of the fact that stands in place of a constant; what is no name is shown as it is. */
const factNamed = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null || !('fact' in value)) return undefined;
  return typeof value.fact === 'string' ? value.fact : JSON.stringify(value.fact);
};

/** What is wrong with the value that an operator which fits compares a fact with. */
export function checkValue(value: unknown, fact: Fact, operator: OperatorDescription, facts: readonly Fact[], at: PolicyPath): PolicyProblem[] {
  const takes = operator.takes[fact.kind] ?? [];
  const name = factNamed(value);
  const against = facts.find((other) => other.name === name);
  if (name !== undefined && (!against || Object.keys(value as object).length > 1)) {
    const known = facts.map((other) => other.name).join(', ');
    return [
      problem(
        'FACT_UNKNOWN',
        [...at, 'fact'],
        `${name} is no fact of this gate; known are ${known}.`,
        `${name} bu geçidin verisi değil; bilinenler: ${known}.`,
      ),
    ];
  }
  const wants = wantedOf(takes, fact);
  if (
    !takes.some((kind) => (kind.endsWith('Fact') ? against !== undefined && fits[kind](value, fact, against) : !against && fits[kind](value, fact, undefined)))
  ) {
    return against
      ? [
          problem(
            'FACT_UNFIT',
            [...at, 'fact'],
            `${fact.name} is ${KIND_WORDS[fact.kind].en} and cannot be compared so with ${against.name}, which is ${KIND_WORDS[against.kind].en}; give ${wants.en}.`,
            `${fact.name} (${KIND_WORDS[fact.kind].tr}), ${against.name} (${KIND_WORDS[against.kind].tr}) ile böyle karşılaştırılamaz; ${wants.tr} verin.`,
          ),
        ]
      : [
          problem(
            'VALUE_UNFIT',
            at,
            `${JSON.stringify(value) ?? 'nothing'} does not fit ${fact.name}, which is ${KIND_WORDS[fact.kind].en}; give ${wants.en}.`,
            `${JSON.stringify(value) ?? 'boş değer'}, ${fact.name} (${KIND_WORDS[fact.kind].tr}) için uygun değil; ${wants.tr} verin.`,
          ),
        ];
  }
  if (!passesNull(operator, value, fact, against)) return [];
  return [
    problem(
      'NULL_PASSES',
      at,
      `${fact.name} may be unknown, and an unknown value would pass here; say which values are wanted instead of which are not.`,
      `${fact.name} bilinmiyor olabilir ve bilinmeyen değer buradan geçer; istenmeyeni değil isteneni yazın.`,
    ),
  ];
}
