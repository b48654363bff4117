import { digestOfKey, fittingKey, isEventKey, KEY_HEADER, keyHeaders, newEventKey, type EventKey } from './event-keys.ts';

const now = new Date('2026-02-01T12:00:00Z');
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
const kept = (plain: string, isSender = true): EventKey => ({ id: `id of ${plain}`, digest: digestOfKey(plain), plain: isSender ? plain : null });
const [one, other] = [newEventKey(), newEventKey()];
const refusal = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('an event key is 256 random bits behind its prefix, and each is another one [ADM-10]', () => {
  expect([isEventKey(one), isEventKey(other), one === other]).toEqual([true, true, false]);
  expect(Buffer.from(one.slice('svk_'.length), 'base64url')).toHaveLength(32);
  expect([`${one}x`, one.slice(0, -1), one.replace('svk_', 'whsec_'), ''].map(isEventKey)).toEqual([false, false, false, false]);
});

test('one that is known is found among several, whichever of the kept ones it is [ADM-10]', () => {
  const keys = [kept(one, false), kept(other, false)];
  expect(fittingKey(keys, secondsAgo(60), one, now)).toBe(`id of ${one}`);
  expect(fittingKey(keys, secondsAgo(60), `${newEventKey()} ${other}`, now)).toBe(`id of ${other}`);
});

test('none, an unknown one, a shortened one and a list of guesses are refused [ADM-10]', () => {
  const guesses = [...Array.from({ length: 5 }, newEventKey), one].join(' ');
  for (const given of [undefined, '', other, one.slice(0, -1), [one], guesses])
    expect(refusal(() => fittingKey([kept(one)], secondsAgo(60), given, now))).toBe('EVENT_KEY_INVALID');
});

test('a direction asks for a key seconds after it got its first, and for ever after', () => {
  expect(fittingKey([], null, undefined, now)).toBeNull();
  expect(fittingKey([kept(one)], secondsAgo(4), undefined, now)).toBeNull();
  expect(refusal(() => fittingKey([kept(one)], secondsAgo(5), undefined, now))).toBe('EVENT_KEY_INVALID');
  expect(refusal(() => fittingKey([], secondsAgo(5), one, now))).toBe('EVENT_KEY_INVALID');
});

test('who sends adds every key it holds, and nothing where it holds none', () => {
  expect(keyHeaders([kept(one), kept(other)])).toEqual({ [KEY_HEADER]: `${one} ${other}` });
  expect(keyHeaders([kept(one, false)])).toEqual({});
});
