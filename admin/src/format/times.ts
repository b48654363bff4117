import type { Language } from '../i18n/language.ts';

const LOCALES: Record<Language, string> = { en: 'en-GB', tr: 'tr-TR' };
const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const made = new Map<string, Intl.RelativeTimeFormat | Intl.DateTimeFormat>();

function once<Format extends Intl.RelativeTimeFormat | Intl.DateTimeFormat>(key: string, make: () => Format): Format {
  const known = made.get(key);
  if (known) return known as Format;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

/** "3 days ago" / "3 gün önce". Under a minute it is "now" / "şimdi", a day away "tomorrow"; "next month" would be wrong for 40 days. */
export function relativeText(iso: string, now: number, language: Language): string {
  const seconds = (Date.parse(iso) - now) / 1000;
  const format = (numeric: 'auto' | 'always') =>
    once(`relative ${language} ${numeric}`, () => new Intl.RelativeTimeFormat(LOCALES[language], { numeric, style: 'short' }));
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return format(unit === 'day' ? 'auto' : 'always').format(Math.trunc(seconds / size), unit);
  }
  return format('auto').format(0, 'second');
}

/** "3 d" / "3 g": an age in two characters, for strips and narrow columns. */
export function ageText(iso: string, now: number, language: Language): string {
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
  const letters = language === 'tr' ? { day: 'g', hour: 'sa', minute: 'dk' } : { day: 'd', hour: 'h', minute: 'min' };
  if (seconds >= 86_400) return `${Math.floor(seconds / 86_400)} ${letters.day}`;
  if (seconds >= 3_600) return `${Math.floor(seconds / 3_600)} ${letters.hour}`;
  return `${Math.floor(seconds / 60)} ${letters.minute}`;
}

/** Date and time in the organisation's zone. */
export function exactText(iso: string, timeZone: string, language: Language): string {
  return once(
    `exact ${language} ${timeZone}`,
    () => new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short', timeZone }),
  ).format(new Date(iso));
}

/** "14:05" where the reader sits: for moments of this page alone. */
export function clockText(at: number, language: Language): string {
  return once(`clock ${language}`, () => new Intl.DateTimeFormat(LOCALES[language], { timeStyle: 'short' })).format(new Date(at));
}

/** A calendar date (YYYY-MM-DD) has no zone: "2 Mar 2026". */
export function dateText(date: string, language: Language): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  return once(`date ${language}`, () => new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: 'UTC' })).format(day);
}

/** Today in a zone, as YYYY-MM-DD. */
export function todayIn(timeZone: string, now: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
}
