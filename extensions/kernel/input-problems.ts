import { z } from 'zod';
import { invalidInput, type InputProblem } from './errors.ts';
import type { Bilingual } from './gate/decision.ts';

/** The language schemas speak at this moment. Parsing is synchronous, so nobody else reads it meanwhile. */
let spoken: keyof Bilingual = 'en';

/** A message of our own inside a schema: `z.uuid({ error: () => inWords({ en: …, tr: … }) })`. */
export const inWords = (words: Bilingual): string => words[spoken];

const turkish = z.locales.tr().localeError;

/** The same problems told in Turkish: zod's own words from its locale, ours from `inWords`. */
function turkishMessages(schema: z.ZodType, value: unknown): readonly string[] {
  spoken = 'tr';
  try {
    return schema.safeParse(value, { error: turkish }).error?.issues.map((issue) => issue.message) ?? [];
  } finally {
    spoken = 'en';
  }
}

/** What is wrong with a value, each problem in both languages. Empty when nothing is. */
export function problemsOf(schema: z.ZodType, value: unknown): InputProblem[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  if (issues.length === 0) return [];
  const translated = turkishMessages(schema, value);
  return issues.map((issue, i) => ({ path: issue.path.join('.'), message: issue.message, messageTr: translated[i] ?? issue.message }));
}

/** @throws Refusal INVALID_INPUT with a path for each problem, in both languages */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalidInput(problemsOf(schema, value));
}
