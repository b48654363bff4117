import fc from 'fast-check';
import { createGate } from '@selvedge/rules/evaluate.ts';
import { gateNames, gates } from '@selvedge/rules/index.ts';
import type { Policy } from '@selvedge/rules/policy.ts';
import { readCases } from '@selvedge/rules/read-cases.ts';
import { check } from './check.ts';

/** Every place in a JSON value. */
const placesIn = (value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, Array.isArray(value) ? Number(key) : key]))
    : []),
];
function withChange(value: unknown, [step, ...rest]: readonly (string | number)[], change: (old: unknown) => unknown): unknown {
  if (step === undefined) return change(value);
  const copy = structuredClone(value) as Record<string | number, unknown>;
  const changedTo = withChange(copy[step], rest, change);
  if (changedTo !== undefined) copy[step] = changedTo;
  else if (Array.isArray(copy)) copy.splice(Number(step), 1);
  else Reflect.deleteProperty(copy, step);
  return copy;
}

describe('a policy changed at random', () => {
  const words = fc.constantFrom(
    'equal',
    'in',
    'decimalAtMost',
    'ageInDaysAtMost',
    'subsetOf',
    'overdueAmount',
    'lineCount',
    'approved',
    'sales',
    '0',
    '{x}',
    '',
    '__proto__',
    'constructor',
  );
  const replacement = fc.oneof(
    words,
    fc.jsonValue({ maxDepth: 3 }),
    fc.constant(undefined),
    fc.record({ fact: words, operator: words, value: fc.oneof(words, fc.integer(), fc.record({ fact: words })) }),
  );
  const DEEP_MS = 300_000;
  const runs = process.env['SELVEDGE_DEEP'] === '1' ? 2_000 : 150;

  test.each(gateNames)(
    '%s: never breaks the check, and is either sound or told why not',
    async (name) => {
      const { policy: base, factsSchema } = gates[name];
      const places = placesIn(base);
      const cases = readCases(name);
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(fc.nat(places.length - 1), replacement), { minLength: 1, maxLength: 2 }), async (changes) => {
          const mutant = changes.reduce<unknown>((from, [place, to]) => {
            const path = places[place]!;
            const exists = path
              .slice(0, -1)
              .reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step] : undefined), from);
            return path.length === 0 || (typeof exists === 'object' && exists !== null) ? withChange(from, path, () => to) : from;
          }, base);
          const raw = JSON.stringify(mutant) ?? 'undefined';
          const problems = await check(name, raw);
          for (const { path, message } of problems) expect([typeof path, message.en.length > 0, message.tr.length > 0]).toEqual(['string', true, true]);
          if (problems.length > 0) return;
          // Sound: it can be run, answers every case as the default does and keeps what is locked.
          const gate = createGate(JSON.parse(raw), factsSchema as never);
          for (const one of cases) {
            const { requirements } = await gate.evaluate(one.facts as never, { type: 'test', id: '1' });
            expect(requirements.filter((requirement) => !requirement.met).map((requirement) => requirement.code)).toEqual(one.unmet);
          }
          const kept = (JSON.parse(raw) as Policy).requirements;
          for (const locked of base.requirements.filter((one) => one.locked))
            expect(kept.find((one) => one.code === locked.code)).toEqual(expect.objectContaining({ condition: locked.condition, locked: true }));
        }),
        { numRuns: runs },
      );
    },
    DEEP_MS,
  );
});
