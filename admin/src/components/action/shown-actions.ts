import { useEffect, useRef } from 'react';

/** A command button that is on the screen now. The palette lists them, and `a` presses the primary one. */
export interface ShownAction {
  /** The command. */
  action: string;
  label: string;
  refusal: string | null;
  isPrimary: boolean;
  press: () => void;
}

const shown = new Set<{ current: ShownAction }>();

export const shownActions = (): ShownAction[] => [...shown].map((entry) => entry.current);

export function useShownAction(action: ShownAction): void {
  const entry = useRef(action);
  useEffect(() => {
    entry.current = action;
  });
  useEffect(() => {
    shown.add(entry);
    return () => void shown.delete(entry);
  }, []);
}
