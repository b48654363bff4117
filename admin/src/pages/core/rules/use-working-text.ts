import { useState } from 'react';
import type { GateView, PolicyVersion } from '../../../api/types/rules.ts';
import { useKeptState } from '../../../components/line-grid/use-kept-state.ts';
import { writePolicy } from './read-policy.ts';
import { countingPolicy, openVersions, textOf, versionOf } from './versions.ts';

/** A policy as somebody is writing it. */
export interface Draft {
  /** The stored draft that it continues; null, while it is none yet. */
  policy: string | null;
  definition: string;
  /** Own cases as JSON. */
  cases: string | null;
  note: string;
}

export interface WorkingText {
  /** What is written now: unsaved text, or else the open version chosen, or else the newest that waits for the reader. */
  draft: Draft | null;
  /** The stored version behind it. */
  version: PolicyVersion | null;
  isUnsaved: boolean;
  change: (part: Partial<Draft>) => void;
  /** Begins from what is in force. */
  start: () => void;
  /** Shows one open version, by its id. */
  open: (policy: string) => void;
  /** Begins one's own draft from the text of a version, whoever wrote it. */
  startFrom: (version: PolicyVersion) => void;
  forget: () => void;
}

const draftFrom = (version: PolicyVersion): Draft => ({
  policy: version.id,
  definition: version.definition,
  cases: version.cases,
  note: version.note,
});

/** Indented, whoever wrote it: it is read by people. */
function indented(definition: string): string {
  try {
    return JSON.stringify(JSON.parse(definition), null, 2);
  } catch {
    return definition;
  }
}

/** The text under work of one gate in one org; what is unsaved survives a reload in this browser. */
export function useWorkingText(gate: GateView): WorkingText {
  const [kept, setKept, dropKept] = useKeptState<Draft | null>(`policy.${gate.id}`, null);
  const [chosen, choose] = useState<string | null>(null);
  const open = openVersions(gate);
  const waitsForMe = (one: PolicyVersion) => one.isMine || (gate.mayPublish && one.state === 'in_review');
  const shown = open.find((one) => one.id === chosen) ?? open.find(waitsForMe) ?? open[0];
  const draft = kept ?? (shown ? draftFrom(shown) : null);
  const inForce = versionOf(gate, gate.inForce.policy);
  /** As it judges, so that nobody has to put back what the product locked since. */
  const judging = (version: PolicyVersion | null) => {
    const policy = version !== null && version.addedByProduct.length > 0 ? countingPolicy(gate, version) : null;
    return policy === null ? indented(textOf(gate, version)) : writePolicy(policy);
  };
  return {
    draft,
    version: versionOf(gate, draft?.policy ?? null),
    isUnsaved: kept !== null,
    change: (part) => {
      if (draft) setKept({ ...draft, ...part });
    },
    start: () => setKept({ policy: null, definition: judging(inForce), cases: inForce?.cases ?? null, note: '' }),
    open: choose,
    startFrom: (version) => setKept({ ...draftFrom(version), policy: null, definition: judging(version), note: '' }),
    forget: () => {
      dropKept();
      setKept(null);
    },
  };
}
