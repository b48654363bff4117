import { cellsFromClipboard } from './clipboard.ts';
import { emptyLine, type DraftLine, type ItemFacts } from './draft-line.ts';
import { changeGrid } from './grid-state.ts';
import { bodyOfLine, grossOf, problemsOf } from './read-line.ts';

const facts: ItemFacts = {
  itemId: 'i1',
  name: 'Sateen 150',
  allowedUoms: ['meter', 'roll'],
  listPrices: { USD: '4.20' },
  freeMeters: '500',
};
const line = (values: Partial<DraftLine>): DraftLine => ({
  ...emptyLine('k'),
  item: 'SATEEN-150',
  uom: 'meter',
  qty: '10',
  unitPrice: '4.20',
  facts,
  ...values,
});

test('a block from Excel becomes lines, with units in either language', () => {
  const cells = cellsFromClipboard('SATEEN-150\tmt\t1.200,5\t4,20\r\n"TWILL\n240"\ttop\t3\t90\r\n');
  const lines = changeGrid([emptyLine('a')], { kind: 'paste', row: 0, column: 'item', cells });
  expect(lines.map(({ item, uom, qty, unitPrice }) => [item, uom, qty, unitPrice])).toEqual([
    ['SATEEN-150', 'meter', '1.200,5', '4,20'],
    ['TWILL\n240', 'roll', '3', '90'],
    ['', '', '', ''],
  ]);
  expect(bodyOfLine({ ...(lines[0] as DraftLine), facts }, ',')).toEqual({
    item: 'i1',
    uom: 'meter',
    qty: '1200.5',
    unitPrice: '4.20',
    vatRate: '10',
  });
});

test('a problem names its cell', () => {
  expect(problemsOf(line({ uom: 'roll', qty: '12.5' }), '.')).toEqual({ qty: 'qtyNotWhole' });
  expect(problemsOf(line({ uom: 'piece', facts: null }), '.')).toEqual({ item: 'itemUnknown' });
  expect(problemsOf(line({ uom: 'piece', vatRate: '101' }), '.')).toEqual({ uom: 'uomNotAllowed', vatRate: 'vatOutOfRange' });
  expect(problemsOf(line({}), '.')).toEqual({});
});

test('changing the code forgets what was known of the item before', () => {
  const [changed] = changeGrid([line({})], { kind: 'set', row: 0, column: 'item', value: 'TWILL-240' });
  expect(changed?.facts).toBeNull();
});

test('the gross amount is exact and rounded per line', () => {
  expect(grossOf(line({ qty: '12,5', unitPrice: '4,33', vatRate: '10' }), ',')).toBe('59.54');
  expect(grossOf(line({ qty: '' }), ',')).toBeNull();
});
