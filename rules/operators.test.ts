import fc from 'fast-check';
import { Engine } from 'json-rules-engine';
import { gates } from './index.ts';
import { operators, useOperators } from './operators.ts';
import type { Condition } from './policy.ts';

/** An operator of the table by itself, without the engine. */
const holdsOf = (name: keyof typeof operators) => operators[name]!.holds;
const decimalEqual = holdsOf('decimalEqual');
const decimalAtMost = holdsOf('decimalAtMost');
const decimalLessThan = holdsOf('decimalLessThan');
const decimalAtLeast = holdsOf('decimalAtLeast');
const decimalGreaterThan = holdsOf('decimalGreaterThan');
const decimals = Object.entries(operators).filter(([name]) => name.startsWith('decimal'));

/** An amount as thousandths, so that the test can compare exactly, and as the text a database gives. */
const amount = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const spelled = (thousandths: bigint) => {
  const digits = String(thousandths < 0n ? -thousandths : thousandths).padStart(4, '0');
  return `${thousandths < 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
};

describe('decimal operators', () => {
  test('order amounts of any size exactly', () => {
    fc.assert(
      fc.property(amount, fc.oneof(amount, fc.constantFrom(-1n, 0n, 1n)), fc.boolean(), (a, other, isNear) => {
        // Neighbours and equals are rare by chance and the cases that matter.
        const b = isNear ? a + (other % 2n) : other;
        const [x, y] = [spelled(a), spelled(b)];
        expect(decimalEqual(x, y)).toBe(a === b);
        expect(decimalAtMost(x, y)).toBe(a <= b);
        expect(decimalLessThan(x, y)).toBe(a < b);
        expect(decimalAtLeast(x, y)).toBe(a >= b);
        expect(decimalGreaterThan(x, y)).toBe(a > b);
      }),
    );
  });

  test('exactly one of less, equal and greater holds', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const held = [decimalLessThan, decimalEqual, decimalGreaterThan].filter((holds) => holds(spelled(a), spelled(b)));
        expect(held).toHaveLength(1);
      }),
    );
  });

  test('spelling does not matter', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 9 }), (a, zeros) => {
        expect(decimalEqual(spelled(a), spelled(a) + '0'.repeat(zeros))).toBe(true);
      }),
    );
    for (const zero of ['0', '0.00', '-0', '0.000000']) expect(decimalEqual(zero, '0')).toBe(true);
  });

  test('a cent is seen where a float loses it', () => {
    expect(Number('9007199254740992.01') <= Number('9007199254740992.00')).toBe(true);
    expect(decimalAtMost('9007199254740992.01', '9007199254740992.00')).toBe(false);
  });

  test.each([
    [null],
    [undefined],
    [''],
    [' '],
    ['abc'],
    ['1,5'],
    ['12.500,40'],
    ['NaN'],
    ['Infinity'],
    [Number.NaN],
    [Infinity],
    [true],
    [[]],
    [['1']],
    [{}],
    ['1e3'],
    ['0x10'],
    [1],
    [0.1],
    [9007199254740992],
  ])('nothing holds for %p, on either side', (unknown) => {
    for (const [name, { holds }] of decimals) {
      expect([name, holds(unknown, '1'), holds('1', unknown), holds(unknown, unknown)]).toEqual([name, false, false, false]);
    }
  });
});

describe('ages in days', () => {
  const atMost = holdsOf('ageInDaysAtMost');
  const atLeast = holdsOf('ageInDaysAtLeast');
  const DAY_MS = 86_400_000;
  const iso = (ms: number) => new Date(ms).toISOString();
  const day = (number: number) => iso(number * DAY_MS).slice(0, 10);

  test('are counted from day to day, over months, leap years and changes of the clock', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -800, max: 800 }), fc.integer({ min: -800, max: 800 }), (born, age, limit) => {
        const aged = { date: day(born), judged: day(born + age) };
        expect(atMost(aged, limit)).toBe(age <= limit);
        expect(atLeast(aged, limit)).toBe(age >= limit);
      }),
    );
    expect(atMost({ date: '2024-02-28', judged: '2024-03-01' }, 1)).toBe(false);
    expect(atMost({ date: '2023-02-28', judged: '2023-03-01' }, 1)).toBe(true);
  });

  test('are exact to the millisecond between moments', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3e12 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: -2, max: 2 }), (born, days, late) => {
        const aged = { date: iso(born), judged: iso(born + days * DAY_MS + late) };
        expect(atMost(aged, days)).toBe(late <= 0);
        expect(atLeast(aged, days)).toBe(late >= 0);
      }),
    );
    expect(atMost({ date: '2026-01-31T12:00:00+03:00', judged: '2026-03-02T09:00:00Z' }, 30)).toBe(true);
  });

  test.each([
    ['a date that is null', { date: null, judged: '2026-03-02' }, 3],
    ['a day that no calendar has', { date: '2026-02-31', judged: '2026-03-03' }, 3],
    ['a moment on such a day', { date: '2026-02-31T09:00:00Z', judged: '2026-03-03T09:00:00Z' }, 3],
    ['a month that no calendar has', { date: '2026-13-01', judged: '2027-01-01' }, 3],
    ['a date that is none', { date: 'lately', judged: '2026-03-02' }, 3],
    ['a day judged at a moment, whose zone nobody said', { date: '2026-03-02', judged: '2026-03-02T09:00:00Z' }, 3],
    ['a moment judged on a day', { date: '2026-03-02T09:00:00Z', judged: '2026-03-02' }, 3],
    ['a moment without its zone', { date: '2026-03-02T09:00:00', judged: '2026-03-02T09:00:00Z' }, 3],
    ['an unknown day of judging', { date: '2026-03-02', judged: null }, 3],
    ['a date that nobody paired with one', '2026-03-02', 3],
    ['days that are no whole number', { date: '2026-03-02', judged: '2026-03-02' }, 0.5],
    ['days that are text', { date: '2026-03-02', judged: '2026-03-02' }, '3'],
    ['days that are null', { date: '2026-03-02', judged: '2026-03-02' }, null],
  ])('nothing holds for %s', (_, fact, value) => {
    expect([atMost(fact, value), atLeast(fact, value)]).toEqual([false, false]);
  });
});

describe('lists', () => {
  const [subsetOf, containsAll, disjoint] = [holdsOf('subsetOf'), holdsOf('containsAll'), holdsOf('disjoint')];
  const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 5 });

  test('compare as sets: order and repetition do not matter', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const [x, y] = [new Set(a), new Set(b)];
        const shared = [...x].filter((one) => y.has(one)).length;
        expect(subsetOf(a, b)).toBe(shared === x.size);
        expect(containsAll(a, b)).toBe(shared === y.size);
        expect(disjoint(a, b)).toBe(shared === 0);
        expect(subsetOf(a, b)).toBe(containsAll(b, a));
        expect(disjoint(a, b)).toBe(disjoint(b, a));
      }),
    );
  });

  test.each([[null], [undefined], ['a'], [[null]], [[1]], [{}], [new Set(['a'])]])('nothing holds for %p, on either side', (unknown) => {
    for (const holds of [subsetOf, containsAll, disjoint])
      expect([holds(unknown, ['a']), holds(['a'], unknown), holds(unknown, unknown)]).toEqual([false, false, false]);
    for (const holds of [holdsOf('in'), holdsOf('notIn')]) expect(holds('z', unknown)).toBe(false);
  });
});

describe('whole numbers', () => {
  test('are ordered, and nothing else is one', () => {
    const [atLeast, atMost] = [holdsOf('greaterThanInclusive'), holdsOf('lessThanInclusive')];
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -3, max: 3 })), (a, b) => {
        expect([atLeast(a, b), atMost(a, b)]).toEqual([a >= b, a <= b]);
      }),
    );
    for (const unknown of [null, undefined, '1', '', 0.5, Number.NaN, Infinity, true, []])
      expect([atLeast(unknown, 0), atLeast(0, unknown), atMost(unknown, 9), atMost(0, unknown)]).toEqual([false, false, false, false]);
  });
});

describe('the table of operators', () => {
  test('says each in both languages, and what it judges', () => {
    for (const [name, { words, takes }] of Object.entries(operators)) {
      expect([name, words.en.trim() !== '', words.tr.trim() !== '', Object.keys(takes).length > 0]).toEqual([name, true, true, true]);
    }
  });

  test('lets nothing but decimals compare amounts and quantities', () => {
    for (const [name, { takes }] of Object.entries(operators)) {
      const compares = [...(takes.amount ?? []), ...(takes.quantity ?? [])].some((value) => value !== 'null');
      expect([name, compares]).toEqual([name, name.startsWith('decimal')]);
    }
  });

  test('names those by which an unknown fact would pass', () => {
    const passing = Object.entries(operators).filter(([, { holds }]) => [['a'], 'a', 1, true].some((value) => holds(null, value)));
    expect(passing.map(([name]) => name)).toEqual(
      Object.entries(operators)
        .filter(([, { passesNull }]) => passesNull)
        .map(([name]) => name),
    );
  });

  test('holds every operator that a policy uses', () => {
    const used = (condition: Condition): string[] =>
      'operator' in condition ? [condition.operator] : ('all' in condition ? condition.all : condition.any).flatMap(used);
    const names = Object.values(gates).flatMap(({ policy }) => policy.requirements.flatMap(({ condition }) => used(condition)));
    expect([...new Set(names)].filter((name) => !(name in operators))).toEqual([]);
  });

  test.each(['lessThan', 'greaterThan', 'contains', 'doesNotContain', 'not:equal', 'someFact:equal', 'everyValue:in', 'swap:in'])(
    'the engine knows no operator besides: %s fails',
    async (operator) => {
      const engine = new Engine();
      useOperators(engine);
      engine.addRule({ conditions: { all: [{ fact: 'door', operator, value: ['open'] }] }, event: { type: 'x' } });
      await expect(engine.run({ door: ['shut'] })).rejects.toThrow(/operator/i);
    },
  );
});
