import { jest } from '@jest/globals';
import { SILENT_AFTER_MS, watchSilence } from './silence.ts';

beforeEach(() => jest.useFakeTimers({ now: 1_000 }));
afterEach(() => jest.useRealTimers());

test('tells of silence once nothing was heard for long, and not before', () => {
  let silences = 0;
  const watch = watchSilence(() => (silences += 1));
  expect(watch.lastHeard()).toBeNull();
  watch.heard();
  jest.advanceTimersByTime(SILENT_AFTER_MS - 1);
  expect(silences).toBe(0);
  watch.heard();
  jest.advanceTimersByTime(SILENT_AFTER_MS - 1);
  expect(silences).toBe(0);
  jest.advanceTimersByTime(1);
  expect(silences).toBe(1);
  expect(watch.lastHeard()).toBe(1_000 + SILENT_AFTER_MS - 1);
});

test('a stopped watch stays quiet', () => {
  let silences = 0;
  const watch = watchSilence(() => (silences += 1));
  watch.heard();
  watch.stop();
  jest.advanceTimersByTime(10 * SILENT_AFTER_MS);
  expect(silences).toBe(0);
});
