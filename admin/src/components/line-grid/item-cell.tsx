import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Currency } from '../../api/types/shared.ts';
import { quantityText } from '../../format/numbers.ts';
import { useText } from '../../i18n/text.ts';
import { Money } from '../value/money.tsx';
import type { CatalogItem } from './draft-line.ts';
import { findItems } from './find-item.ts';

interface ItemCellProps {
  org: string;
  currency: Currency;
  value: string;
  name: string | null;
  label: string;
  problem: string | null;
  position: { row: number; column: string };
  onChange: (value: string) => void;
  onChoose: (row: CatalogItem) => void;
  onLeave: () => void;
  onMove: (event: KeyboardEvent<HTMLInputElement>) => void;
}

const TYPING_MS = 160;
/** Rows asked for: an item has one per currency. */
const SUGGESTIONS = 16;

/** A code with suggestions from the catalog: arrows choose, Enter takes. */
export function ItemCell({ org, currency, value, name, label, problem, position, onChange, onChoose, onLeave, onMove }: ItemCellProps) {
  const { t, language } = useText();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [rows, setRows] = useState<CatalogItem[]>([]);
  const [active, setActive] = useState(0);
  const asked = useRef(0);

  useEffect(() => {
    if (!isOpen) return;
    const mine = ++asked.current;
    const timer = setTimeout(() => {
      findItems(org, value.trim(), SUGGESTIONS).then(
        (found) => {
          if (mine !== asked.current) return;
          setRows(found);
          setActive(0);
        },
        () => setRows([]),
      );
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [isOpen, value, org]);

  const choose = (row: CatalogItem) => {
    onChoose(row);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const isShowing = isOpen && rows.length > 0;
    if (isShowing && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setActive((active + (event.key === 'ArrowDown' ? 1 : rows.length - 1)) % rows.length);
    } else if (isShowing && (event.key === 'Enter' || event.key === 'Tab') && value.trim() !== '') {
      const row = rows[active];
      if (row) choose(row);
      if (event.key === 'Enter') {
        event.preventDefault();
        onMove(event);
      }
    } else if (event.key === 'Escape') setOpen(false);
    else onMove(event);
  };

  return (
    <div className="sv-item-cell">
      <input
        className={`sv-cell ${problem ? 'is-bad' : ''}`}
        value={value}
        role="combobox"
        aria-expanded={isOpen && rows.length > 0}
        aria-controls={listId}
        aria-activedescendant={isOpen && rows.length > 0 ? `${listId}-${active}` : undefined}
        aria-label={label}
        aria-invalid={problem !== null}
        title={problem ?? undefined}
        autoComplete="off"
        spellCheck={false}
        data-row={position.row}
        data-column={position.column}
        data-testid={`cell-${position.row}-item`}
        onFocus={() => setOpen(true)}
        onBlur={() => {
          setOpen(false);
          onLeave();
        }}
        onChange={(event) => {
          setOpen(true);
          onChange(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      {name && <span className="sv-line-name">{name}</span>}
      {isOpen && rows.length > 0 && (
        <ul id={listId} role="listbox" className="sv-suggestions" aria-label={t('lines.suggestions')}>
          {rows.map((row, index) => (
            <li
              key={row.facts.itemId}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              className={index === active ? 'is-active' : ''}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(row);
              }}
            >
              <code>{row.code}</code>
              <span className="sv-ellipsis">{row.facts.name}</span>
              <span className="sv-soft">{t('lines.free', { qty: quantityText(row.facts.freeMeters ?? '0', language) })}</span>
              <Money amount={row.facts.listPrices[currency] ?? null} currency={currency} isPrice />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
