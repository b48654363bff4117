import { amountFrom } from './amount-from.ts';

test.each([
  ['1.234,50', ',', '1234.50'],
  ['4.2', ',', '4.2'],
  ['0,0001', ',', '0.0001'],
  ['0', '.', null],
  ['-3', '.', null],
  ['two', '.', null],
  ['', '.', null],
] as const)('%p typed with the mark %s is %p', (typed, mark, amount) => {
  expect(amountFrom(typed, mark)).toBe(amount);
});
