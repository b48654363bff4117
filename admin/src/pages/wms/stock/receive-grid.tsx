import { DeleteOutlined } from '@ant-design/icons';
import type { ClipboardEvent } from 'react';
import { cellsFromClipboard } from '../../../components/line-grid/clipboard.ts';
import { moveInGrid } from '../../../components/line-grid/move-in-grid.ts';
import { Quantity } from '../../../components/value/quantity.tsx';
import { sum } from '../../../decimal/decimal.ts';
import { readTypedNumber } from '../../../decimal/read-typed-number.ts';
import { decimalMarkOf } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';
import { filledRolls, isEmptyRoll, problemsOf, ROLL_COLUMNS, type DraftRoll, type RollChange, type RollColumn } from './received-rolls.ts';

interface ReceiveGridProps {
  rolls: readonly DraftRoll[];
  showProblems: boolean;
  /** What the server said of a row, by its key. */
  refused: ReadonlyMap<string, string>;
  change: (change: RollChange) => void;
}

/** Rolls that come in, typed, scanned or pasted; each row says what it still needs. */
export function ReceiveGrid({ rolls, showProblems, refused, change }: ReceiveGridProps) {
  const { t, language } = useText();
  const mark = decimalMarkOf(language);
  const filled = filledRolls(rolls);
  const paste = (event: ClipboardEvent, row: number, column: RollColumn) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    change({ kind: 'paste', row, column, cells: cellsFromClipboard(text) });
  };
  return (
    <div className="sv-grid-wrap">
      <table className="sv-grid is-rolls" aria-label={t('stock.grid')} data-testid="receive-grid">
        <thead>
          <tr>
            <th className="is-right">#</th>
            {ROLL_COLUMNS.map((column) => (
              <th key={column} className={column === 'meters' ? 'is-right' : ''}>
                {t(`stock.column.${column}`)}
              </th>
            ))}
            <th>
              <span className="sv-hidden">{t('stock.removeColumn')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rolls.map((roll, row) => {
            const problems = showProblems ? problemsOf(rolls, row, mark) : {};
            const said = [
              ...ROLL_COLUMNS.flatMap((column) => {
                const problem = problems[column];
                return problem ? [t(`stock.problem.${problem}`, { value: roll[column] })] : [];
              }),
              ...(refused.has(roll.key) ? [refused.get(roll.key)] : []),
            ];
            return (
              <RollRows
                key={roll.key}
                roll={roll}
                row={row}
                bad={refused.has(roll.key) ? { ...problems, rollCode: 'codeTwice' } : problems}
                said={said.join(' ')}
                change={change}
                paste={paste}
              />
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2} className="sv-soft">
              {t('stock.total', { count: filled.length })}
            </td>
            <td className="is-right">
              <Quantity value={sum(filled.map(({ meters }) => readTypedNumber(meters, mark) ?? '0'))} uom="meter" />
            </td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
      <p className="sv-faint">{t('stock.hint')}</p>
    </div>
  );
}

interface RollRowsProps {
  roll: DraftRoll;
  row: number;
  bad: Partial<Record<RollColumn, unknown>>;
  said: string;
  change: (change: RollChange) => void;
  paste: (event: ClipboardEvent, row: number, column: RollColumn) => void;
}

function RollRows({ roll, row, bad, said, change, paste }: RollRowsProps) {
  const { t } = useText();
  return (
    <>
      <tr>
        <td className="sv-faint is-right">{row + 1}</td>
        {ROLL_COLUMNS.map((column) => (
          <td key={column}>
            <input
              className={`sv-cell ${column === 'meters' ? 'is-right' : ''} ${bad[column] ? 'is-bad' : ''}`}
              inputMode={column === 'meters' ? 'decimal' : 'text'}
              autoComplete="off"
              spellCheck={false}
              value={roll[column]}
              aria-label={t('stock.cell', { line: row + 1, column: t(`stock.column.${column}`) })}
              aria-invalid={bad[column] !== undefined}
              data-row={row}
              data-column={column}
              data-testid={`cell-${row}-${column}`}
              onChange={(event) => change({ kind: 'set', row, column, value: event.target.value })}
              onKeyDown={moveInGrid}
              onPaste={(event) => paste(event, row, column)}
            />
          </td>
        ))}
        <td>
          {!isEmptyRoll(roll) && (
            <button
              type="button"
              className="sv-icon-button"
              aria-label={t('stock.remove', { line: row + 1 })}
              onClick={() => change({ kind: 'remove', row })}
            >
              <DeleteOutlined />
            </button>
          )}
        </td>
      </tr>
      {said !== '' && (
        <tr className="sv-line-notes">
          <td />
          <td colSpan={4}>
            <span className="sv-text-blocked" role="alert">
              {said}
            </span>
          </td>
        </tr>
      )}
    </>
  );
}
