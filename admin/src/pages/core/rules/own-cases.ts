import type { CaseAnswer, PolicyRequirement } from '../../../api/types/rules.ts';

/** An answer that the text gives to a case of the default. */
interface ChangedCase extends CaseAnswer {
  case: string;
}

/** An example that a version brings for what is its own. */
export interface AddedCase extends CaseAnswer {
  name: string;
  facts: Record<string, unknown>;
}

interface OwnCases {
  changed?: ChangedCase[];
  added?: AddedCase[];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isAdded = (value: unknown): value is AddedCase => isObject(value) && typeof value['name'] === 'string' && isObject(value['facts']);

/** What stands in the text; what cannot be read is said by the check and stays until somebody writes over it. */
function readCases(text: string | null): OwnCases {
  try {
    const value: unknown = text === null ? {} : JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

const write = (cases: OwnCases): string => JSON.stringify(cases, null, 2);

/** Says of one case, or of all that are suggested, that the new answer is meant; of all, that no other is. */
export function meant(own: string | null, suggested: string, name: string | null): string {
  const before = readCases(own);
  const wanted = (readCases(suggested).changed ?? []).filter((one) => name === null || one.case === name);
  const kept = (before.changed ?? []).filter((one) => !wanted.some((other) => other.case === one.case));
  return write({ changed: [...(name === null ? [] : kept), ...wanted], added: before.added ?? [] });
}

/** Whether a case is said to be meant with exactly this answer. */
export const isMeant = (own: string | null, answer: ChangedCase): boolean =>
  (readCases(own).changed ?? []).some((one) => one.case === answer.case && isSameAnswer(one, answer));

/** Whether the text calls an answer meant that is the default's again. */
export const hasStale = (own: string | null, answers: readonly ChangedCase[]): boolean =>
  (readCases(own).changed ?? []).some((one) => !answers.some((answer) => answer.case === one.case));

/** Whether two answers say the same, in whatever order. */
export const isSameAnswer = (a: CaseAnswer, b: CaseAnswer): boolean =>
  (['unmet', 'overridable', 'warned'] as const).every((part) => sorted(a[part]) === sorted(b[part]));
const sorted = (codes: readonly string[] | undefined) => [...(codes ?? [])].sort().join();

/** The cases that the version adds; null where the text holds something else in their place. */
export function addedCases(own: string | null): AddedCase[] | null {
  const { added = [] } = readCases(own);
  return Array.isArray(added) && added.every(isAdded) ? added : null;
}

/** The same text with other added cases; nothing, where nothing is left to say. */
export function withAdded(own: string | null, added: readonly AddedCase[]): string | null {
  const { changed = [] } = readCases(own);
  return changed.length === 0 && added.length === 0 ? null : write({ changed, added: [...added] });
}

/** What a case is to be answered, told by its codes alone: which of them only warn and which can be overridden, the policy says. */
export function answerOf(codes: readonly string[], requirements: readonly PolicyRequirement[]): CaseAnswer {
  const is = (code: string, test: (one: PolicyRequirement) => boolean) => requirements.some((one) => one.code === code && test(one));
  const warned = codes.filter((code) => is(code, (one) => one.severity === 'warn' && one.locked !== true));
  const unmet = codes.filter((code) => !warned.includes(code));
  return { unmet, overridable: unmet.filter((code) => is(code, (one) => one.overridable === true)), warned };
}
