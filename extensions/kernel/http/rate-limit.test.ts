import { createRateLimiter } from './rate-limit.ts';

const tooMany = (seconds: number) => expect.objectContaining({ code: 'TOO_MANY_REQUESTS', status: 429, details: { retryAfterSeconds: seconds } });
const refusedAt = (limit: (caller: string, now: number) => void, caller: string, now: number): unknown => {
  try {
    limit(caller, now);
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('the rate limit', () => {
  test('lets exactly as many through as allowed, and says when to come back', () => {
    const limit = createRateLimiter({ max: 3, windowMs: 10_000 });
    for (let i = 0; i < 3; i += 1) expect(refusedAt(limit, 'a', 1_000_000)).toBeUndefined();
    expect(refusedAt(limit, 'a', 1_000_000)).toEqual(tooMany(10));
    expect(refusedAt(limit, 'a', 1_009_999)).toEqual(tooMany(1));
    expect(refusedAt(limit, 'a', 1_010_000)).toBeUndefined();
  });

  test('one caller never uses up what another may send', () => {
    const limit = createRateLimiter({ max: 1, windowMs: 10_000 });
    limit('a', 50_000);
    expect(refusedAt(limit, 'a', 50_000)).toEqual(tooMany(10));
    expect(refusedAt(limit, 'b', 50_000)).toBeUndefined();
  });

  test('a refused request does not lengthen the wait', () => {
    const limit = createRateLimiter({ max: 1, windowMs: 1_000 });
    limit('a', 10_000);
    for (let i = 0; i < 100; i += 1) refusedAt(limit, 'a', 10_500);
    expect(refusedAt(limit, 'a', 11_000)).toBeUndefined();
  });
});
