import fc from 'fast-check';
import { operators } from './operators.ts';

const holdsOf = (name: 'equal' | 'notEqual' | 'in' | 'notIn') => operators[name]!.holds;
const [equal, notEqual, isIn, notIn] = [holdsOf('equal'), holdsOf('notEqual'), holdsOf('in'), holdsOf('notIn')];

/** Few enough values that equal ones meet often, and spelled so that a comparison which converts would take some for others. */
const value = fc.constantFrom<unknown>(null, '', '0', 'a', 'A', 'true', 'null', ' a', 0, 1, -0, true, false);
const word = fc.constantFrom('', '0', 'a', 'A', 'b', 'true', 'null');
/** What the value is, by kind and spelling: two are the same exactly when these are. */
const spelled = (one: unknown) => `${typeof one} ${String(one)}`;

describe('equal and notEqual', () => {
  test('tell the same value of the same kind, and nothing converts', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const same = spelled(a) === spelled(b);
        expect([equal(a, b), notEqual(a, b)]).toEqual([same, !same]);
      }),
    );
  });

  test('are each the other way round, whatever the sides', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.boolean(), (a, other, isSame) => {
        const b = isSame ? a : other;
        expect(equal(a, b)).toBe(!notEqual(a, b));
        expect(equal(a, b)).toBe(equal(b, a));
      }),
    );
  });
});

describe('in and notIn', () => {
  test('tell whether the list has the word, wherever it stands and however often', () => {
    fc.assert(
      fc.property(fc.oneof(word, fc.constant(null)), fc.array(word, { maxLength: 6 }), fc.nat(6), fc.boolean(), (one, list, at, isPut) => {
        const words = isPut && one !== null ? list.toSpliced(at, 0, one) : list;
        const has = one !== null && new Set(words).has(one);
        expect([isIn(one, words), notIn(one, words)]).toEqual([has, !has]);
      }),
    );
  });

  test('hold for nothing where the list is none', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.anything().filter((list) => !Array.isArray(list) || list.some((one) => typeof one !== 'string')),
        (one, list) => {
          expect([isIn(one, list), notIn(one, list)]).toEqual([false, false]);
        },
      ),
    );
  });

  test('of a list of one are equal and notEqual', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect([isIn(a, [b]), notIn(a, [b])]).toEqual([equal(a, b), notEqual(a, b)]);
      }),
    );
  });
});
