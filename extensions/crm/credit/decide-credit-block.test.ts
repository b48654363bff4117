import { creditBlockInWords, creditBlockReason } from './decide-credit-block.ts';
import { standingIn, type CreditStanding } from './load-credit.ts';

const good: CreditStanding = { currency: 'USD', limit: '50000.00', exposure: '30000.00', overdue: '0', oldestOverdue: null, available: '20000.00' };
const reason = (...changes: Partial<CreditStanding>[]) => creditBlockReason(changes.map((change) => ({ ...good, ...change })));

describe('[J29] the credit block of a won deal', () => {
  test.each<[string, Partial<CreditStanding>]>([
    ['inside the limit, nothing overdue', {}],
    ['exactly at the limit', { exposure: '50000' }],
    ['nothing overdue in another spelling', { overdue: '0.00' }],
    ['no limit in this currency: approval asks for one later', { limit: null, exposure: '99999.00' }],
    ['no exposure and no limit', { limit: '0', exposure: '0' }],
  ])('is not set when %s', (_, change) => {
    expect(reason(change)).toBeNull();
  });

  test.each<[string, Partial<CreditStanding>, string]>([
    ['one cent is overdue', { overdue: '0.01' }, 'overdue 0.01 USD'],
    ['one cent is over the limit', { exposure: '50000.01' }, 'exposure 50000.01 over limit 50000.00 USD'],
    ['any exposure stands against a limit of zero', { limit: '0', exposure: '0.01' }, 'exposure 0.01 over limit 0 USD'],
    ['overdue without a limit', { limit: null, overdue: '10.00' }, 'overdue 10.00 USD'],
    ['both', { overdue: '5.00', exposure: '60000.00' }, 'overdue 5.00 USD; exposure 60000.00 over limit 50000.00 USD'],
    ['the amounts differ in length: 9 is less than 10', { exposure: '100000.00', limit: '99999.00' }, 'exposure 100000.00 over limit 99999.00 USD'],
  ])('is set when %s', (_, change, words) => {
    expect(reason(change)).toBe(words);
  });

  test('any one currency is enough, and each is named by itself, never summed', () => {
    const euros = { currency: 'EUR', limit: '10.00', exposure: '11.00' };
    expect(reason({}, euros)).toBe('exposure 11.00 over limit 10.00 EUR');
    expect(reason({ overdue: '1.00' }, euros)).toBe('overdue 1.00 USD; exposure 11.00 over limit 10.00 EUR');
    expect(reason({ exposure: '30000.00' }, { currency: 'EUR', exposure: '30000.00' })).toBeNull();
  });

  test('a customer without limits or receivables is not blocked', () => {
    expect(creditBlockReason([])).toBeNull();
  });
});

test('a kept reason is said in both languages, each part of it, with the amounts as people write them', () => {
  expect(creditBlockInWords(reason({ overdue: '4250.00', exposure: '60000.00' }))).toEqual({
    en: 'overdue 4,250.00 USD; exposure 60,000.00 over limit 50,000.00 USD',
    tr: 'vadesi geçmiş 4.250,00 USD; risk 60.000,00 USD, limit 50.000,00 USD aşıldı',
  });
  expect(creditBlockInWords(null)).toEqual({ en: '', tr: '' });
});

describe('the standing in one currency', () => {
  test('is that of the currency, not of its neighbour', () => {
    const euros = { ...good, currency: 'EUR', exposure: '1.00' };
    expect(standingIn([good, euros], 'EUR')).toBe(euros);
  });

  test('is zero without a limit where nothing is known: no limit is not an unlimited one', () => {
    expect(standingIn([good], 'TRY')).toEqual({ currency: 'TRY', limit: null, exposure: '0', overdue: '0', oldestOverdue: null, available: null });
  });
});
