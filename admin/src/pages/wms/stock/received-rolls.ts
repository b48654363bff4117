import { newKey } from '../../../api/idempotency.ts';
import type { InputOf } from '../../../api/commands.ts';
import { compare } from '../../../decimal/decimal.ts';
import { readTypedNumber } from '../../../decimal/read-typed-number.ts';

export const ROLL_COLUMNS = ['rollCode', 'meters', 'location'] as const;
export type RollColumn = (typeof ROLL_COLUMNS)[number];

/** A roll as it is typed. */
export type DraftRoll = { key: string } & Record<RollColumn, string>;
export type RollChange =
  | { kind: 'set'; row: number; column: RollColumn; value: string }
  | { kind: 'paste'; row: number; column: RollColumn; cells: string[][] }
  | { kind: 'remove'; row: number };
export type RollProblem = 'codeMissing' | 'codeTwice' | 'metersMissing' | 'noMeters' | 'tooFine';
type RollBody = InputOf<'wms', 'roll.receive'>['rolls'][number];

/** As many as the command takes. */
export const MOST_ROLLS = 200;

const emptyRoll = (): DraftRoll => ({ key: newKey(), rollCode: '', meters: '', location: '' });
export const isEmptyRoll = (roll: DraftRoll): boolean => ROLL_COLUMNS.every((column) => roll[column].trim() === '');
export const filledRolls = (rolls: readonly DraftRoll[]): DraftRoll[] => rolls.filter((roll) => !isEmptyRoll(roll));

/** There is always one empty row at the end to type into. */
export function withTail(rolls: readonly DraftRoll[]): DraftRoll[] {
  const last = rolls.at(-1);
  return last && isEmptyRoll(last) ? [...rolls] : [...rolls, emptyRoll()];
}

/** Every change of the grid. */
export function changeRolls(rolls: readonly DraftRoll[], change: RollChange): DraftRoll[] {
  switch (change.kind) {
    case 'set':
      return withTail(rolls.map((roll, row) => (row === change.row ? { ...roll, [change.column]: change.value } : roll)));
    case 'remove':
      return withTail(rolls.filter((_, row) => row !== change.row));
    case 'paste': {
      const next = [...rolls];
      const first = ROLL_COLUMNS.indexOf(change.column);
      change.cells.forEach((values, offset) => {
        const roll = { ...(next[change.row + offset] ?? emptyRoll()) };
        values.forEach((value, index) => {
          const column = ROLL_COLUMNS[first + index];
          if (column) roll[column] = value.trim();
        });
        next[change.row + offset] = roll;
      });
      return withTail(next);
    }
  }
}

const codeOf = ({ rollCode }: DraftRoll) => rollCode.trim().toUpperCase();

/** What is wrong with a row, by the cell it is in. */
export function problemsOf(rolls: readonly DraftRoll[], row: number, mark: ',' | '.'): Partial<Record<RollColumn, RollProblem>> {
  const roll = rolls[row];
  if (!roll || isEmptyRoll(roll)) return {};
  const problems: Partial<Record<RollColumn, RollProblem>> = {};
  if (codeOf(roll) === '') problems.rollCode = 'codeMissing';
  else if (rolls.findIndex((other) => codeOf(other) === codeOf(roll)) < row) problems.rollCode = 'codeTwice';
  const meters = readTypedNumber(roll.meters, mark);
  if (roll.meters.trim() === '') problems.meters = 'metersMissing';
  else if (meters === null || compare(meters, '0') <= 0) problems.meters = 'noMeters';
  else if (/\.\d{4,}$/.test(meters)) problems.meters = 'tooFine';
  return problems;
}

/** What the command takes; null while a row has a problem. */
export function bodiesOf(rolls: readonly DraftRoll[], mark: ',' | '.'): RollBody[] | null {
  if (rolls.some((_, row) => Object.keys(problemsOf(rolls, row, mark)).length > 0)) return null;
  return filledRolls(rolls).flatMap((roll) => {
    const meters = readTypedNumber(roll.meters, mark);
    const location = roll.location.trim();
    return meters === null ? [] : [{ rollCode: codeOf(roll), meters, ...(location !== '' && { location }) }];
  });
}
