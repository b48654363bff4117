import { DeleteOutlined } from '@ant-design/icons';
import { memo, useState, type ClipboardEvent, type Dispatch } from 'react';
import type { Currency } from '../../api/types/shared.ts';
import { compare } from '../../decimal/decimal.ts';
import { readTypedNumber } from '../../decimal/read-typed-number.ts';
import { decimalMarkOf, priceText, quantityText } from '../../format/numbers.ts';
import { useText } from '../../i18n/text.ts';
import { Money } from '../value/money.tsx';
import { cellsFromClipboard } from './clipboard.ts';
import { GRID_COLUMNS, isEmptyLine, type DraftLine, type GridColumn } from './draft-line.ts';
import type { GridChange } from './grid-state.ts';
import { ItemCell } from './item-cell.tsx';
import { moveInGrid } from './move-in-grid.ts';
import { grossOf, problemsOf } from './read-line.ts';

interface LineRowProps {
  line: DraftLine;
  row: number;
  org: string;
  currency: Currency;
  showAll: boolean;
  change: Dispatch<GridChange>;
  onPaste: (row: number, column: GridColumn, cells: string[][]) => void;
  onLeaveItem: (code: string) => void;
}

const UOMS = ['meter', 'piece', 'roll'] as const;

/** One line of the grid: typed texts, problems in place, and what they do to price and stock. */
export const LineRow = memo(function LineRow({ line, row, org, currency, showAll, change, onPaste, onLeaveItem }: LineRowProps) {
  const { t, language } = useText();
  const [left, setLeft] = useState<ReadonlySet<GridColumn>>(new Set());
  const mark = decimalMarkOf(language);
  const problems = isEmptyLine(line) ? {} : problemsOf(line, mark);
  const problemIn = (column: GridColumn) => {
    const problem = problems[column];
    if (!problem || !(showAll || left.has(column))) return null;
    return t(`lines.problem.${problem}`, { value: line[column], item: line.item });
  };
  const leave = (column: GridColumn) => setLeft((before) => new Set(before).add(column));
  const label = (column: GridColumn) => t('lines.cell', { line: row + 1, column: t(`lines.column.${column}`) });

  const cell = (column: 'qty' | 'unitPrice' | 'vatRate') => {
    const problem = problemIn(column);
    return (
      <td className="is-right">
        <input
          className={`sv-cell is-right ${problem ? 'is-bad' : ''}`}
          inputMode="decimal"
          value={line[column]}
          title={problem ?? undefined}
          aria-label={label(column)}
          aria-invalid={problem !== null}
          data-row={row}
          data-column={column}
          data-testid={`cell-${row}-${column}`}
          onChange={(event) => change({ kind: 'set', row, column, value: event.target.value })}
          onBlur={() => leave(column)}
          onKeyDown={moveInGrid}
          onPaste={(event) => pasteBlock(event, column)}
        />
      </td>
    );
  };
  const pasteBlock = (event: ClipboardEvent, column: GridColumn) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    onPaste(row, column, cellsFromClipboard(text));
  };
  const uomProblem = problemIn('uom');
  const shown = GRID_COLUMNS.map(problemIn).filter((problem) => problem !== null);

  return (
    <>
      <tr>
        <td className="sv-faint is-right">{row + 1}</td>
        <td onPaste={(event) => pasteBlock(event, 'item')}>
          <ItemCell
            org={org}
            currency={currency}
            value={line.item}
            name={line.facts?.name ?? null}
            label={label('item')}
            problem={problemIn('item')}
            position={{ row, column: 'item' }}
            onChange={(value) => change({ kind: 'set', row, column: 'item', value })}
            onChoose={(chosen) => change({ kind: 'choose', row, code: chosen.code, facts: chosen.facts })}
            onLeave={() => {
              leave('item');
              if (line.item.trim() !== '' && !line.facts) onLeaveItem(line.item);
            }}
            onMove={moveInGrid}
          />
        </td>
        <td>
          <select
            className={`sv-cell ${uomProblem ? 'is-bad' : ''}`}
            value={line.uom}
            aria-label={label('uom')}
            aria-invalid={uomProblem !== null}
            data-row={row}
            data-column="uom"
            data-testid={`cell-${row}-uom`}
            onChange={(event) => change({ kind: 'set', row, column: 'uom', value: event.target.value })}
            onBlur={() => leave('uom')}
          >
            <option value="" />
            {UOMS.map((uom) => (
              <option key={uom} value={uom} disabled={(line.facts?.allowedUoms.length ?? 0) > 0 && !line.facts?.allowedUoms.includes(uom)}>
                {t(`uomName.${uom}`)}
              </option>
            ))}
          </select>
        </td>
        {cell('qty')}
        {cell('unitPrice')}
        {cell('vatRate')}
        <td className="is-right">
          <Money amount={grossOf(line, mark)} currency={currency} />
        </td>
        <td>
          {!isEmptyLine(line) && (
            <button
              type="button"
              className="sv-icon-button"
              aria-label={t('lines.remove', { line: row + 1 })}
              onClick={() => change({ kind: 'remove', row })}
            >
              <DeleteOutlined />
            </button>
          )}
        </td>
      </tr>
      {!isEmptyLine(line) && <Effects line={line} problems={shown} currency={currency} />}
    </>
  );
});

/** The problem with its remedy, or what the line does to price and stock. */
function Effects({ line, problems, currency }: { line: DraftLine; problems: readonly string[]; currency: Currency }) {
  const { t, language } = useText();
  const mark = decimalMarkOf(language);
  const price = readTypedNumber(line.unitPrice, mark);
  const qty = readTypedNumber(line.qty, mark);
  const { facts } = line;
  const notes = problems.map((text) => ({ text, isBad: true }));
  const known = Object.keys(facts?.listPrices ?? {});
  const listPrice = facts?.listPrices[currency];
  if (known.length > 0 && !listPrice) notes.push({ text: t('lines.otherCurrency', { currency: known.join(', ') }), isBad: true });
  if (listPrice && price && compare(price, listPrice) < 0)
    notes.push({ text: t('lines.underList', { price: priceText(listPrice, language), currency }), isBad: false });
  if (facts?.freeMeters && qty && line.uom === 'meter' && compare(qty, facts.freeMeters) > 0) {
    notes.push({ text: t('lines.overStock', { free: quantityText(facts.freeMeters, language) }), isBad: false });
  }
  if (notes.length === 0) return null;
  return (
    <tr className="sv-line-notes">
      <td />
      <td colSpan={7}>
        {notes.map((note) => (
          <span key={note.text} className={note.isBad ? 'sv-text-blocked' : 'sv-text-waiting'}>
            {note.text}
          </span>
        ))}
      </td>
    </tr>
  );
}
