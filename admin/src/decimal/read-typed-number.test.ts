import { readTypedNumber, typedFrom } from './read-typed-number.ts';

test.each([
  ['1.234,50', ',', '1234.50'],
  ['1,234.50', ',', '1234.50'],
  ['1.234', ',', '1234'],
  ['1.234', '.', '1.234'],
  ['12,5', '.', '12.5'],
  ['12,5', ',', '12.5'],
  ['1 234,5', ',', '1234.5'],
  ['1.234.567', '.', '1234567'],
  ['0.125', ',', '0.125'],
  ['4,33 $', '.', '4.33'],
  ['-5', ',', '-5'],
] as const)('reads %s with decimal mark %s as %s', (typed, mark, expected) => {
  expect(readTypedNumber(typed, mark)).toBe(expected);
});

test.each(['', 'abc', '12m', '1,2,3.4.5', '--1'])('refuses %p', (typed) => {
  expect(readTypedNumber(typed, '.')).toBeNull();
});

test.each([',', '.'] as const)('reads back what it wrote with decimal mark %s', (mark) => {
  for (const decimal of ['123.456', '1234.50', '0.125', '7', '-1.005'])
    expect(readTypedNumber(typedFrom(decimal, mark), mark)).toBe(decimal);
});
