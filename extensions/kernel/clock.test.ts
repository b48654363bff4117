import { addDays, dateIn, daysBetween, systemClock } from './clock.ts';

describe('dates', () => {
  test.each([
    ['Europe/Istanbul', '2026-03-01T20:59:59Z', '2026-03-01'],
    ['Europe/Istanbul', '2026-03-01T21:00:00Z', '2026-03-02'],
    ['Europe/Istanbul', '2025-12-31T21:00:00Z', '2026-01-01'],
    ['UTC', '2026-03-01T23:59:59Z', '2026-03-01'],
    ['America/New_York', '2026-03-02T04:59:59Z', '2026-03-01'],
  ])('in %s, %s is %s', (zone, instant, date) => {
    expect(dateIn(zone, new Date(instant))).toBe(date);
  });

  test.each([
    ['2026-03-01', '2026-03-01', 0],
    ['2026-02-28', '2026-03-01', 1],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-03-01', '2026-02-28', -1],
    ['2026-01-01', '2027-01-01', 365],
    // Clocks change between these two days in most of Europe.
    ['2026-03-28', '2026-03-30', 2],
  ])('from %s to %s are %i days, and adding them leads there', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });

  test('the system clock goes on', () => {
    const before = Date.now();
    expect(systemClock.now().getTime()).toBeGreaterThanOrEqual(before);
  });
});
