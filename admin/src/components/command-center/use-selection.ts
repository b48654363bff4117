import { useCallback, useMemo, useState } from 'react';

interface Selection<Row> {
  ids: ReadonlySet<string>;
  rows: Row[];
  select: (row: Row, isSelected: boolean) => void;
  selectAll: (isSelected: boolean) => void;
  clear: () => void;
}

/** Selected rows stay selected when an act moves them out of the list: their results are still to be read. */
export function useSelection<Row>(shown: readonly Row[], rowId: (row: Row) => string): Selection<Row> {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map());
  const select = useCallback(
    (row: Row, isSelected: boolean) =>
      setChosen((before) => {
        const next = new Map(before);
        if (isSelected) next.set(rowId(row), row);
        else next.delete(rowId(row));
        return next;
      }),
    [rowId],
  );
  const rows = useMemo(() => {
    const current = new Map(shown.map((row) => [rowId(row), row]));
    return [...chosen].map(([id, row]) => current.get(id) ?? row);
  }, [chosen, shown, rowId]);
  return {
    ids: useMemo(() => new Set(chosen.keys()), [chosen]),
    rows,
    select,
    selectAll: (isSelected) => setChosen(new Map(isSelected ? shown.map((row) => [rowId(row), row]) : [])),
    clear: useCallback(() => setChosen(new Map()), []),
  };
}
