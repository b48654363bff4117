import { addTallies, closingLine, tallyOf, type JestReport } from '../tally.ts';

const report = (change: Partial<JestReport>): JestReport => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [],
  ...change,
});

describe('the closing line of npm test', () => {
  test('counts tests', () => {
    expect(closingLine(tallyOf(report({}), 0))).toBe('5 passed, 0 failed');
    expect(closingLine(tallyOf(report({ numFailedTests: 2, numPendingTests: 1 }), 1))).toBe('5 passed, 2 failed, 1 skipped');
  });

  test('counts a file that could not even be loaded', () => {
    expect(tallyOf(report({ numRuntimeErrorTestSuites: 1 }), 1).failed).toBe(1);
  });

  test('counts a run that died without a report, or ended badly with a good one', () => {
    expect(tallyOf(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(tallyOf(report({}), 1).failed).toBe(1);
  });

  test('adds up', () => {
    expect(addTallies([tallyOf(report({}), 0), { passed: 0, failed: 1, skipped: 0 }])).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });
});
