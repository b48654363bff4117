import { useCallback, type Dispatch } from 'react';
import type { Currency } from '../../api/types/shared.ts';
import { sum } from '../../decimal/decimal.ts';
import { decimalMarkOf } from '../../format/numbers.ts';
import { useText } from '../../i18n/text.ts';
import { Money } from '../value/money.tsx';
import { isEmptyLine, type DraftLine, type GridColumn } from './draft-line.ts';
import { resolveCodes } from './find-item.ts';
import type { GridChange } from './grid-state.ts';
import { LineRow } from './line-row.tsx';
import { grossOf } from './read-line.ts';

interface LineGridProps {
  lines: readonly DraftLine[];
  change: Dispatch<GridChange>;
  org: string;
  currency: Currency;
  /** After a refused save every problem shows, not only those of cells that were left. */
  showAll: boolean;
}

export function totalOf(lines: readonly DraftLine[], mark: ',' | '.'): string {
  return sum(lines.map((line) => grossOf(line, mark) ?? '0'));
}

/** Lines edited by keyboard, with paste from Excel. */
export function LineGrid({ lines, change, org, currency, showAll }: LineGridProps) {
  const { t, language } = useText();
  const resolve = useCallback(
    (codes: readonly string[]) => void resolveCodes(org, codes, (code, facts) => change({ kind: 'facts', code, facts })),
    [org, change],
  );
  const onPaste = useCallback(
    (row: number, column: GridColumn, cells: string[][]) => {
      change({ kind: 'paste', row, column, cells });
      if (column === 'item') resolve(cells.map((values) => values[0] ?? ''));
    },
    [change, resolve],
  );
  const onLeaveItem = useCallback((code: string) => resolve([code]), [resolve]);
  return (
    <div className="sv-grid-wrap">
      <div className="sv-grid-scroll">
        <table className="sv-grid" data-testid="line-grid">
          <thead>
            <tr>
              <th className="is-right">#</th>
              <th>{t('lines.column.item')}</th>
              <th>{t('lines.column.uom')}</th>
              <th className="is-right">{t('lines.column.qty')}</th>
              <th className="is-right">{t('lines.column.unitPrice')}</th>
              <th className="is-right">{t('lines.column.vatRate')}</th>
              <th className="is-right">{t('lines.gross')}</th>
              <th>
                <span className="sv-hidden">{t('lines.removeColumn')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, row) => (
              <LineRow
                key={line.key}
                line={line}
                row={row}
                org={org}
                currency={currency}
                showAll={showAll}
                change={change}
                onPaste={onPaste}
                onLeaveItem={onLeaveItem}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={6} className="is-right sv-soft">
                {t('lines.total', { count: lines.filter((line) => !isEmptyLine(line)).length })}
              </td>
              <td className="is-right">
                <Money amount={totalOf(lines, decimalMarkOf(language))} currency={currency} strong />
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="sv-faint">{t('lines.hint')}</p>
    </div>
  );
}
