import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export interface ListState {
  get: (param: string) => string;
  /** Replaces the history entry, so that Back leaves the page instead of undoing a filter. */
  set: (values: Record<string, string | null>) => void;
  open: string | null;
  setOpen: (id: string | null) => void;
}

/** Tab, filters, sort and the open record live in the URL, so that a link shows the same. */
export function useListState(): ListState {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (values: Record<string, string | null>) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(values)) {
            if (value === null || value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const setOpen = useCallback((id: string | null) => set({ open: id }), [set]);
  return useMemo(() => ({ get: (param) => search.get(param) ?? '', set, open: search.get('open'), setOpen }), [search, set, setOpen]);
}
