import type { Bilingual } from '@selvedge/kernel/gate/decision.ts';

/** Everything that can be wrong with a policy somebody wants to publish. */
export type PolicyProblemCode =
  | 'TOO_LARGE'
  | 'NOT_JSON'
  | 'NOT_WELL_FORMED'
  | 'TOO_DEEP'
  | 'FACT_UNKNOWN'
  | 'OPERATOR_UNKNOWN'
  | 'OPERATOR_UNFIT'
  | 'VALUE_UNFIT'
  | 'FACT_UNFIT'
  | 'NULL_PASSES'
  | 'PLACEHOLDER_UNKNOWN'
  | 'CODE_DUPLICATE'
  | 'CODE_RESERVED'
  | 'GATE_DIFFERS'
  | 'OVERRIDE_KEY_DIFFERS'
  | 'OVERRIDE_WITHOUT_KEY'
  | 'OVERRIDE_WIDENED'
  | 'BULK_OVERRIDE_WIDENED'
  | 'LIFT_WIDENED'
  | 'LOCKED_DROPPED'
  | 'LOCKED_EDITED'
  | 'LOCKED_WARNS'
  | 'WARNING_OVERRIDABLE'
  | 'MEANING_CHANGED'
  | 'ROLE_UNKNOWN'
  | 'KEY_UNKNOWN'
  | 'COMMAND_UNKNOWN'
  | 'CASE_UNKNOWN'
  | 'CASE_FAILED'
  | 'CASE_CHANGE_UNEXPLAINED'
  | 'REQUIREMENT_UNPROVED'
  | 'NOTHING_PASSES';

export interface PolicyProblem {
  /** Where, from the top of the policy: `requirements.3.condition.any.0.value`; of its own cases from `cases`. */
  readonly path: string;
  readonly code: PolicyProblemCode;
  /** What is wrong, and what to do about it. */
  readonly message: Bilingual;
}

export const problem = (code: PolicyProblemCode, path: readonly (string | number)[], en: string, tr: string): PolicyProblem => ({
  path: path.join('.'),
  code,
  message: { en, tr },
});

type Path = readonly (string | number)[];
/** Where in the policy something stands. */
export type { Path as PolicyPath };

/** The issues of a schema, as problems; their wording is zod's, in both languages. */
export const shapeProblems = (issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[], at: Path): PolicyProblem[] =>
  issues.map((issue) => {
    const path = [...at, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
    const where = path.join('.') || 'policy';
    return problem('NOT_WELL_FORMED', path, `${where}: ${issue.message}.`, `${where} beklenen biçimde değil: ${issue.message}.`);
  });
