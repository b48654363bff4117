interface CaseAnswer {
  case: string;
  unmet: string[];
  overridable: string[];
  warned?: string[];
}

interface OwnCases {
  changed?: CaseAnswer[];
  added?: unknown[];
}

/** What stands in the text; what cannot be read is said by the check and stays until somebody writes over it. */
function readCases(text: string | null): OwnCases {
  try {
    return (text === null ? {} : JSON.parse(text)) as OwnCases;
  } catch {
    return {};
  }
}

const write = (cases: OwnCases): string => JSON.stringify(cases, null, 2);

/** Says of one case, or of all that are suggested, that the new answer is meant. */
export function meant(own: string | null, suggested: string, name: string | null): string {
  const before = readCases(own);
  const wanted = (readCases(suggested).changed ?? []).filter((one) => name === null || one.case === name);
  const kept = (before.changed ?? []).filter((one) => !wanted.some((other) => other.case === one.case));
  return write({ changed: [...(name === null ? [] : kept), ...wanted], added: before.added ?? [] });
}

/** Whether a case is said to be meant with exactly this answer. */
export const isMeant = (own: string | null, answer: CaseAnswer): boolean =>
  (readCases(own).changed ?? []).some(
    (one) =>
      one.case === answer.case && (['unmet', 'overridable', 'warned'] as const).every((part) => sorted(one[part]) === sorted(answer[part])),
  );
const sorted = (codes: readonly string[] | undefined) => [...(codes ?? [])].sort().join();
