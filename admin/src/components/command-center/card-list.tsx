import { useText } from '../../i18n/text.ts';
import type { Column } from './column.ts';

interface CardListProps<Row> {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  rowCode: (row: Row) => string;
  needsYou?: ((row: Row) => boolean) | undefined;
  openId: string | null;
  isPrevious: boolean;
  onOpen: (row: Row, index: number) => void;
}

/** The same rows on a phone: a card each, large enough for a thumb. */
export function CardList<Row>({ rows, columns, rowId, rowCode, needsYou, openId, isPrevious, onOpen }: CardListProps<Row>) {
  const { t } = useText();
  const at = (place: 'title' | 'aside' | 'line') => columns.filter((column) => column.phone === place);
  return (
    <ul className={`sv-cards ${isPrevious ? 'is-previous' : ''}`}>
      {rows.map((row, index) => (
        <li
          key={rowId(row)}
          className={`sv-card ${needsYou?.(row) ? 'is-mine' : ''} ${openId === rowId(row) ? 'is-open' : ''}`}
          data-code={rowCode(row)}
          onClick={() => onOpen(row, index)}
        >
          <div className="sv-card-head">
            <span className="sv-card-title">
              {at('title').map((column) => (
                <span key={column.id}>{column.cell(row)}</span>
              ))}
            </span>
            <span className="sv-card-aside">
              {at('aside').map((column) => (
                <span key={column.id}>{column.cell(row)}</span>
              ))}
            </span>
          </div>
          <div className="sv-card-lines">
            {at('line')
              .filter((column) => !column.isEmpty?.(row))
              .map((column) => (
                <span key={column.id}>
                  {column.isNamed && <span className="sv-faint">{t(column.title)} </span>}
                  {column.cell(row)}
                </span>
              ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
