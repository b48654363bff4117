import fc from 'fast-check';
import { add, compare, grossAmount, isDecimal, isZero, subtract, sum, toMinorDigits } from './money.ts';

/** Cents and the text a database gives for them. */
const cents = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n });
const spelled = (value: bigint) => {
  const digits = String(value < 0n ? -value : value).padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const same = (a: string, b: string) => compare(a, b) === 0;

describe('money', () => {
  test('adds and subtracts to the cent at any size', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(same(add(spelled(a), spelled(b)), spelled(a + b))).toBe(true);
        expect(same(subtract(spelled(a), spelled(b)), spelled(a - b))).toBe(true);
        expect(Math.sign(compare(spelled(a), spelled(b)))).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(isZero(subtract(spelled(a), spelled(a)))).toBe(true);
      }),
    );
  });

  test('sums in any order to the same', () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 30 }), (values) => {
        const total = values.reduce((a, b) => a + b, 0n);
        expect(same(sum(values.map(spelled)), spelled(total))).toBe(true);
        expect(sum([...values].reverse().map(spelled))).toBe(sum(values.map(spelled)));
      }),
    );
    expect(sum([])).toBe('0');
    expect(sum(['0.1', '0.2'])).toBe('0.3');
  });

  test('never answers in exponents, which a numeric column and a person misread', () => {
    expect(add('0.000000000001', '0')).toBe('0.000000000001');
    expect(add('1000000000000000', '1')).toBe('1000000000000001');
    expect(grossAmount('999999999', '9999999', '100')).toMatch(/^\d+\.\d{2}$/);
  });

  test.each([
    ['0.005', '0.01'],
    ['-0.005', '-0.01'],
    ['0.0049', '0.00'],
    ['2.675', '2.68'],
    ['1.005', '1.01'],
    ['10', '10.00'],
  ])('rounds %s half up to %s', (value, rounded) => {
    expect(toMinorDigits(value)).toBe(rounded);
  });

  test.each([
    ['100', '10', '10', '1100.00'],
    ['3', '0.335', '0', '1.01'],
    ['1.5', '2.25', '20', '4.05'],
    ['0', '99', '10', '0.00'],
    // Rounded once at the end: rounding the net first would give 0.01.
    ['1', '0.0145', '10', '0.02'],
    ['1', '0.005', '20', '0.01'],
    ['333', '0.0033', '18', '1.30'],
  ])('%s × %s with %s %% VAT is %s', (qty, price, vat, gross) => {
    expect(grossAmount(qty, price, vat)).toBe(gross);
  });

  test.each(['0', '12500.40', '-1', '0.000001', '999999999999999.999999'])('%s is a decimal', (text) => {
    expect(isDecimal(text)).toBe(true);
  });

  test.each(['', ' ', '1,5', '1.250,40', '1e3', '.5', '5.', '+1', '0x10', '1_000', 'NaN', 'Infinity', '1.0000001', '1000000000000000', '1\n', '١', '--1'])(
    '%p is none',
    (text) => {
      expect(isDecimal(text)).toBe(false);
    },
  );
});
