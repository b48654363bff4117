import { add, compare, least, multiply, round, subtract, sum } from './decimal.ts';

test('adds what floats cannot', () => {
  expect(add('0.1', '0.2')).toBe('0.3');
  expect(sum(['1.005', '2', '-0.005'])).toBe('3.000');
  expect(subtract('1', '1.25')).toBe('-0.25');
});

test('multiplies a line and rounds half away from zero', () => {
  expect(multiply('12.5', '4.33')).toBe('54.125');
  expect(round('54.125', 2)).toBe('54.13');
  expect(round('-54.125', 2)).toBe('-54.13');
  expect(round('7', 2)).toBe('7.00');
});

test('compares across scales', () => {
  expect(compare('1.50', '1.5')).toBe(0);
  expect(compare('-1', '0.01')).toBe(-1);
  expect(least('10', '9.99')).toBe('9.99');
});
