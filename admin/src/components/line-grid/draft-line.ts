import type { CatalogRow, DealLineRow } from '../../api/types/crm.ts';
import type { Currency, Uom } from '../../api/types/shared.ts';
import { trimmed } from '../../decimal/decimal.ts';
import { typedFrom } from '../../decimal/read-typed-number.ts';

export const GRID_COLUMNS = ['item', 'uom', 'qty', 'unitPrice', 'vatRate'] as const;
export type GridColumn = (typeof GRID_COLUMNS)[number];

/** What is known of the item that a line names. */
export interface ItemFacts {
  itemId: string;
  name: string;
  allowedUoms: readonly Uom[];
  /** List price per currency; empty while they are not known. */
  listPrices: Partial<Record<Currency, string>>;
  freeMeters: string | null;
}

/** A line as it is typed: texts in the reader's own notation until they are read. */
export interface DraftLine {
  key: string;
  item: string;
  uom: string;
  qty: string;
  unitPrice: string;
  vatRate: string;
  facts: ItemFacts | null;
}

const DEFAULT_VAT = '10';

export const emptyLine = (key: string): DraftLine => ({
  key,
  item: '',
  uom: '',
  qty: '',
  unitPrice: '',
  vatRate: DEFAULT_VAT,
  facts: null,
});

export const isEmptyLine = (line: DraftLine): boolean => line.item.trim() === '' && line.qty.trim() === '' && line.unitPrice.trim() === '';

/** An item of the catalog with its code. */
export interface CatalogItem {
  code: string;
  facts: ItemFacts;
}

/** Brings the rows of one item together. */
export function itemsFrom(rows: readonly CatalogRow[]): CatalogItem[] {
  const items = new Map<string, CatalogItem>();
  for (const row of rows) {
    const { itemId, name, allowedUoms, freeMeters } = row;
    const item = items.get(itemId) ?? { code: row.code, facts: { itemId, name, allowedUoms, freeMeters, listPrices: {} } };
    item.facts.listPrices[row.currency] = row.listPrice;
    items.set(itemId, item);
  }
  return [...items.values()];
}

export function draftFromLine(line: DealLineRow, decimalMark: ',' | '.'): DraftLine {
  return {
    key: line.id,
    item: line.itemCode,
    uom: line.uom,
    qty: typedFrom(trimmed(line.qty), decimalMark),
    unitPrice: typedFrom(trimmed(line.unitPrice), decimalMark),
    vatRate: typedFrom(trimmed(line.vatRate), decimalMark),
    facts: { itemId: line.itemId, name: line.itemName, allowedUoms: [], listPrices: {}, freeMeters: null },
  };
}
