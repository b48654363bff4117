import { z } from 'zod';

const bilingual = z.strictObject({ en: z.string().min(1), tr: z.string().min(1) });

const leaf = z.strictObject({
  fact: z.string(),
  operator: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()), z.strictObject({ fact: z.string() })]),
});
export type Leaf = z.infer<typeof leaf>;
export type Condition = Leaf | { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] };
// An empty `all` would always be met and an empty `any` never: neither says anything, so both are refused.
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([leaf, z.strictObject({ all: z.array(condition).min(1) }), z.strictObject({ any: z.array(condition).min(1) })]),
);

/** One thing that must be true. Policies state what is required, never what is forbidden: an unknown value is then unmet. */
export const requirementSchema = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]+$/),
  sentence: bilingual,
  seen: bilingual,
  needed: bilingual,
  condition,
  lift: z.strictObject({ roles: z.array(z.string()), key: z.string().nullable() }),
  next: bilingual,
  command: z.string().nullable().default(null),
  /**
   * Whether it refuses while it is unmet, or only says so: a warning is kept with the decision and shown on its card,
   * and nothing waits for it. What is locked always refuses.
   */
  severity: z.enum(['block', 'warn']).default('block'),
  /** May be lifted by an override with a reason, by who holds the gate's override key. */
  overridable: z.boolean().default(false),
  /** Can be neither removed nor edited by an organisation. */
  locked: z.boolean().default(false),
});

export const policySchema = z.strictObject({
  gate: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  version: z.number().int().positive(),
  title: bilingual,
  overrideKey: z.string().nullable(),
  /** Whether a bulk command may carry an override; else each is given by itself, for the one row that somebody looked at. */
  bulkOverride: z.boolean().default(false),
  requirements: z.array(requirementSchema).min(1),
});

/** The same with conditions and requirements unread, for what has to name everything that is wrong, not only the first. */
export const requirementFrame = requirementSchema.extend({ condition: z.unknown() });
export const policyFrame = policySchema.extend({ requirements: z.array(z.unknown()).min(1) });

export type Policy = z.infer<typeof policySchema>;
export type Requirement = z.infer<typeof requirementSchema>;
