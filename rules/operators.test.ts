import fc from 'fast-check';
import { decimalOperators } from './operators.ts';

const { decimalEqual, decimalAtMost, decimalLessThan, decimalAtLeast, decimalGreaterThan } = decimalOperators as Record<
  'decimalEqual' | 'decimalAtMost' | 'decimalLessThan' | 'decimalAtLeast' | 'decimalGreaterThan',
  (fact: unknown, value: unknown) => boolean
>;
const all = Object.entries(decimalOperators);

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
    for (const zero of ['0', '0.00', '-0', '0.000000', 0]) expect(decimalEqual(zero, '0')).toBe(true);
  });

  test('a cent is seen where a float loses it', () => {
    expect(Number('9007199254740992.01') <= Number('9007199254740992.00')).toBe(true);
    expect(decimalAtMost('9007199254740992.01', '9007199254740992.00')).toBe(false);
  });

  test.each([[null], [undefined], [''], [' '], ['abc'], ['1,5'], ['12.500,40'], ['NaN'], ['Infinity'], [Number.NaN], [Infinity], [true], [[]], [['1']], [{}]])(
    'nothing holds for %p, on either side',
    (unknown) => {
      for (const [name, holds] of all) {
        expect([name, holds(unknown, '1'), holds('1', unknown), holds(unknown, unknown)]).toEqual([name, false, false, false]);
      }
    },
  );
});
