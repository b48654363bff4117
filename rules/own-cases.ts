import { z } from 'zod';

const codes = z.array(z.string());
/** What refuses, what of it an override may lift, and what is only said. */
const answer = { unmet: codes, overridable: codes.default([]), warned: codes.default([]) };

/**
 * What an organisation's version says about its cases: which of the folder's it answers otherwise, on purpose, and
 * which it adds to prove what is its own.
 * @source docs/decisions/0035-cases-of-an-organisation.md
 */
export const ownCasesSchema = z.strictObject({
  /** By `theme/name` of the folder's case, what is unmet under this version instead. */
  changed: z.array(z.strictObject({ case: z.string(), ...answer })).default([]),
  added: z.array(z.strictObject({ name: z.string().min(10), facts: z.record(z.string(), z.unknown()), ...answer })).default([]),
});

export type OwnCases = z.infer<typeof ownCasesSchema>;
export const NO_OWN_CASES: OwnCases = { changed: [], added: [] };
