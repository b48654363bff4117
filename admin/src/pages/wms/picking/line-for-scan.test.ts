import type { OrderLine } from '../../../api/types/wms.ts';
import { lineForScan } from './line-for-scan.ts';

const line = (position: number, rollCode: string, values: Partial<OrderLine> = {}): OrderLine => ({
  id: `l${position}`,
  position,
  qualityCode: 'TWILL-240',
  qualityName: 'Twill',
  uom: 'meter',
  qty: '100',
  pickedAt: null,
  pickedByName: null,
  blocked: false,
  rolls: [{ rollCode, lotCode: 'LOT1', meters: '100', location: 'A1' }],
  ...values,
});
const isPicked = (candidate: OrderLine) => candidate.pickedAt !== null;

test('finds the line of a roll whatever the case of the scan', () => {
  expect(lineForScan([line(1, 'R-1'), line(2, 'R-2')], ' r-2 ', isPicked)).toMatchObject({
    kind: 'line',
    line: { position: 2 },
    rollCode: 'R-2',
  });
});

test('prefers the line that is still open when two hold the same roll', () => {
  const lines = [line(1, 'R-1', { pickedAt: '2026-01-01T00:00:00Z' }), line(2, 'R-1')];
  expect(lineForScan(lines, 'R-1', isPicked)).toMatchObject({ kind: 'line', line: { position: 2 } });
});

test('says why a known roll cannot be picked', () => {
  expect(lineForScan([line(1, 'R-1', { blocked: true })], 'R-1', isPicked).kind).toBe('blocked');
  expect(lineForScan([line(1, 'R-1', { pickedAt: '2026-01-01T00:00:00Z' })], 'R-1', isPicked).kind).toBe('picked');
  expect(lineForScan([line(1, 'R-1')], 'R-9', isPicked).kind).toBe('none');
});
