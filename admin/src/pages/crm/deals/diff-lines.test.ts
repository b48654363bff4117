import { diffLines } from './diff-lines.ts';

const line = (position: number, values: object = {}) => ({
  position,
  status: 'open' as const,
  itemCode: 'TWILL-240',
  uom: 'meter' as const,
  qty: '100',
  unitPrice: '4.00',
  vatRate: '10',
  ...values,
});

test('names what was added, removed and changed, by position', () => {
  const before = [line(1), line(2), line(3)];
  const after = [line(1, { qty: '120', unitPrice: '3.90' }), line(3), line(4, { itemCode: 'DENIM-12' })];
  expect(diffLines(before, after)).toEqual([
    { kind: 'changed', position: 1, itemCode: 'TWILL-240', field: 'qty', from: '100', to: '120' },
    { kind: 'changed', position: 1, itemCode: 'TWILL-240', field: 'unitPrice', from: '4.00', to: '3.90' },
    { kind: 'removed', position: 2, itemCode: 'TWILL-240' },
    { kind: 'added', position: 4, itemCode: 'DENIM-12' },
  ]);
});

test('says nothing when nothing changed', () => {
  expect(diffLines([line(1)], [line(1)])).toEqual([]);
});
