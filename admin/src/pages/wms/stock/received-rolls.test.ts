import { cellsFromClipboard } from '../../../components/line-grid/clipboard.ts';
import { bodiesOf, changeRolls, problemsOf, withTail, type DraftRoll } from './received-rolls.ts';

const pasted = (text: string, row = 0): DraftRoll[] =>
  changeRolls(withTail([]), { kind: 'paste', row, column: 'rollCode', cells: cellsFromClipboard(text) });

test('a block from Excel becomes rolls, in the notation of who pastes it, with an empty row after them', () => {
  const rolls = pasted('rm-1\t60,5\tA-1-2\r\nRM-2\t1.040\t\r\n');
  expect(rolls.map(({ rollCode, meters, location }) => [rollCode, meters, location])).toEqual([
    ['rm-1', '60,5', 'A-1-2'],
    ['RM-2', '1.040', ''],
    ['', '', ''],
  ]);
  expect(bodiesOf(rolls, ',')).toEqual([
    { rollCode: 'RM-1', meters: '60.5', location: 'A-1-2' },
    { rollCode: 'RM-2', meters: '1040' },
  ]);
});

test('a problem names its cell: missing, twice however it is written, no number, too fine', () => {
  const rolls = pasted('R-1\t10\nr-1\tten\n\t5\nR-4\t1.2345\nR-5\t');
  expect(rolls.map((_, row) => problemsOf(rolls, row, '.'))).toEqual([
    {},
    { rollCode: 'codeTwice', meters: 'noMeters' },
    { rollCode: 'codeMissing' },
    { meters: 'tooFine' },
    { meters: 'metersMissing' },
    {},
  ]);
  expect(bodiesOf(rolls, '.')).toBeNull();
});

test('a row that is removed leaves the others as they are', () => {
  const rolls = changeRolls(pasted('R-1\t10\nR-2\t20'), { kind: 'remove', row: 0 });
  expect(rolls.map((roll) => roll.rollCode)).toEqual(['R-2', '']);
});
