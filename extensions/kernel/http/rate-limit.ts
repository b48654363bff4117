import { Refusal } from '../errors.ts';

/** Requests a caller may send per window before it is told to slow down. */
export interface RateLimit {
  readonly max: number;
  readonly windowMs: number;
}

/**
 * A fixed window per caller, kept in this process: it stops a runaway client from starving the
 * others, and needs no shared state for that.
 */
export function createRateLimiter({ max, windowMs }: RateLimit) {
  let windowStart = 0;
  let counts = new Map<string, number>();
  return (caller: string, now: number): void => {
    if (now - windowStart >= windowMs) {
      windowStart = now;
      counts = new Map();
    }
    const count = (counts.get(caller) ?? 0) + 1;
    counts.set(caller, count);
    if (count > max) {
      const seconds = Math.ceil((windowStart + windowMs - now) / 1000);
      throw new Refusal(
        'TOO_MANY_REQUESTS',
        429,
        {
          en: `More than ${max} requests in ${windowMs / 1000} s; try again in ${seconds} s.`,
          tr: `${windowMs / 1000} saniyede ${max} istekten fazla; ${seconds} saniye sonra yeniden deneyin.`,
        },
        {
          retryAfterSeconds: seconds,
        },
      );
    }
  };
}
