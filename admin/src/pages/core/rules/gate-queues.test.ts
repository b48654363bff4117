import type { GateRow } from '../../../api/types/rules.ts';
import { rowsFor } from './gate-queues.ts';

const row = (gate: string, en: string, tr: string, org = 'MOD') => ({ id: `${org} ${gate}`, gate, org, title: { en, tr } }) as GateRow;
const ROWS = [
  row('ship', 'Ship', 'Siparişi sevk et'),
  row('closure', 'Close order', 'Işıklı kapat'),
  row('deal-win', 'Win deal', 'İşi kazan', 'JTR'),
  row('deal-win', 'Win deal', 'İşi kazan'),
  row('line-pricing', 'Price line', 'Çizgiyi fiyatla'),
];
const ids = (typed: string, language: 'en' | 'tr') => rowsFor(ROWS, typed, language).map(({ id }) => id);

describe('the list of gates', () => {
  test('stands in the alphabet of the reader, one title by org', () => {
    expect(ids('', 'tr')).toEqual(['MOD line-pricing', 'MOD closure', 'JTR deal-win', 'MOD deal-win', 'MOD ship']);
    expect(ids('', 'en')).toEqual(['MOD closure', 'MOD line-pricing', 'MOD ship', 'JTR deal-win', 'MOD deal-win']);
  });

  test.each([
    ['IŞIKLI', ['MOD closure']],
    ['isi kaz', ['JTR deal-win', 'MOD deal-win']],
    ['DEAL-WIN', ['JTR deal-win', 'MOD deal-win']],
    ['yok', []],
  ])('finds %s whatever its case and the dots of its letters', (typed, found) => {
    expect(ids(typed, 'tr')).toEqual(found);
  });
});
