/** Exact arithmetic on decimal strings ("1234.50"): money and meters never pass through floats. */
export interface Scaled {
  units: bigint;
  scale: number;
}

const PATTERN = /^(-?)(\d+)(?:\.(\d+))?$/;

export function toScaled(decimal: string): Scaled | null {
  const match = PATTERN.exec(decimal.trim());
  if (!match) return null;
  const fraction = match[3] ?? '';
  const units = BigInt(`${match[2] ?? '0'}${fraction}`);
  return { units: match[1] === '-' ? -units : units, scale: fraction.length };
}

function fromScaled({ units, scale }: Scaled): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale > 0 ? `.${digits.slice(-scale)}` : '';
  return `${negative ? '-' : ''}${whole}${fraction}`;
}

const must = (decimal: string): Scaled => toScaled(decimal) ?? { units: 0n, scale: 0 };
const raise = ({ units, scale }: Scaled, to: number): bigint => units * 10n ** BigInt(to - scale);

export const isDecimal = (value: string): boolean => toScaled(value) !== null;

export function add(left: string, right: string): string {
  const [a, b] = [must(left), must(right)];
  const scale = Math.max(a.scale, b.scale);
  return fromScaled({ units: raise(a, scale) + raise(b, scale), scale });
}

export const negate = (value: string): string => {
  const { units, scale } = must(value);
  return fromScaled({ units: -units, scale });
};

export const subtract = (left: string, right: string): string => add(left, negate(right));

export function multiply(left: string, right: string): string {
  const [a, b] = [must(left), must(right)];
  return fromScaled({ units: a.units * b.units, scale: a.scale + b.scale });
}

/** −1, 0 or 1. */
export function compare(left: string, right: string): -1 | 0 | 1 {
  const [a, b] = [must(left), must(right)];
  const scale = Math.max(a.scale, b.scale);
  const difference = raise(a, scale) - raise(b, scale);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** Half away from zero, as invoices do. */
export function round(value: string, scale: number): string {
  const scaled = must(value);
  if (scaled.scale <= scale) return fromScaled({ units: raise(scaled, scale), scale });
  const cut = 10n ** BigInt(scaled.scale - scale);
  const half = scaled.units < 0n ? -cut / 2n : cut / 2n;
  return fromScaled({ units: (scaled.units + half) / cut, scale });
}

export const sum = (values: readonly string[]): string => values.reduce(add, '0');
export const least = (left: string, right: string): string => (compare(left, right) <= 0 ? left : right);

/** "120.500" → "120.5", "120.000" → "120": as a person would type it. */
export const trimmed = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);
