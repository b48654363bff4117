import type { InputOf } from '../../api/commands.ts';
import type { Uom } from '../../api/types/shared.ts';
import { compare, multiply, round, add } from '../../decimal/decimal.ts';
import { readTypedNumber } from '../../decimal/read-typed-number.ts';
import type { DraftLine, GridColumn } from './draft-line.ts';

type LineBody = InputOf<'crm', 'deal.create'>['lines'][number];

export type CellProblem =
  'itemMissing' | 'itemUnknown' | 'uomMissing' | 'uomNotAllowed' | 'qtyNoNumber' | 'qtyNotWhole' | 'priceNoNumber' | 'vatOutOfRange';
export type LineProblems = Partial<Record<GridColumn, CellProblem>>;

const UOMS: readonly string[] = ['meter', 'piece', 'roll'] satisfies Uom[];
const isUom = (value: string): value is Uom => UOMS.includes(value);

export function problemsOf(line: DraftLine, mark: ',' | '.'): LineProblems {
  const problems: LineProblems = {};
  if (line.item.trim() === '') problems.item = 'itemMissing';
  else if (!line.facts) problems.item = 'itemUnknown';

  if (!isUom(line.uom)) problems.uom = 'uomMissing';
  else if (line.facts && line.facts.allowedUoms.length > 0 && !line.facts.allowedUoms.includes(line.uom)) problems.uom = 'uomNotAllowed';

  const qty = readTypedNumber(line.qty, mark);
  if (qty === null || compare(qty, '0') <= 0) problems.qty = 'qtyNoNumber';
  else if (line.uom !== 'meter' && compare(qty, round(qty, 0)) !== 0) problems.qty = 'qtyNotWhole';

  const price = readTypedNumber(line.unitPrice, mark);
  if (price === null || compare(price, '0') < 0) problems.unitPrice = 'priceNoNumber';

  const vat = readTypedNumber(line.vatRate, mark);
  if (vat === null || compare(vat, '0') < 0 || compare(vat, '100') > 0) problems.vatRate = 'vatOutOfRange';
  return problems;
}

/** Null while the line has a problem. */
export function bodyOfLine(line: DraftLine, mark: ',' | '.'): LineBody | null {
  if (Object.keys(problemsOf(line, mark)).length > 0 || !line.facts || !isUom(line.uom)) return null;
  const [qty, unitPrice, vatRate] = [line.qty, line.unitPrice, line.vatRate].map((typed) => readTypedNumber(typed, mark));
  if (!qty || !unitPrice || !vatRate) return null;
  return { item: line.facts.itemId, uom: line.uom, qty, unitPrice, vatRate };
}

/** The bodies of all lines; null while one has a problem. */
export function bodiesOf(lines: readonly DraftLine[], mark: ',' | '.'): LineBody[] | null {
  const bodies = lines.map((line) => bodyOfLine(line, mark));
  return bodies.every((body) => body !== null) ? bodies : null;
}

/** Gross amount of a line, rounded as the server does: to the cent, per line. Null while a number is missing. */
export function grossOf(line: DraftLine, mark: ',' | '.'): string | null {
  const [qty, price, vat] = [line.qty, line.unitPrice, line.vatRate].map((typed) => readTypedNumber(typed, mark));
  if (!qty || !price || !vat) return null;
  const percent = multiply(add('100', vat), '0.01');
  return round(multiply(multiply(qty, price), percent), 2);
}
