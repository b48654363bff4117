/** Seconds until the next attempt, after the 1st, 2nd … failure. After the last comes the dead letter. */
export const RETRY_SECONDS = [5, 30, 120, 600, 3_600, 21_600, 86_400] as const;
/** A fifth up or down, so that many failures do not come back at the same moment. */
const JITTER = 0.2;

/**
 * When to try again after `failures` failed attempts.
 * @param random 0 ≤ random < 1
 * @returns milliseconds, or null when the event is dead
 */
export function retryDelayMs(failures: number, random: number, scale = 1): number | null {
  const seconds = RETRY_SECONDS[failures - 1];
  if (seconds === undefined) return null;
  return Math.round(seconds * 1_000 * scale * (1 - JITTER + 2 * JITTER * random));
}
