import { gates } from '@selvedge/rules/index.ts';
import { discountPercent, isPlain, lineFactsOf, type HeldAgainst } from './line-facts.ts';

const NOW = new Date('2026-03-02T09:00:00.000Z');
const daysAgo = (days: number, ms = 0) => new Date(NOW.getTime() - days * 86_400_000 - ms);
const line = (more: Partial<HeldAgainst> = {}): HeldAgainst => ({
  unitPrice: '100.00',
  currency: 'USD',
  listPrice: '100.0000',
  listCurrency: 'USD',
  confirmedAt: daysAgo(10),
  staleDays: 30,
  allowedDiscountPercent: '0',
  request: 'none',
  ...more,
});
const allowed = async (one: HeldAgainst) => (await gates['line-pricing'].gate.evaluate(lineFactsOf(one, NOW), { type: 'crm_deal_line', id: '' })).allowed;

test('a plain price is one that the default policy allows, whatever else is so [J26]', async () => {
  const lines = ['99.9999', '100', '100.0001'].flatMap((unitPrice) =>
    (['USD', 'EUR', null] as const).flatMap((listCurrency) =>
      [null, daysAgo(30), daysAgo(30, 1), daysAgo(31), daysAgo(-1)].flatMap((confirmedAt) =>
        (['none', 'pending', 'approved', 'rejected'] as const).flatMap((request) =>
          ['0', '5'].map((allowedDiscountPercent) =>
            line({ unitPrice, listCurrency, listPrice: listCurrency === null ? null : '100', confirmedAt, request, allowedDiscountPercent }),
          ),
        ),
      ),
    ),
  );
  const plain = lines.filter((one) => isPlain(lineFactsOf(one, NOW)));
  expect(plain.length).toBeGreaterThan(5);
  for (const one of plain) expect([one, await allowed(one)]).toEqual([one, true]);
  for (const one of lines.filter((candidate) => candidate.unitPrice === '99.9999')) expect(isPlain(lineFactsOf(one, NOW))).toBe(false);
});

test.each([
  ['0', '100.0000', '100.0000'],
  ['5', '100.0000', '95.0000'],
  ['7.5', '3.3300', '3.0803'],
  ['12.345', '0.0100', '0.0088'],
])('%s %% off %s leaves a floor of %s', (allowedDiscountPercent, listPrice, floor) => {
  expect(lineFactsOf(line({ allowedDiscountPercent, listPrice }), NOW).floorPrice).toBe(floor);
  expect(lineFactsOf(line({ listPrice: null, listCurrency: null }), NOW).floorPrice).toBeNull();
});

test('a discount is told of what lies below the list in its own currency, and of nothing else', () => {
  expect(discountPercent(line({ unitPrice: '90' }))).toBe('10.000');
  expect(discountPercent(line({ unitPrice: '66.6667' }))).toBe('33.333');
  expect(
    [line({ unitPrice: '100.00' }), line({ unitPrice: '250' }), line({ unitPrice: '1', listCurrency: 'EUR' }), line({ listPrice: null })].map(discountPercent),
  ).toEqual(['0', '0', '0', '0']);
});
