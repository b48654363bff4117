import { checkReceived } from './check-received.ts';

const row = (rollCode: string) => ({ rollCode });

test('names the row, what is wrong with it and what to do, for every roll that is there already or stands twice', () => {
  const problems = checkReceived([row('R-1'), row('R-2'), row('R-1'), row('R-3')], [{ code: 'R-3', lot: 'L-9' }]);
  expect(problems.map((problem) => [problem.path, problem.message])).toEqual([
    ['rolls.2.rollCode', 'Row 3: roll R-1 stands in row 1 already; give each roll a code of its own.'],
    ['rolls.3.rollCode', 'Row 4: roll R-3 is in lot L-9 already; check the label, or adjust that roll.'],
  ]);
  for (const { message, messageTr } of problems) expect(messageTr).not.toBe(message);
});

test('new rolls with codes of their own are whole', () => {
  expect(checkReceived([row('R-1'), row('R-2')], [])).toEqual([]);
});
