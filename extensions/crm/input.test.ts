import type { z } from 'zod';
import { problemsOf } from '@selvedge/kernel/input-problems.ts';
import { dealLine, dealLines, day, notNegative, override, positiveAmount, positiveQuantity, reason } from './input.ts';

const line = { item: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', uom: 'meter', qty: '12.5', unitPrice: '4.75' };
const problems = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];

describe('a deal line', () => {
  test('is taken, and gets 10 % VAT where none is stated', () => {
    expect(dealLine.parse(line)).toEqual({ ...line, vatRate: '10' });
    expect(dealLine.parse({ ...line, vatRate: '0', carrierWish: ' Yurtiçi ' })).toMatchObject({ vatRate: '0', carrierWish: 'Yurtiçi' });
  });

  test.each([
    ['a quantity of zero', { qty: '0' }, 'qty: "0" is not above zero; enter a quantity greater than 0'],
    ['a negative quantity', { qty: '-3' }, 'qty: "-3" is not above zero; enter a quantity greater than 0'],
    ['a quantity in words', { qty: 'ten' }, 'qty: "ten" is not a decimal such as 1250.40'],
    ['a Turkish number', { qty: '1.250,40' }, 'qty: "1.250,40" is not a decimal such as 1250.40'],
    ['an exponent', { qty: '1e3' }, 'qty: "1e3" is not a decimal such as 1250.40'],
    ['half a roll', { uom: 'roll', qty: '2.5' }, 'qty: 2.5 is not whole; by the roll only whole numbers are sold.'],
    ['part of a piece', { uom: 'piece', qty: '0.999' }, 'qty: 0.999 is not whole; by the piece only whole numbers are sold.'],
    ['a negative price', { unitPrice: '-0.01' }, 'unitPrice: "-0.01" is below zero'],
    ['VAT above 100 %', { vatRate: '100.01' }, 'vatRate: must be a percentage from 0 to 100'],
    ['negative VAT', { vatRate: '-1' }, 'vatRate: must be a percentage from 0 to 100'],
    ['an item that is no id', { item: 'SATEEN-150' }, 'item: must be the id of a record (a UUID)'],
  ])('with %s is refused, naming field, value and remedy', (_, change, message) => {
    expect(problems(dealLine, { ...line, ...change })).toEqual([message]);
  });

  test.each([
    [{ qty: '0' }, '"0" sıfırdan büyük değil; 0’dan büyük bir miktar girin'],
    [{ qty: 'ten' }, '"ten" 1250.40 gibi bir ondalık sayı değil'],
    [{ uom: 'roll', qty: '2.5' }, '2.5 tam sayı değil; top ile yalnız tam sayı satılır.'],
    [{ unitPrice: '-0.01' }, '"-0.01" sıfırın altında'],
    [{ vatRate: '-1' }, '0 ile 100 arasında bir yüzde olmalı'],
    [{ item: 'SATEEN-150' }, 'bir kaydın kimliği (UUID) olmalı'],
    [{ uom: 'yard' }, 'Geçersiz seçenek: aşağıdakilerden biri olmalı: "meter"|"piece"|"roll"'],
  ])('%j is refused in Turkish as well', (change, message) => {
    expect(problemsOf(dealLine, { ...line, ...change }).map((problem) => problem.messageTr)).toEqual([message]);
  });

  test('a float is no quantity: it has been rounded already', () => {
    expect(problems(dealLine, { ...line, qty: 12.5 })).toHaveLength(1);
  });

  test('a field nobody knows is refused: it may be a misspelled one', () => {
    expect(problems(dealLine, { ...line, discount: '10' })[0]).toContain('discount');
  });

  test.each(['1', '2.0', '500.000'])('%s rolls are whole', (qty) => {
    expect(problems(dealLine, { ...line, uom: 'roll', qty })).toEqual([]);
  });

  test('[J81] only meters may be broken, and nothing is converted', () => {
    expect(dealLine.parse({ ...line, uom: 'meter', qty: '0.001' })).toMatchObject({ uom: 'meter', qty: '0.001' });
    expect(problems(dealLine, { ...line, uom: 'yard' })).toHaveLength(1);
  });
});

describe('the lines of a deal', () => {
  const lines = (n: number) => Array.from({ length: n }, () => line);

  test.each([
    [0, false],
    [1, true],
    [500, true],
    [501, false],
  ])('%i of them are taken: %p', (n, taken) => {
    expect(dealLines.safeParse(lines(n)).success).toBe(taken);
  });

  test('every wrong line is named, not only the first', () => {
    expect(problems(dealLines, [line, { ...line, qty: '0' }, line, { ...line, unitPrice: 'x' }])).toEqual([
      '1.qty: "0" is not above zero; enter a quantity greater than 0',
      '3.unitPrice: "x" is not a decimal such as 1250.40',
    ]);
  });
});

describe('amounts, reasons and dates', () => {
  test.each([
    [positiveAmount, '0.01', []],
    [positiveAmount, '12500.4', []],
    [positiveAmount, '0.001', [': has more than two digits after the point']],
    [positiveAmount, '0', [': "0" is not above zero; enter an amount greater than 0']],
    [positiveQuantity, '0.001', []],
    [notNegative, '0', []],
    [reason, '  ab ', [': say why in at least 3 characters']],
    [reason, '  yes  ', []],
    [day, '2026-02-28', []],
    [day, '2026-02-30', [': must be a date as YYYY-MM-DD']],
    [day, '28.02.2026', [': must be a date as YYYY-MM-DD']],
  ] as const)('case %#', (schema, value, expected) => {
    expect(problems(schema, value)).toEqual(expected);
  });

  test('[J37] an override needs a reason from the list and words', () => {
    expect(override.safeParse({ reasonCode: 'management_decision', note: 'agreed with the owner' }).success).toBe(true);
    expect(override.safeParse({ reasonCode: ' ', note: 'agreed with the owner' }).success).toBe(false);
    expect(override.safeParse({ reasonCode: 'management_decision', note: '   ' }).success).toBe(false);
    expect(override.safeParse({ reasonCode: 'management_decision' }).success).toBe(false);
  });
});
