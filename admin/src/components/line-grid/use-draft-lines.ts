import { useEffect, useReducer, useState, type Dispatch } from 'react';
import { newKey } from '../../api/idempotency.ts';
import { forgetOwn, keepOwn, readOwn } from '../../session/own-storage.ts';
import { emptyLine, isEmptyLine, type DraftLine } from './draft-line.ts';
import { changeGrid, type GridChange } from './grid-state.ts';

interface DraftLines {
  lines: DraftLine[];
  change: Dispatch<GridChange>;
  /** True when the lines were found on this machine after a reload. */
  isRestored: boolean;
  /** Forgets what was kept: after a save, or when the person discards it. */
  forget: () => void;
}

const KEEP_MS = 300;
const storedAs = (name: string) => `draft.${name}`;

function read(name: string): DraftLine[] | null {
  const kept = readOwn<DraftLine[]>(storedAs(name));
  return kept && kept.some((line) => !isEmptyLine(line)) ? kept : null;
}

/** Lines that survive a reload: nothing typed is lost. */
export function useDraftLines(name: string, initial: () => DraftLine[]): DraftLines {
  const [kept] = useState(() => read(name));
  const [lines, change] = useReducer(changeGrid, null, () => changeGrid([], { kind: 'replace', lines: kept ?? initial() }));
  const [start] = useState(lines);
  useEffect(() => {
    if (lines === start && !kept) return;
    const timer = setTimeout(() => keepOwn(storedAs(name), lines), KEEP_MS);
    return () => clearTimeout(timer);
  }, [name, lines, start, kept]);
  return { lines, change, isRestored: kept !== null, forget: () => forgetOwn(storedAs(name)) };
}

export const oneEmptyLine = (): DraftLine[] => [emptyLine(newKey())];
