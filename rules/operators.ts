import { Decimal } from 'decimal.js';
import type { Engine } from 'json-rules-engine';
import type { Bilingual } from '@selvedge/kernel/gate/decision.ts';
import type { FactKind } from './fact-kinds.ts';

/**
 * What an operator compares a fact with: a constant of the fact's kind, none, a list of words, a whole number
 * of days; or another fact, of the same kind, a list, or a count.
 */
export type ValueKind = 'constant' | 'null' | 'list' | 'days' | 'sameFact' | 'listFact' | 'countFact';

export interface OperatorDescription {
  /** As the editor says it between the fact and the value. */
  readonly words: Bilingual;
  /** Which kinds of facts it judges, each with what it compares them with. */
  readonly takes: Readonly<Partial<Record<FactKind, readonly ValueKind[]>>>;
  /** Whether an unknown fact would pass by it: then it is no operator for a fact that may be null. */
  readonly passesNull: boolean;
  readonly holds: (fact: unknown, value: unknown) => boolean;
}

const Exact = Decimal.clone({ precision: 40 });
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Null, when a value is no decimal as text: every comparison with it is then unmet. A float is none, so no float compares money. */
const parseDecimal = (value: unknown): Decimal | null => (typeof value === 'string' && DECIMAL.test(value) ? new Exact(value) : null);

const comparing = (holds: (order: number) => boolean) => (fact: unknown, value: unknown) => {
  const a = parseDecimal(fact);
  const b = parseDecimal(value);
  return a !== null && b !== null && holds(a.comparedTo(b));
};

const decimal = (en: string, tr: string, holds: (order: number) => boolean): OperatorDescription => ({
  words: { en, tr },
  takes: { amount: ['constant', 'sameFact'], quantity: ['constant', 'sameFact'] },
  passesNull: false,
  holds: comparing(holds),
});

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);
const whole = (en: string, tr: string, holds: (a: number, b: number) => boolean): OperatorDescription => ({
  words: { en, tr },
  takes: { count: ['constant', 'sameFact'] },
  passesNull: false,
  holds: (fact, value) => isWhole(fact) && isWhole(value) && holds(fact, value),
});

/** A date with the day or moment of judging, as evaluate.ts pairs them. */
export interface Dated {
  readonly date: unknown;
  readonly judged: unknown;
}
const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
/** 31 February would be taken for 3 March: the day read back must be the one that was written. */
const isDay = (day: string) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
const dateOf = (value: unknown, shape: RegExp): number =>
  typeof value === 'string' && shape.test(value) && isDay(value.slice(0, 10)) ? Date.parse(value) : Number.NaN;

/** Days from a date to that of judging, negative ahead of it: whole for days, exact for instants; NaN where one is none. */
export function ageInDays({ date, judged }: Dated): number {
  const shape = typeof judged === 'string' && DAY.test(judged) ? DAY : INSTANT;
  return (dateOf(judged, shape) - dateOf(date, shape)) / DAY_MS;
}
const isDated = (value: unknown): value is Dated => typeof value === 'object' && value !== null && 'date' in value && 'judged' in value;

/** Kinds of dates, each with the kind of fact that its age is counted from. */
export const JUDGED_BY = { day: 'judgingDay', instant: 'judgingInstant' } as const satisfies Partial<Record<FactKind, FactKind>>;
const aged = (en: string, tr: string, holds: (age: number, days: number) => boolean): OperatorDescription => ({
  words: { en, tr },
  takes: { day: ['days', 'countFact'], instant: ['days', 'countFact'] },
  passesNull: false,
  // A comparison with NaN never holds.
  holds: (fact, value) => isDated(fact) && isWhole(value) && holds(ageInDays(fact), value),
});

const isList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');
const set = (en: string, tr: string, holds: (fact: readonly string[], value: readonly string[]) => boolean): OperatorDescription => ({
  words: { en, tr },
  takes: { wordList: ['list', 'sameFact'], textList: ['list', 'sameFact'] },
  passesNull: false,
  holds: (fact, value) => isList(fact) && isList(value) && holds(fact, value),
});

const same = (en: string, tr: string, wanted: boolean): OperatorDescription => ({
  words: { en, tr },
  takes: {
    count: ['constant', 'sameFact'],
    flag: ['constant', 'sameFact'],
    word: ['constant', 'null', 'sameFact'],
    text: ['constant', 'null', 'sameFact'],
    // Spelled in many ways, or only ever compared by age: of these it tells no more than whether there is one.
    amount: ['null'],
    day: ['null'],
    instant: ['null'],
  },
  passesNull: !wanted,
  holds: (fact, value) => (fact === value) === wanted,
});
const listed = (en: string, tr: string, wanted: boolean): OperatorDescription => ({
  words: { en, tr },
  takes: { word: ['list', 'listFact'], text: ['list', 'listFact'] },
  passesNull: !wanted,
  holds: (fact, value) => isList(value) && value.some((one) => one === fact) === wanted,
});

/**
 * Every operator that a policy may use; the engine knows no other. What is unknown, or of another kind than an
 * operator judges, is unmet by it. Amounts and quantities are compared as decimals only, dates by their age only.
 */
export const operators: Readonly<Record<string, OperatorDescription>> = {
  equal: same('is', 'şudur:', true),
  notEqual: same('is not', 'şu değildir:', false),
  in: listed('is one of', 'şunlardan biridir:', true),
  notIn: listed('is none of', 'şunlardan biri değildir:', false),
  greaterThanInclusive: whole('is at least', 'en az:', (a, b) => a >= b),
  lessThanInclusive: whole('is at most', 'en çok:', (a, b) => a <= b),
  decimalEqual: decimal('is exactly', 'tam olarak:', (order) => order === 0),
  decimalAtMost: decimal('is at most', 'en çok:', (order) => order <= 0),
  decimalLessThan: decimal('is less than', 'şundan az:', (order) => order < 0),
  decimalAtLeast: decimal('is at least', 'en az:', (order) => order >= 0),
  decimalGreaterThan: decimal('is more than', 'şundan çok:', (order) => order > 0),
  ageInDaysAtMost: aged('is at most this many days old:', 'en çok şu kadar günlük:', (age, days) => age <= days),
  ageInDaysAtLeast: aged('is at least this many days old:', 'en az şu kadar günlük:', (age, days) => age >= days),
  subsetOf: set('has nothing but', 'şunlardan başkasını içermez:', (fact, value) => fact.every((one) => value.includes(one))),
  containsAll: set('has all of', 'şunların hepsini içerir:', (fact, value) => value.every((one) => fact.includes(one))),
  disjoint: set('has none of', 'şunların hiçbirini içermez:', (fact, value) => !fact.some((one) => value.includes(one))),
};

export const isOperator = (name: string): boolean => Object.hasOwn(operators, name);
export const judgesAge = (name: string): boolean => name === 'ageInDaysAtMost' || name === 'ageInDaysAtLeast';

const NOT_OURS = ['lessThan', 'greaterThan', 'contains', 'doesNotContain'];
const DECORATORS = ['someFact', 'someValue', 'everyFact', 'everyValue', 'swap', 'not'];

/** Teaches an engine the operators of the table, and none besides: a policy with another one fails, which refuses. */
export function useOperators(engine: Engine): void {
  for (const name of NOT_OURS) engine.removeOperator(name);
  for (const name of DECORATORS) engine.removeOperatorDecorator(name);
  for (const [name, { holds }] of Object.entries(operators)) engine.addOperator(name, holds);
}
