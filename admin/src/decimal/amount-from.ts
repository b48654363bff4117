import { compare, isDecimal } from './decimal.ts';
import { readTypedNumber } from './read-typed-number.ts';

/**
 * Reads an amount or a price as people type it.
 * @param decimalMark  the reader's own mark
 * @returns a decimal string above zero, or null when it is none
 */
export function amountFrom(typed: string, decimalMark: ',' | '.'): string | null {
  const read = readTypedNumber(typed, decimalMark);
  return read !== null && isDecimal(read) && compare(read, '0') > 0 ? read : null;
}
