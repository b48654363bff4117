/**
 * Reads a number as people type or paste it: "1.234,50" (Turkish), "1,234.50" (English), "1234.5", "1 234,5".
 * @param decimalMark  the reader's own mark, which settles "1.234" and "1,234"
 * @returns a decimal string, or null when it is no number
 */
export function readTypedNumber(typed: string, decimalMark: ',' | '.'): string | null {
  const compact = typed.replace(/[\s\u00a0\u202f']/g, '').replace(/[₺$€]/g, '');
  if (!/^-?\d[\d.,]*$/.test(compact)) return null;
  const mark = decimalMarkIn(compact, decimalMark);
  const [whole = '', fraction, ...rest] = mark === null ? [compact] : compact.split(mark);
  if (rest.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return null;
  const digits = whole.replace(/[.,]/g, '').replace(/^(-?)0+(?=\d)/, '$1');
  return fraction ? `${digits}.${fraction}` : digits;
}

function decimalMarkIn(value: string, own: ',' | '.'): ',' | '.' | null {
  const dot = value.lastIndexOf('.');
  const comma = value.lastIndexOf(',');
  if (dot < 0 && comma < 0) return null;
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
  const only = dot >= 0 ? '.' : ',';
  if (value.split(only).length > 2) return null;
  if (only === own) return only;
  // One foreign mark with exactly three digits after it groups thousands; anything else is a decimal.
  return /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(value) ? null : only;
}

/** A decimal as this reader would type it, so that reading it back gives the same number. */
export const typedFrom = (decimal: string, decimalMark: ',' | '.'): string => decimal.replace('.', decimalMark);
