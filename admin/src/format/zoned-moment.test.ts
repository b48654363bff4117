import { endOfDayIn, zonedMoment } from './zoned-moment.ts';

test.each([
  ['2026-12-31', 'Europe/Istanbul', '2026-12-31T20:59:59.000Z'],
  ['2026-12-31', 'Pacific/Honolulu', '2027-01-01T09:59:59.000Z'],
  // The clocks of Berlin went back that night.
  ['2026-10-25', 'Europe/Berlin', '2026-10-25T22:59:59.000Z'],
])('the end of %s in %s is %s', (date, zone, moment) => {
  expect(endOfDayIn(zone, date)).toBe(moment);
});

test('a morning before the clocks go forward keeps its own offset', () => {
  expect(zonedMoment('2026-03-29', '01:30:00', 'Europe/Berlin')).toBe('2026-03-29T00:30:00.000Z');
  expect(zonedMoment('2026-03-29', '03:30:00', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
});
