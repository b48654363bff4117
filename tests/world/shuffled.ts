import type { Random } from '@selvedge/seed/random.ts';

/** Each 1 to 5 times, in any order. */
export function shuffled<T>(events: readonly T[], random: Random): T[] {
  const many = events.flatMap((event) => Array.from({ length: random.between(1, 5) }, () => event));
  for (let i = many.length - 1; i > 0; i -= 1) {
    const j = random.between(0, i);
    [many[i], many[j]] = [many[j] as T, many[i] as T];
  }
  return many;
}
