import { newKey } from '../../api/idempotency.ts';
import { emptyLine, GRID_COLUMNS, isEmptyLine, type DraftLine, type GridColumn, type ItemFacts } from './draft-line.ts';
import { uomFromTyped } from './uom-from-typed.ts';

export type GridChange =
  | { kind: 'set'; row: number; column: GridColumn; value: string }
  | { kind: 'facts'; code: string; facts: ItemFacts | null }
  | { kind: 'choose'; row: number; code: string; facts: ItemFacts }
  | { kind: 'paste'; row: number; column: GridColumn; cells: string[][] }
  | { kind: 'remove'; row: number }
  | { kind: 'add' }
  | { kind: 'replace'; lines: DraftLine[] };

export const MAX_LINES = 500;

/** Every change of the grid; there is always one empty line at the end to type into. */
export function changeGrid(lines: readonly DraftLine[], change: GridChange): DraftLine[] {
  switch (change.kind) {
    case 'set':
      return withTail(lines.map((line, row) => (row === change.row ? setCell(line, change.column, change.value) : line)));
    case 'facts':
      return lines.map((line) => (sameCode(line.item, change.code) ? withFacts(line, change.facts) : line));
    case 'choose':
      return withTail(lines.map((line, row) => (row === change.row ? withFacts({ ...line, item: change.code }, change.facts) : line)));
    case 'paste':
      return withTail(paste(lines, change.row, change.column, change.cells));
    case 'remove':
      return withTail(lines.filter((_, row) => row !== change.row));
    case 'add':
      return [...lines, emptyLine(newKey())].slice(0, MAX_LINES);
    case 'replace':
      return withTail(change.lines);
  }
}

export const sameCode = (left: string, right: string): boolean => left.trim().toUpperCase() === right.trim().toUpperCase();

function setCell(line: DraftLine, column: GridColumn, value: string): DraftLine {
  if (column === 'item') return { ...line, item: value, facts: sameCode(line.item, value) ? line.facts : null };
  return { ...line, [column]: value };
}

/** A known item fills in what is still empty: its only unit. The price is typed by a person. */
function withFacts(line: DraftLine, facts: ItemFacts | null): DraftLine {
  const first = facts?.allowedUoms[0];
  return { ...line, facts, uom: line.uom === '' && first ? first : line.uom };
}

function withTail(lines: readonly DraftLine[]): DraftLine[] {
  const last = lines.at(-1);
  return (last && isEmptyLine(last)) || lines.length >= MAX_LINES ? [...lines] : [...lines, emptyLine(newKey())];
}

function paste(lines: readonly DraftLine[], atRow: number, atColumn: GridColumn, cells: string[][]): DraftLine[] {
  const next = [...lines];
  const firstColumn = GRID_COLUMNS.indexOf(atColumn);
  cells.forEach((values, offset) => {
    const row = atRow + offset;
    if (row >= MAX_LINES) return;
    let line = next[row] ?? emptyLine(newKey());
    values.forEach((value, index) => {
      const column = GRID_COLUMNS[firstColumn + index];
      if (column) line = setCell(line, column, column === 'uom' ? uomFromTyped(value) : value.trim());
    });
    next[row] = line;
  });
  return next;
}
