import fc from 'fast-check';
import { RETRY_SECONDS, retryDelayMs } from './schedule.ts';

const second = 1_000;

describe('the retry schedule', () => {
  test('waits 5 s, 30 s, 2 min, 10 min, 1 h, 6 h and 24 h, then gives up', () => {
    const middle = Array.from({ length: 9 }, (_, i) => retryDelayMs(i + 1, 0.5));
    expect(middle).toEqual([5, 30, 120, 600, 3_600, 21_600, 86_400].map((seconds) => seconds * second).concat([null, null] as unknown as number[]));
  });

  test('stays within a fifth of its step, and later steps wait longer whatever the chance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: RETRY_SECONDS.length }), fc.double({ min: 0, max: 0.999_999, noNaN: true }), (failures, random) => {
        const step = RETRY_SECONDS[failures - 1]! * second;
        const delay = retryDelayMs(failures, random)!;
        expect(delay).toBeGreaterThanOrEqual(step * 0.8);
        expect(delay).toBeLessThanOrEqual(step * 1.2);
        expect(retryDelayMs(failures + 1, 0) ?? Infinity).toBeGreaterThan(delay);
      }),
    );
  });

  test('spreads failures of one moment', () => {
    expect(retryDelayMs(1, 0)).toBe(4_000);
    expect(retryDelayMs(1, 0.999_999)).toBe(6_000);
  });

  test('runs faster by its scale', () => {
    expect(retryDelayMs(2, 0.5, 0.01)).toBe(300);
    expect(retryDelayMs(8, 0.5, 0.01)).toBeNull();
  });

  test('a row without failures has no delay of this schedule', () => {
    expect(retryDelayMs(0, 0.5)).toBeNull();
  });
});
