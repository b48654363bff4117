import { Decimal } from 'decimal.js';
import type { Engine } from 'json-rules-engine';

const Exact = Decimal.clone({ precision: 40 });

/** Null, when a value is no decimal: every comparison with it is then unmet. */
function parse(value: unknown): Decimal | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  try {
    const parsed = new Exact(value);
    return parsed.isFinite() ? parsed : null;
  } catch {
    return null;
  }
}

const comparing = (holds: (order: number) => boolean) => (fact: unknown, value: unknown) => {
  const a = parse(fact);
  const b = parse(value);
  return a !== null && b !== null && holds(a.comparedTo(b));
};

/** Operators on decimal strings: money and meters never become floats. Unknown compares as unmet. */
export const decimalOperators: Readonly<Record<string, (fact: unknown, value: unknown) => boolean>> = {
  decimalEqual: comparing((order) => order === 0),
  decimalAtMost: comparing((order) => order <= 0),
  decimalLessThan: comparing((order) => order < 0),
  decimalAtLeast: comparing((order) => order >= 0),
  decimalGreaterThan: comparing((order) => order > 0),
};

export function addOperators(engine: Engine): void {
  for (const [name, holds] of Object.entries(decimalOperators)) engine.addOperator(name, holds);
}
