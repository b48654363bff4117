import { Decimal } from 'decimal.js';

/** Amounts travel as decimal strings: a float never holds money or meters. */
export type DecimalString = string;
export const CURRENCIES = ['TRY', 'USD', 'EUR'] as const;
export type Currency = (typeof CURRENCIES)[number];

const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
const PATTERN = /^-?\d{1,15}(\.\d{1,6})?$/;

/** Whether a string is a plain decimal such as `12500.40`: no exponent, no thousands separators. */
export const isDecimal = (value: string) => PATTERN.test(value);

export const decimal = (value: DecimalString | number): Decimal => new Exact(value);
export const add = (a: DecimalString, b: DecimalString): DecimalString => new Exact(a).plus(b).toFixed();
export const subtract = (a: DecimalString, b: DecimalString): DecimalString => new Exact(a).minus(b).toFixed();
export const compare = (a: DecimalString, b: DecimalString): number => new Exact(a).comparedTo(b);
export const isZero = (a: DecimalString): boolean => new Exact(a).isZero();
export const sum = (values: readonly DecimalString[]): DecimalString => values.reduce((total, value) => total.plus(value), new Exact(0)).toFixed();

/** Rounds half up to the currency's two minor digits. */
export const toMinorDigits = (value: DecimalString | Decimal): DecimalString => new Exact(value).toFixed(2);

/**
 * Gross amount of a line: qty × unit price, VAT added, rounded once at the end.
 * @param vatRate percent, e.g. `10` for 10 %
 */
export function grossAmount(qty: DecimalString, unitPrice: DecimalString, vatRate: DecimalString): DecimalString {
  return toMinorDigits(new Exact(qty).times(unitPrice).times(new Exact(100).plus(vatRate)).dividedBy(100));
}
