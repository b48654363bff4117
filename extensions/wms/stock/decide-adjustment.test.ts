import { Refusal } from '@selvedge/kernel/errors.ts';
import { decideAdjustment, type AdjustedRoll } from './decide-adjustment.ts';

const roll: AdjustedRoll = {
  code: 'R-1',
  status: 'in_stock',
  onHand: '60.000',
  allocated: '0.000',
  isPromisedWhole: false,
  lot: { code: 'L-1', onHand: '160.000', reserved: '100.000' },
  deals: ['MODDLX'],
};
const decide = (more: Partial<AdjustedRoll>, measured: string, seen?: string) => {
  const decided = decideAdjustment({ ...roll, ...more }, measured, seen);
  return decided instanceof Refusal ? decided.code : decided;
};

test.each([
  ['gains what was found', {}, '62.5', { difference: '2.5', heldDifference: '0', status: 'in_stock' }],
  ['loses what is gone, down to what its lot promised', {}, '0', { difference: '-60', heldDifference: '0', status: 'written_off' }],
  ['keeps what is allocated', { allocated: '40', status: 'allocated' }, '40', { difference: '-20', heldDifference: '0', status: 'allocated' }],
  ['comes back when it was found again', { status: 'written_off', onHand: '0' }, '12', { difference: '12', heldDifference: '0', status: 'in_stock' }],
  [
    'takes the hold of its line along when it is promised whole',
    { isPromisedWhole: true, lot: { code: 'L-1', onHand: '60', reserved: '60' } },
    '50',
    { difference: '-10', heldDifference: '-10', status: 'in_stock' },
  ],
])('a roll %s', (_, more, measured, adjustment) => {
  expect(decide(more, measured)).toEqual(adjustment);
});

test.each([
  ['that has left', { status: 'shipped', onHand: '0' }, '5', undefined, 'ROLL_SHIPPED'],
  ['that somebody cut meanwhile', {}, '55', '70', 'ROLL_CHANGED'],
  ['to what it has', {}, '60', '60', 'METERS_UNCHANGED'],
  ['below what lines were given', { allocated: '40' }, '39.999', undefined, 'ROLL_ALLOCATED'],
  ['to nothing while it is promised whole', { isPromisedWhole: true }, '0', undefined, 'ROLL_PROMISED'],
  ['below what its lot promised', { lot: { code: 'L-1', onHand: '160', reserved: '130' } }, '20', undefined, 'LOT_RESERVED'],
])('a roll %s is not adjusted', (_, more, measured, seen, code) => {
  expect(decide(more, measured, seen)).toBe(code);
});
