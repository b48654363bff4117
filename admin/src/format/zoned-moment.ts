/** How far ahead of UTC a zone's clocks are at a moment, in milliseconds. */
function offsetMs(at: Date, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(at.getTime() / 1_000) * 1_000;
}

/**
 * The moment at which a zone's clocks show this.
 * @param date YYYY-MM-DD
 * @param time HH:mm:ss
 * @returns ISO, in UTC
 */
export function zonedMoment(date: string, time: string, timeZone: string): string {
  const guess = new Date(`${date}T${time}Z`);
  const first = new Date(guess.getTime() - offsetMs(guess, timeZone));
  // Once more, for the hours around a change of the clocks.
  return new Date(guess.getTime() - offsetMs(first, timeZone)).toISOString();
}

/** To the last second of a day there. */
export const endOfDayIn = (timeZone: string, date: string): string => zonedMoment(date, '23:59:59', timeZone);
