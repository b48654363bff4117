import { ageText, dateText, exactText, relativeText, todayIn } from './times.ts';

const NOW = Date.parse('2026-03-05T12:00:00Z');

test('says how long ago in both languages', () => {
  expect(relativeText('2026-03-02T12:00:00Z', NOW, 'en')).toBe('3 days ago');
  expect(relativeText('2026-03-02T12:00:00Z', NOW, 'tr')).toBe('3 gün önce');
  expect(ageText('2026-03-02T11:00:00Z', NOW, 'tr')).toBe('3 g');
  expect(ageText('2026-03-05T11:15:00Z', NOW, 'en')).toBe('45 min');
});

test.each([
  ['2026-04-14T12:00:00Z', 'in 1 mo', '1 ay sonra'],
  ['2027-04-14T12:00:00Z', 'in 1 yr', '1 yıl sonra'],
  ['2026-03-13T12:00:00Z', 'in 1 wk', '1 hf. sonra'],
  ['2026-03-06T13:00:00Z', 'tomorrow', 'yarın'],
  ['2026-03-05T13:30:00Z', 'in 1 hr', '1 sa. sonra'],
  ['2026-01-20T12:00:00Z', '1 mo ago', '1 ay önce'],
  ['2026-03-05T12:00:10Z', 'now', 'şimdi'],
])('%s is %s, in Turkish %s', (at, en, tr) => {
  expect([relativeText(at, NOW, 'en'), relativeText(at, NOW, 'tr')]).toEqual([en, tr]);
});

test('shows a moment in the zone of the organisation, a date in none', () => {
  expect(exactText('2026-03-02T22:30:00Z', 'Europe/Istanbul', 'en')).toContain('3 Mar 2026');
  expect(dateText('2026-03-02', 'tr')).toBe('2 Mar 2026');
  expect(todayIn('Europe/Istanbul', new Date('2026-03-02T22:30:00Z'))).toBe('2026-03-03');
});
