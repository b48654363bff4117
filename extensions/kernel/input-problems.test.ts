import { z } from 'zod';
import { Refusal } from './errors.ts';
import { inWords, parseInput, problemsOf } from './input-problems.ts';

const door = z.strictObject({
  width: z.string().min(1, { error: ({ input }) => inWords({ en: `${JSON.stringify(input)} is no width`, tr: `${JSON.stringify(input)} genişlik değil` }) }),
  colour: z.enum(['red', 'blue']),
  panes: z.array(z.number().int().max(4)).default([]),
});

describe('input problems', () => {
  test('are told in both languages: our own words and those of the library', () => {
    expect(problemsOf(door, { width: '', colour: 'green', panes: [1, 9], lock: true })).toEqual([
      { path: 'width', message: '"" is no width', messageTr: '"" genişlik değil' },
      { path: 'colour', message: 'Invalid option: expected one of "red"|"blue"', messageTr: expect.stringContaining('aşağıdakilerden biri olmalı') },
      { path: 'panes.1', message: expect.stringContaining('Too big'), messageTr: expect.stringContaining('Çok büyük') },
      { path: '', message: 'Unrecognized key: "lock"', messageTr: 'Tanınmayan anahtar: "lock"' },
    ]);
  });

  test('leave the schemas speaking English, also after a schema that throws', () => {
    const broken = z.string().refine(() => {
      throw new Error('no paper');
    });
    expect(() => problemsOf(broken, 'x')).toThrow('no paper');
    problemsOf(door, {});
    expect(door.safeParse({ width: '', colour: 'red' }).error?.issues[0]?.message).toBe('"" is no width');
  });

  test('are none for what fits, and a refusal carries them all otherwise', () => {
    expect(problemsOf(door, { width: '1', colour: 'red' })).toEqual([]);
    expect(parseInput(door, { width: '1', colour: 'red' })).toEqual({ width: '1', colour: 'red', panes: [] });
    const refused = () => parseInput(door, { width: '', colour: 'red' });
    expect(refused).toThrow(Refusal);
    expect(refused).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        status: 400,
        details: { problems: [{ path: 'width', message: '"" is no width', messageTr: '"" genişlik değil' }] },
      }),
    );
  });
});
