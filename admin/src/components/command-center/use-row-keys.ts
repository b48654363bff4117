import { useEffect, useState } from 'react';
import { shownActions } from '../action/shown-actions.ts';
import { usePageKeys } from '../keys/use-page-keys.ts';

interface RowKeys<Row> {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  openId: string | null;
  setOpen: (id: string | null) => void;
  canSelect: boolean;
  toggleSelected: (row: Row) => void;
  loadMore: () => void;
}

/** j/k move, Enter opens, x selects, a presses the primary button, Escape closes. */
export function useRowKeys<Row>({
  rows,
  rowId,
  openId,
  setOpen,
  canSelect,
  toggleSelected,
  loadMore,
}: RowKeys<Row>): [number, (index: number) => void] {
  const [cursor, setCursor] = useState(-1);
  const openIndex = openId === null ? -1 : rows.findIndex((row) => rowId(row) === openId);
  useEffect(() => {
    if (openIndex >= 0) setCursor(openIndex);
  }, [openIndex]);

  const move = (step: 1 | -1) => {
    const next = Math.min(rows.length - 1, Math.max(0, cursor + step));
    setCursor(next);
    if (next >= rows.length - 5) loadMore();
    const row = rows[next];
    if (openId !== null && row) setOpen(rowId(row));
  };
  const atCursor = (act: (row: Row) => void) => () => {
    const row = rows[cursor];
    if (row) act(row);
  };

  usePageKeys([
    { key: 'j', help: 'keys.next', run: () => move(1) },
    { key: 'k', help: 'keys.previous', run: () => move(-1) },
    { key: 'Enter', help: 'keys.open', run: atCursor((row) => setOpen(rowId(row))) },
    ...(canSelect ? [{ key: 'x', help: 'keys.select' as const, run: atCursor(toggleSelected) }] : []),
    {
      key: 'a',
      help: 'keys.act',
      run: () =>
        shownActions()
          .find((action) => action.isPrimary && action.refusal === null)
          ?.press(),
    },
    { key: 'Escape', help: 'keys.close', run: () => setOpen(null) },
  ]);
  return [cursor, setCursor];
}
