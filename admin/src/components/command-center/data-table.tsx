import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import { memo, useEffect, useRef } from 'react';
import { useText } from '../../i18n/text.ts';
import type { Column } from './column.ts';

interface DataTableProps<Row> {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  rowCode: (row: Row) => string;
  needsYou?: ((row: Row) => boolean) | undefined;
  cursor: number;
  openId: string | null;
  selected: ReadonlySet<string>;
  canSelect: boolean;
  isPrevious: boolean;
  sort: string;
  /** A column's head was pressed. */
  onSort: (column: string) => void;
  onOpen: (row: Row, index: number) => void;
  onSelect: (row: Row, isSelected: boolean) => void;
  onSelectAll: (isSelected: boolean) => void;
}

/** Rows of 36 px with a sticky head and first column. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { t } = useText();
  const { rows, columns, rowId, rowCode, selected, canSelect, sort } = props;
  const allSelected = rows.length > 0 && rows.every((row) => selected.has(rowId(row)));
  return (
    <table className={`sv-table ${props.isPrevious ? 'is-previous' : ''}`} aria-label={props.label} aria-busy={props.isPrevious}>
      <colgroup>
        {columns.map((column, index) => (
          <col key={column.id} style={{ width: column.width + (index === 0 && canSelect ? 34 : 0) }} />
        ))}
        <col />
      </colgroup>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={column.id} scope="col" className={column.align === 'right' ? 'is-right' : ''} aria-sort={ariaSort(column.sort, sort)}>
              {index === 0 && canSelect && (
                <input
                  type="checkbox"
                  className="sv-check"
                  checked={allSelected}
                  aria-label={t('table.selectAll')}
                  onChange={(event) => props.onSelectAll(event.target.checked)}
                />
              )}
              {column.sort ? (
                <SortButton column={column.sort} title={t(column.title)} sort={sort} onSort={props.onSort} />
              ) : (
                t(column.title)
              )}
            </th>
          ))}
          <th aria-hidden />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const id = rowId(row);
          return (
            <TableRow
              key={id}
              row={row}
              index={index}
              code={rowCode(row)}
              columns={columns as readonly Column<unknown>[]}
              isCursor={props.cursor === index}
              isOpen={props.openId === id}
              isSelected={selected.has(id)}
              isMine={props.needsYou?.(row) ?? false}
              canSelect={canSelect}
              onOpen={props.onOpen as (row: unknown, index: number) => void}
              onSelect={props.onSelect as (row: unknown, isSelected: boolean) => void}
            />
          );
        })}
      </tbody>
    </table>
  );
}

function ariaSort(column: string | undefined, sort: string): 'ascending' | 'descending' | 'none' | undefined {
  if (!column) return undefined;
  return sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : 'none';
}

function SortButton({ column, title, sort, onSort }: { column: string; title: string; sort: string; onSort: (column: string) => void }) {
  return (
    <button type="button" className="sv-sort" onClick={() => onSort(column)}>
      {title} {sort === column && <CaretUpOutlined aria-hidden />}
      {sort === `-${column}` && <CaretDownOutlined aria-hidden />}
    </button>
  );
}

interface TableRowProps {
  row: unknown;
  index: number;
  code: string;
  columns: readonly Column<unknown>[];
  isCursor: boolean;
  isOpen: boolean;
  isSelected: boolean;
  isMine: boolean;
  canSelect: boolean;
  onOpen: (row: unknown, index: number) => void;
  onSelect: (row: unknown, isSelected: boolean) => void;
}

const TableRow = memo(function TableRow({
  row,
  index,
  code,
  columns,
  isCursor,
  isOpen,
  isSelected,
  isMine,
  canSelect,
  onOpen,
  onSelect,
}: TableRowProps) {
  const { t } = useText();
  const element = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isCursor) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCursor]);
  const state = `${isCursor ? 'is-cursor' : ''} ${isOpen ? 'is-open' : ''} ${isSelected ? 'is-selected' : ''} ${isMine ? 'is-mine' : ''}`;
  return (
    <tr
      ref={element}
      className={state}
      data-code={code}
      aria-selected={canSelect ? isSelected : undefined}
      onClick={() => onOpen(row, index)}
    >
      {columns.map((column, position) => (
        <td key={column.id} className={column.align === 'right' ? 'is-right' : ''}>
          {position === 0 && canSelect && (
            <input
              type="checkbox"
              className="sv-check"
              checked={isSelected}
              aria-label={t('table.selectRow', { code })}
              data-testid={`select-${code}`}
              onClick={(event) => event.stopPropagation()}
              onChange={(event) => onSelect(row, event.target.checked)}
            />
          )}
          {column.cell(row)}
        </td>
      ))}
      <td aria-hidden />
    </tr>
  );
});
