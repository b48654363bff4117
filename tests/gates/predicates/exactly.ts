/** An amount or quantity as ten-thousandths, so that predicates compare without the decimals that policies use. */
export function exactly(decimal: string): bigint {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) as unknown as [string, string, string, string?];
  const units = BigInt(whole + fraction.padEnd(4, '0').slice(0, 4));
  return sign === '-' ? -units : units;
}
