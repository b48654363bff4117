import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export interface ListState {
  get: (param: string) => string;
  /** Replaces the history entry, so that Back leaves the page instead of undoing a filter. */
  set: (values: Record<string, string | null>) => void;
  /** Sorts by a column, or the other way round when it is sorted by that one; `usual` is the sort where the address names none. */
  turnSort: (column: string, usual: string) => void;
  open: string | null;
  setOpen: (id: string | null) => void;
}

/** The address as it is now: a second click may come before the first one has been rendered. */
const searchNow = () => new URLSearchParams(window.location.search);

/** Tab, filters, sort and the open record live in the URL, so that a link shows the same. */
export function useListState(): ListState {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (values: Record<string, string | null>) =>
      setSearch(
        () => {
          const next = searchNow();
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
  const turnSort = useCallback(
    (column: string, usual: string) => set({ sort: (searchNow().get('sort') ?? usual) === column ? `-${column}` : column }),
    [set],
  );
  return useMemo(
    () => ({ get: (param) => search.get(param) ?? '', set, turnSort, open: search.get('open'), setOpen }),
    [search, set, turnSort, setOpen],
  );
}
