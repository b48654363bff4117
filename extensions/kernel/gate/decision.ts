/** Words in both languages of the product. */
export interface Bilingual {
  readonly en: string;
  readonly tr: string;
}

/** `block` refuses while it is unmet; `warn` only says so. */
export type Severity = 'block' | 'warn';

/** One requirement of a gate, as it was met or not. */
export interface RequirementResult {
  readonly code: string;
  readonly met: boolean;
  readonly severity: Severity;
  readonly sentence: Bilingual;
  /** What was seen, in words: `Overdue 4,250.00 USD`. */
  readonly seen: Bilingual;
  readonly needed: Bilingual;
  /** Who can lift it: roles and key, and where the reader may know them, some of their names. */
  readonly lift: { readonly roles: readonly string[]; readonly key: string | null; readonly people?: readonly string[] };
  readonly next: Bilingual;
  /** The command that is the next step, when there is one. */
  readonly command: string | null;
  readonly overridable: boolean;
  readonly overridden: boolean;
}

/** Whether it is what refuses: unmet, neither lifted nor a mere warning. */
export const refuses = ({ met, overridden, severity }: Pick<RequirementResult, 'met' | 'overridden' | 'severity'>): boolean =>
  !met && !overridden && severity === 'block';

/** The answer of a gate: allowed only when no requirement refuses. */
export interface Decision {
  readonly gate: string;
  readonly policyVersion: number;
  readonly title: Bilingual;
  readonly subject: { readonly type: string; readonly id: string };
  readonly allowed: boolean;
  readonly requirements: readonly RequirementResult[];
}

/** What is kept of a requirement with a decision. */
export interface KeptResult {
  readonly code: string;
  readonly met: boolean;
  readonly overridden: boolean;
  /** In English, as it was said then. */
  readonly seen: string;
}

/** An override by a person: which reason from the list, and why in words. */
export interface Override {
  readonly reasonCode: string;
  readonly note: string;
}

/** A policy with its facts, as the rules package builds it. */
export interface Gate<Facts> {
  readonly name: string;
  readonly version: number;
  /** Permission that lifts the requirements marked overridable; null when nothing can be lifted. */
  readonly overrideKey: string | null;
  /** Whether a bulk command may carry an override. */
  readonly bulkOverride: boolean;
  evaluate(facts: Facts, subject: { type: string; id: string }): Promise<Decision>;
  /**
   * A decision of the past in the words of this policy, by which it was made. What was met stands as it was kept:
   * the facts of that day are said, never judged anew, for the gate may ask for others by now.
   */
  recall(facts: unknown, kept: readonly KeptResult[], subject: { type: string; id: string }): Decision;
  /**
   * The same gate by another policy, and by whatever the product locks besides. This is the only way to a gate by an
   * organisation's text, so that whoever judges, tries or replays one sees the same.
   * @param over the product's policy whose locks count; today's, unless a day of the past is explained
   * @throws Error when a policy is not well-formed
   */
  withPolicy(policy: unknown, over?: unknown): Gate<Facts>;
}
